import Foundation
package import StropCore

/// Puts strop's two units among the user's, and takes them out again.
package struct SystemdSchedule: Sendable {
  let environment: Environment
  let runner: ProcessRunner
  let databasePath: String
  /// The path of the `systemctl` program; nil where there is none.
  let systemctl: String?
  /// How long to wait while another process changes the schedule.
  let patience: Duration

  package init(
    environment: Environment, runner: ProcessRunner, databasePath: String, systemctl: String?,
    patience: Duration = .seconds(5)
  ) {
    self.environment = environment
    self.runner = runner
    self.databasePath = databasePath
    self.systemctl = systemctl
    self.patience = patience
  }

  /// The same with the `systemctl` that the environment finds.
  package init(environment: Environment, runner: ProcessRunner, databasePath: String) {
    self.init(
      environment: environment, runner: runner, databasePath: databasePath,
      systemctl: environment.program("systemctl"))
  }

  /// The units, for users who put them in their place themselves.
  ///
  /// `minute`: minutes after each quarter of an hour, 0 to 14.
  /// - Throws: `Failure.schedule`.
  package func text(minute: Int) throws -> String {
    let units = try self.units(minute)
    return zip(paths, [units.service, units.timer]).map { path, text in
      "# \(environment.abbreviated(path))\n" + text
    }.joined(separator: "\n")
  }

  /// Writes the units, unless they call this program on this database already, and lets the timer run.
  ///
  /// `minute`: minutes after each quarter of an hour, 0 to 14.
  /// - Throws: `Failure.schedule`, `Failure.fileUnwritable`.
  package func install(minute: Int) async throws -> ScheduleChange {
    guard let systemctl else { throw Failure.schedule(.noSystemd) }
    let lock = try await lock()
    defer { withExtendedLifetime(lock) {} }
    let old = try readOwn()
    let kept = old[0].flatMap { service in
      old[1].flatMap { ScheduledJob(systemd: service, timer: $0)?.minute }
    }
    let units = try self.units(kept ?? minute)
    let new = [units.service, units.timer]
    let isSame = old == new
    let isRunning: Bool
    do {
      if !isSame {
        for (path, text) in zip(paths, new) { try write(text, to: path) }
        try await reload(systemctl)
      }
      isRunning = try await enable(systemctl)
    } catch {
      // As it was before it was refused.
      for (path, text) in zip(paths, old) {
        if let text { try? write(text, to: path) } else { unlink(path) }
      }
      throw error
    }
    return ScheduleChange(
      place: .systemd, kind: isSame ? .unchanged : old == [nil, nil] ? .installed : .replaced,
      removed: lines(old.compactMap(\.self), without: new),
      added: lines(new, without: old.compactMap(\.self)),
      warnings: (isRunning ? [] : [.noUserBus]) + (environment.lingers ? [] : [.noLinger]))
  }

  /// Stops the timer and takes the units out.
  ///
  /// - Throws: `Failure.schedule`, `Failure.fileUnwritable`.
  package func uninstall() async throws -> ScheduleChange {
    let lock = try await lock()
    defer { withExtendedLifetime(lock) {} }
    let old = try readOwn().compactMap(\.self)
    guard !old.isEmpty else { return ScheduleChange(place: .systemd, kind: .unchanged) }
    if let systemctl {
      let stopped = try await call(systemctl, ["disable", "--now", SystemdUnits.timerName])
      if stopped.isBusless {
        _ = try await call(systemctl, ["disable", SystemdUnits.timerName])
      }
    }
    // Where there is no systemctl any more, its link is left.
    let link = directory + "/timers.target.wants/" + SystemdUnits.timerName
    for path in paths + [link] where unlink(path) != 0 && errno != ENOENT {
      throw Failure.fileUnwritable(path: path)
    }
    // They are gone, whatever systemd says to that.
    if let systemctl { _ = try? await reload(systemctl) }
    return ScheduleChange(place: .systemd, kind: .removed, removed: lines(old, without: []))
  }

  /// Whether the units are there, and whether they still work.
  ///
  /// - Throws: `Failure.schedule`, `Failure.fileUnreadable`.
  package func status() async throws -> ScheduleStatus {
    let old = try read()
    guard let service = old[0], let timer = old[1] else {
      return ScheduleStatus(isInstalled: false)
    }
    let lines = self.lines([service, timer], without: [])
    var isActive = false
    if let systemctl {
      isActive = try await call(systemctl, ["is-active", SystemdUnits.timerName]).status == 0
    }
    let warnings: [ScheduleWarning] =
      (isActive ? [] : [.notActive]) + (environment.lingers ? [] : [.noLinger])
    guard let job = ScheduledJob(systemd: service, timer: timer) else {
      return ScheduleStatus(isInstalled: true, lines: lines, warnings: warnings)
    }
    return ScheduleStatus(
      isInstalled: true, lines: lines, job: job, binary: ScheduleStatus.Binary(at: job.binary),
      isThisBinary: job.binary.leads(to: environment.executable.path),
      isThisDatabase: job.database.leads(to: databasePath), warnings: warnings)
  }

  /// Whether both units are there.
  package var isInstalled: Bool {
    paths.allSatisfy { FileManager.default.fileExists(atPath: $0) }
  }

  private var directory: String {
    let configuration = environment.variable("XDG_CONFIG_HOME").flatMap {
      $0.hasPrefix("/") ? $0 : nil
    }
    return (configuration ?? environment.home + "/.config") + "/systemd/user"
  }

  /// Of the service and of the timer.
  private var paths: [String] {
    [SystemdUnits.serviceName, SystemdUnits.timerName].map { directory + "/" + $0 }
  }

  private func units(_ minute: Int) throws -> SystemdUnits {
    do {
      return try SystemdUnits(
        binary: environment.executable.path, database: databasePath, minute: minute)
    } catch {
      throw Failure.schedule(error)
    }
  }

  /// Those that say what is called and when.
  private func lines(_ texts: [String], without others: [String]) -> [String] {
    func lines(_ texts: [String]) -> [String] {
      texts.flatMap { $0.split(separator: "\n").map(String.init) }
        .filter { $0.hasPrefix("ExecStart=") || $0.hasPrefix("OnCalendar=") }
    }
    let known = Set(lines(others))
    return lines(texts).filter { !known.contains($0) }
  }

  /// The service's text and the timer's; nil where there is none.
  private func read() throws -> [String?] {
    try paths.map { path in
      guard FileManager.default.fileExists(atPath: path) else { return nil }
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
        throw Failure.fileUnreadable(path: path)
      }
      return text
    }
  }

  /// The same of units that strop wrote.
  ///
  /// - Throws: `Failure.schedule` with `.foreignUnit` for another's, and as `read`.
  private func readOwn() throws -> [String?] {
    let texts = try read()
    for (path, text) in zip(paths, texts) {
      if let text, !text.isEmpty, !text.hasPrefix(SystemdUnits.mark) {
        throw Failure.schedule(.foreignUnit(path: path))
      }
    }
    return texts
  }

  private func write(_ text: String, to path: String) throws {
    try? FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    guard FileReplacement.write(text, to: path, mode: 0o644) == true else {
      throw Failure.fileUnwritable(path: path)
    }
  }

  private func lock() async throws -> ScheduleLock {
    try await ScheduleLock(
      directories: [
        environment.home, URL(fileURLWithPath: databasePath).deletingLastPathComponent().path,
      ], patience: patience)
  }
}

