import Foundation
import Glibc
import Testing

/// Every command on a disk that is full, has a little room, or is mounted read-only.
@Suite(.enabled(if: SmallDisk.canBeMade)) struct DiskTests {
  /// A hostile home whose data lie on a disk of their own.
  private struct Home {
    let hostile: HostileHome
    let disk: String

    var database: URL { URL(fileURLWithPath: disk + "/strop/strop.db") }

    /// The crontab is not one of the disk's matters.
    private var variables: [String: String?] {
      hostile.path.merging(["XDG_DATA_HOME": disk]) { $1 }
    }

    init(_ hostile: HostileHome, disk: String) throws {
      (self.hostile, self.disk) = (hostile, disk)
      mkdir(disk + "/strop", 0o700)
      try hostile.bytes().write(to: database)
      chmod(database.path, 0o600)
    }

    func run(_ command: HostileCommand) throws -> Outcome {
      try command.run(in: hostile, with: variables)
    }

    func strop(_ arguments: String...) throws -> Outcome {
      try hostile.home.strop(arguments, with: variables)
    }

    /// The journal's lines.
    func journal() throws -> Set<Substring> {
      Set(try strop("export").output.split(separator: "\n"))
    }

    /// What lies beside the database that only a command under way may leave there; an empty journal is one that ended
    /// well.
    func remains() throws -> [String] {
      try FileManager.default.subpathsOfDirectory(atPath: disk + "/strop").filter { file in
        var status = stat()
        let isEmpty = stat(disk + "/strop/" + file, &status) == 0 && status.st_size == 0
        return file.contains("partial") || file.contains("probe")
          || file.hasSuffix("-journal") && !isEmpty
      }
    }
  }

  private static let commands = HostileCommand.all(.reads, .writes)

  /// Where only a little room is left, a command may get half-way.
  @Test(arguments: commands)
  func `on a full disk each reads, or says so and records nothing, and works when there is room`(
    command: HostileCommand
  ) throws {
    for kilobytes in [0, 16] {
      let hostile = try HostileHome()
      try SmallDisk.with(megabytes: 8, at: hostile.home.path("disk")) { disk in
        let home = try Home(hostile, disk: disk)
        let before = try home.journal()
        SmallDisk.fill(disk, leaving: kilobytes)
        let outcome = try home.run(command)
        let comment: Comment = "\(kilobytes) KB: \(outcome)"
        if command.kind == .writes, command.status == 0, kilobytes == 0 {
          #expect(outcome.status == 74, comment)
        }
        if outcome.status == 74 {
          expectCivil(outcome)
          #expect(outcome.errors.contains("the disk is full"), comment)
          #expect(try home.journal() == before, comment)
        } else if command.arguments == ["doctor"] {
          #expect(outcome.status == 1, comment)
        } else if outcome.errors.contains("no copy could be made") {
          // Reminders are told all the same.
          #expect(command.arguments == ["remind", "deliver"] && outcome.status == 0, comment)
        } else {
          expectCivil(outcome, command.status)
        }
        #expect(try home.remains() == [], comment)
        #expect(try home.journal().isSuperset(of: before), comment)
        unlink(disk + "/filling")
        guard outcome.status == 74 else { return }
        expectCivil(try home.run(command), command.status)
        #expect(
          try home.strop("doctor", "--json").list("checks").first?["state"] as? String == "ok")
      }
    }
  }

  @Test(arguments: commands)
  func `where nothing can be written each reads, or says so and records nothing`(
    command: HostileCommand
  ) throws {
    let hostile = try HostileHome()
    try SmallDisk.with(megabytes: 8, at: hostile.home.path("disk")) { disk in
      let home = try Home(hostile, disk: disk)
      let before = try Data(contentsOf: home.database)
      try SmallDisk.remount(disk, isReadOnly: true)
      let outcome = try home.run(command)
      switch command.kind {
      case _ where command.arguments == ["doctor"]: #expect(outcome.status == 1)
      case .writes where command.status == 0:
        expectCivil(outcome, 74)
        let isTold = ["cannot be written", "no copy could be made"].contains(
          where: outcome.errors.contains)
        #expect(isTold, "\(outcome)")
      default: expectCivil(outcome, command.status)
      }
      #expect(try Data(contentsOf: home.database) == before)
      #expect(try home.remains() == [])
      try SmallDisk.remount(disk, isReadOnly: false)
      guard outcome.status == 74 else { return }
      expectCivil(try home.run(command), command.status)
    }
  }
}
