import Foundation
package import StropCore
import SystemPackage

/// Puts strop's line into the user's crontab, and takes it out again.
///
/// Every change is shown in what is returned; the crontab before it is kept in `backups/` beside the
/// database, and what was written is read back and compared.
package struct CrontabSchedule: Sendable {
  let environment: Environment
  let runner: ProcessRunner
  let databasePath: String
  /// The path of the `crontab` program; nil where there is none.
  let crontab: String?
  /// How long to wait while another process changes the crontab.
  let patience: Duration

  /// - Parameters:
  ///   - environment: names this program, and the home directory whose lock is taken.
  ///   - runner: runs `crontab`.
  ///   - databasePath: the absolute path that cron shall hand to strop.
  ///   - crontab: the path of the `crontab` program; nil where there is none.
  ///   - patience: how long to wait while another process changes the crontab.
  package init(
    environment: Environment,
    runner: ProcessRunner,
    databasePath: String,
    crontab: String?,
    patience: Duration = .seconds(5)
  ) {
    self.environment = environment
    self.runner = runner
    self.databasePath = databasePath
    self.crontab = crontab
    self.patience = patience
  }

  /// The same with the `crontab` that the environment finds.
  package init(environment: Environment, runner: ProcessRunner, databasePath: String) {
    self.init(
      environment: environment,
      runner: runner,
      databasePath: databasePath,
      crontab: environment.program("crontab")
    )
  }

  /// The block, for users who edit their crontab themselves.
  ///
  /// - Parameter minute: minutes after each quarter of an hour, 0 to 14.
  /// - Returns: its lines, each with a newline.
  /// - Throws: `Failure.schedule`.
  package func text(minute: Int) throws -> String {
    try translating { CrontabText.block(try line(minute)) }
  }

  /// Writes the line, unless this program and database are there already at some minute.
  ///
  /// - Parameter minute: minutes after each quarter of an hour, 0 to 14.
  /// - Returns: what changed, to be shown.
  /// - Throws: `Failure.schedule`, `Failure.fileUnwritable` where the old crontab cannot be kept.
  package func install(minute: Int) async throws -> ScheduleChange {
    let wanted = try translating { try line(minute) }
    return try await changing { old in
      let line =
        try old.job().flatMap { job in
          try job.isSame(binary: environment.executable.path, database: databasePath)
            ? job.minute.map { try self.line($0) } : nil
        } ?? wanted
      return try old.installing(line)
    }
  }

  /// Takes the block out; a crontab that holds nothing else is removed.
  ///
  /// - Throws: `Failure.schedule`, `Failure.fileUnwritable` where the old crontab cannot be kept.
  package func uninstall() async throws -> ScheduleChange {
    try await changing { old in try old.uninstalling() }
  }

  /// Whether the line is in the crontab, and whether it still works.
  ///
  /// - Throws: `Failure.schedule`.
  package func status() async throws -> ScheduleStatus {
    let crontab = try await read()
    return try translating {
      guard let lines = try crontab.blockLines() else { return ScheduleStatus(isInstalled: false) }
      let warnings = try crontab.warnings()
      guard let job = try crontab.job() else {
        return ScheduleStatus(isInstalled: true, lines: lines, warnings: warnings)
      }
      return ScheduleStatus(
        isInstalled: true,
        lines: lines,
        job: job,
        binary: ScheduleStatus.Binary(at: job.binary),
        isThisBinary: job.binary.leads(to: environment.executable.path),
        isThisDatabase: job.database.leads(to: databasePath),
        warnings: warnings
      )
    }
  }

  private func line(_ minute: Int) throws -> CrontabLine {
    try CrontabLine(
      binary: environment.executable.path,
      database: databasePath,
      minute: minute
    )
  }
}

// MARK: - The crontab program

extension CrontabSchedule {
  /// Reads the crontab, applies `edit`, and writes what came of it if it differs.
  private func changing(_ edit: (CrontabText) throws -> CrontabText) async throws -> ScheduleChange
  {
    let program = try program()
    let directory = URL(fileURLWithPath: databasePath).deletingLastPathComponent().path
    let lock = try await ScheduleLock(
      directories: [environment.home, directory],
      patience: patience
    )
    defer { withExtendedLifetime(lock) {} }
    let old = try await read()
    let new = try translating { try edit(old) }
    let warnings = try translating { try new.warnings() }
    guard new != old else {
      return ScheduleChange(place: .crontab, kind: .unchanged, warnings: warnings)
    }
    if !new.isEmpty { try await rehearse(program, new) }
    let backup = old.isEmpty ? nil : try keep(old)
    let outcome =
      new.isEmpty
      ? try await call(program, ["-r"]) : try await call(program, ["-"], input: new.text)
    guard outcome.status == 0 else { throw refusal(outcome) }
    guard try await read() == new else { throw Failure.schedule(.notWritten) }
    return try translating {
      let (before, after) = (try old.wholeBlock() ?? [], try new.wholeBlock() ?? [])
      return ScheduleChange(
        place: .crontab,
        kind: before.isEmpty ? .installed : after.isEmpty ? .removed : .replaced,
        removed: before.filter { !after.contains($0) },
        added: after.filter { !before.contains($0) },
        backup: backup,
        warnings: warnings
      )
    }
  }

