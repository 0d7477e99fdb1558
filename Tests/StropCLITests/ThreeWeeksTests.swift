import Foundation
import Glibc
import Testing

/// Three weeks of check-ins and ticks, with what can happen to a disk.
@Suite(.enabled(if: SmallDisk.canBeMade)) struct ThreeWeeksTests {
  /// Somebody who checks in every evening, and does what strop says where that fails.
  private struct Life {
    let home: StropHome
    let disk: String
    /// The notes of check-ins that were acknowledged.
    var acknowledged: [String] = []
    private(set) var refusals = 0

    func strop(_ arguments: [String], day: Int, _ time: String) throws -> Outcome {
      let now = String(format: "2026-11-%02dT%@:00+08:00", day, time)
      return try home.start(arguments, with: ["STROP_NOW": now, "XDG_DATA_HOME": disk]).end()
    }

    /// What cron does.
    func tick(day: Int, _ time: String) throws -> Outcome {
      try strop(["remind", "deliver"], day: day, time)
    }

    mutating func checkIn(day: Int, _ time: String) throws {
      let note = "note of \(day), \(time)"
      let line = ["checkin", "papers", "-m", "30", "-n", note]
      let first = try strop(line, day: day, time)
      if first.status == 0 {
        acknowledged.append(note)
        return
      }
      refusals += 1
      expectCivil(first, 74)
      guard let restore = first.errors.firstMatch(of: /strop (restore \S+)\n/)?.1 else { return }
      let restored = try strop(restore.split(separator: " ").map(String.init), day: day, time)
      #expect(restored.status == 0, "\(restored)")
      #expect(try strop(line, day: day, time).status == 0)
      acknowledged.append(note)
    }

    func notes(day: Int) throws -> [String] {
      let log = try strop(["log", "--json"], day: day, "23:00")
      return try log.list("checkins").compactMap { $0["note"] as? String }.sorted()
    }
  }

  @Test func `every check-in that was acknowledged comes back by the commands that strop names`()
    throws
  {
    let home = try StropHome(.empty)
    try SmallDisk.with(megabytes: 24, at: home.path("disk")) { disk in
      let database = disk + "/strop/strop.db"
      var life = Life(home: home, disk: disk)
      #expect(try life.strop(["today"], day: 2, "07:00").status == 0)
      for day in 2...22 {
        _ = try life.tick(day: day, "08:00")
        try life.checkIn(day: day, "20:00")
        _ = try life.tick(day: day, "20:15")
        switch day {
        case 4:
          try Data().write(to: URL(fileURLWithPath: database))
          for quarter in ["20:30", "20:45", "21:00"] {
            expectCivil(try life.tick(day: day, quarter), 74)
          }
          #expect(try Data(contentsOf: URL(fileURLWithPath: database)).isEmpty)
        case 11:
          try SmallDisk.remount(disk, isReadOnly: true)
          expectCivil(try life.tick(day: day, "20:30"), 74)
          try life.checkIn(day: day, "21:00")
          #expect(try life.notes(day: day) == life.acknowledged.sorted())
          try SmallDisk.remount(disk, isReadOnly: false)
        case 16:
          SmallDisk.fill(disk)
          expectCivil(try life.tick(day: day, "20:30"), 74)
          try life.checkIn(day: day, "21:00")
          #expect(try life.notes(day: day) == life.acknowledged.sorted())
          unlink(disk + "/filling")
        default: break
        }
      }
      #expect(life.acknowledged.count == 21)
      #expect(life.refusals == 3)
      #expect(try life.notes(day: 22) == life.acknowledged.sorted())

      unlink(database)
      try life.checkIn(day: 22, "22:00")
      #expect(life.refusals == 4)
      #expect(try life.notes(day: 22) == life.acknowledged.sorted())
      let copies = try FileManager.default.contentsOfDirectory(atPath: disk + "/strop/backups")
      #expect(copies.count <= 16, "\(copies)")
      #expect(copies.allSatisfy { !$0.contains("partial") })
    }
  }
}