// MARK: - The systemctl program

extension SystemdSchedule {
  /// Lets systemd read its units; without a bus it will when the user logs in.
  private func reload(_ systemctl: String) async throws {
    let outcome = try await call(systemctl, ["daemon-reload"])
    guard outcome.status == 0 || outcome.isBusless else { throw refusal(outcome) }
  }

  /// Starts the timer, now and at each login; false where it could only be linked, since the user has no bus.
  private func enable(_ systemctl: String) async throws -> Bool {
    let outcome = try await call(systemctl, ["enable", "--now", SystemdUnits.timerName])
    if outcome.status == 0 { return true }
    guard outcome.isBusless else { throw refusal(outcome) }
    let linked = try await call(systemctl, ["enable", SystemdUnits.timerName])
    guard linked.status == 0 else { throw refusal(linked) }
    return false
  }

  private func call(
    _ program: String, _ arguments: [String]
  ) async throws -> ProcessRunner.Outcome {
    do {
      return try await runner.run(program, ["--user"] + arguments, "", ["LC_ALL": "C"])
    } catch {
      throw Failure.schedule(.refused("\(program): \(error)"))
    }
  }

  private func refusal(_ outcome: ProcessRunner.Outcome) -> Failure {
    .schedule(.refused(outcome.remark ?? "systemctl: exit \(outcome.status)"))
  }
}

extension ProcessRunner.Outcome {
  /// Whether systemctl found no user's systemd to talk to.
  fileprivate var isBusless: Bool {
    status != 0
      && ["Failed to connect to bus", "Failed to connect to user scope bus"].contains {
        errors.contains($0)
      }
  }
}

extension Environment {
  /// Whether the user's units run while the user is not logged in, too.
  var lingers: Bool {
    guard let user = getpwuid(getuid()) else { return false }
    let name = String(cString: user.pointee.pw_name)
    return FileManager.default.fileExists(
      atPath: root.appending(path: "var/lib/systemd/linger/" + name).path)
  }
}