  /// Asks `crontab` whether it would take the text, where it can be asked.
  ///
  /// Elsewhere `-n` means something else: cronie's sets the cluster's host.
  private func rehearse(_ program: String, _ text: CrontabText) async throws {
    let usage = try await call(program, ["-h"])
    guard (usage.output + usage.errors).contains("-n\t(dry run") else { return }
    let outcome = try await call(program, ["-n", "-"], input: text.text)
    guard outcome.status == 0 else { throw refusal(outcome) }
  }

  /// The crontab; empty where the user has none.
  private func read() async throws -> CrontabText {
    let program = try program()
    let listed = try await call(program, ["-l"])
    guard listed.status == 0 else {
      if firstLine(listed.errors).isAbsence { return CrontabText("") }
      throw refusal(listed)
    }
    let text = try await unescaped(listed.output, program)
    // What is not UTF-8 was decoded into this character.
    guard !text.unicodeScalars.contains("\u{FFFD}") else { throw Failure.schedule(.notUTF8) }
    return CrontabText(text)
  }

  /// Debian's `crontab -l` prints a carriage return as the two characters `\r`, just as it prints
  /// those two. Where they are there, the text comes from `crontab -e`, with `cat` as the editor.
  private func unescaped(_ listed: String, _ program: String) async throws -> String {
    guard listed.utf8.contains(#"\r"#.utf8) else { return listed }
    let edited = try await call(
      program,
      ["-e"],
      variables: ["VISUAL": "cat", "EDITOR": "cat"]
    )
    guard edited.status == 0 else { throw refusal(edited) }
    let escaped = edited.output.utf8.flatMap { $0 == 0x0D ? Array(#"\r"#.utf8) : [$0] }
    guard escaped.elementsEqual(listed.utf8) || edited.output.utf8.elementsEqual(listed.utf8)
    else { throw Failure.schedule(.notReadable) }
    return edited.output
  }

  private func program() throws -> String {
    guard let crontab else { throw Failure.schedule(.noCrontab) }
    return crontab
  }

  private func call(
    _ program: String,
    _ arguments: [String],
    input: String = "",
    variables: [String: String] = [:]
  ) async throws -> ProcessRunner.Outcome {
    do {
      return try await runner.run(
        program,
        arguments,
        input,
        variables.merging(["LC_ALL": "C"]) { first, _ in first }
      )
    } catch {
      throw Failure.schedule(.refused("\(program): \(error)"))
    }
  }

  private func refusal(_ outcome: ProcessRunner.Outcome) -> Failure {
    let line = firstLine(outcome.errors + "\n" + outcome.output)
    return .schedule(.refused(line.isEmpty ? "crontab: exit \(outcome.status)" : line))
  }

  private func firstLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
  }

  /// Copies the crontab to a new file that only the user can read.
  private func keep(_ crontab: CrontabText) throws -> String {
    let backups = Backups(databasePath: databasePath).directory
    var path = backups
    do {
      try FileManager.default.createDirectory(
        atPath: backups,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
      )
      let base = backups + "/crontab-" + Backups.stamp(environment.now)
      path = base
      var number = 1
      while FileManager.default.fileExists(atPath: path) {
        number += 1
        path = base + "-\(number)"
      }
      let file = try FileDescriptor.open(
        FilePath(path),
        .writeOnly,
        options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: .ownerReadWrite
      )
      try file.closeAfter { _ = try file.writeAll(crontab.text.utf8) }
    } catch {
      throw Failure.fileUnwritable(path: path)
    }
    return path
  }
}

/// Turns what the text's rules throw into what the user is told.
private func translating<Result>(_ body: () throws -> Result) throws -> Result {
  do {
    return try body()
  } catch let failure as ScheduleFailure {
    throw Failure.schedule(failure)
  }
}

extension ScheduledJob {
  fileprivate func isSame(binary: String, database: String) -> Bool {
    self.binary.utf8.elementsEqual(binary.utf8) && self.database.utf8.elementsEqual(database.utf8)
  }
}

extension String {
  /// Whether `crontab -l` says that the user has none; its exit code says as much of a refusal.
  fileprivate var isAbsence: Bool {
    hasPrefix("no crontab for ") || hasPrefix("crontab: no crontab for ")
  }
}

extension ScheduleStatus.Binary {
  /// What is at a path.
  init(at path: String) {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      self = .missing
      return
    }
    self =
      FileManager.default.isExecutableFile(atPath: path) && !isDirectory.boolValue
      ? .executable : .notExecutable
  }
}

extension String {
  /// Whether this path and another lead to one file, whether or not it is there.
  func leads(to other: String) -> Bool {
    let paths = [self, other].map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().path }
    return paths[0].utf8.elementsEqual(paths[1].utf8)
  }
}
