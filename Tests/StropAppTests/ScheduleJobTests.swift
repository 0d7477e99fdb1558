import Foundation
import StropApp
import StropCore
import Testing

extension ScheduleTests {
  // MARK: the job

  /// How two crons make a crontab's command into what sh gets; nil stands for a cut at `%`.
  private func unescaped(_ command: String, joinsBackslashes: Bool) -> String? {
    var text = ""
    var isEscaped = false
    for character in command {
      if isEscaped, character == "%" || (joinsBackslashes && character == "\\") {
        text.removeLast()
      } else if !isEscaped, character == "%" {
        return nil
      }
      text.append(character)
      isEscaped = !isEscaped && character == "\\"
    }
    return text
  }

  @Test(arguments: [
    "plain", "with space", "it's", "100%", "%", "a\\b", "a\\%b", "\\\\%'", "论文 复现",
    "$HOME `id` \"x\"",
    "a'b % c\\ 数据 \\", "tab\tand\rreturn", "# ; & |",
  ])
  func `case 12: the job runs with a space, a quote, a percent sign or Chinese in its paths`(
    name: String
  ) async throws {
    for kind in CrontabKind.available {
      try await CrontabFixture.with(kind) { fixture in
        let directory = fixture.directory.appending(path: name)
        let binary = directory.appending(path: "strop")
        let databasePath = directory.appending(path: "my data.db").path
        let record = fixture.directory.appending(path: "record")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        try fixture.script(
          "{ printf '%s\\0' \"$0\" \"$@\"; cat; } >'\(record.path)'; env >'\(record.path).env'",
          at: binary
        )
        let schedule = try fixture.schedule(binary: binary, databasePath: databasePath)
        _ = try await schedule.install(minute: 7)

        let text = try #require(try fixture.text())
        let line = try #require(text.split(separator: "\n").dropFirst().first)
        let command = line.split(separator: " ", maxSplits: 5).last.map(String.init) ?? ""
        for joinsBackslashes in [true, false] {
          let job = try #require(unescaped(command, joinsBackslashes: joinsBackslashes))
          let outcome = try await ProcessRunner.system.run(
            "/usr/bin/env",
            [
              "-i", "HOME=\(fixture.home.path)", "LOGNAME=li", "PATH=/usr/bin:/bin",
              "SHELL=/bin/sh", "/bin/sh", "-c", job,
            ],
            "",
            [:]
          )
          #expect(outcome == ProcessRunner.Outcome(status: 0, output: "", errors: ""))
          let arguments = [binary.path, "--db", databasePath, "remind", "deliver"]
          #expect(
            try Data(contentsOf: record)
              == Data(arguments.map { $0 + "\0" }.joined().utf8)
          )
          try FileManager.default.removeItem(at: record)
        }
        let status = try await schedule.status()
        #expect(status.job?.binary == binary.path)
        #expect(status.job?.database == databasePath)
        #expect(status.isThisBinary && status.isThisDatabase)
      }
    }
  }

  @Test func `case 13: a path with a newline is refused before crontab is called`() async throws {
    try await CrontabFixture.with { fixture in
      let path = fixture.directory.path + "/a\nb.db"
      let schedule = try fixture.schedule(databasePath: path)
      #expect(
        try await scheduleFailure { try await schedule.install(minute: 7) } == .newlineInPath(path)
      )
      #expect(throws: Failure.self) { try schedule.text(minute: 7) }
      #expect(fixture.callsMade.isEmpty)
    }
  }

  @Test func `case 14: too long a line is refused before anything is written`() async throws {
    try await CrontabFixture.with(crontab: foreign) { fixture in
      let path = "/" + String(repeating: "x", count: 1_000)
      let schedule = try fixture.schedule(databasePath: path)
      let bytes =
        try fixture.block(minute: 7).split(separator: "\n")[1].utf8.count
        + path.utf8.count - fixture.databasePath.utf8.count
      #expect(
        try await scheduleFailure { try await schedule.install(minute: 7) }
          == .lineTooLong(bytes: bytes)
      )
      #expect(fixture.callsMade.isEmpty)
      #expect(try fixture.text() == foreign)
    }
  }

  @Test(arguments: CrontabKind.available)
  func `the longest line that we write is one that crontab takes`(kind: CrontabKind) async throws {
    try await CrontabFixture.with(kind) { fixture in
      let rest = try fixture.schedule(databasePath: "/").text(minute: 7)
        .split(separator: "\n")[1].utf8.count
      let path = "/" + String(repeating: "x", count: CrontabLine.longest - rest)
      let change = try await fixture.schedule(databasePath: path).install(minute: 7)
      #expect(change.kind == .installed)
      #expect(change.added[1].utf8.count == CrontabLine.longest)
    }
  }

  // MARK: status

  @Test(arguments: CrontabKind.available)
  func `case 18: status says that the program was moved`(kind: CrontabKind) async throws {
    try await CrontabFixture.with(kind) { fixture in
      let schedule = try fixture.schedule()
      #expect(try await schedule.status() == ScheduleStatus(isInstalled: false))
      _ = try await schedule.install(minute: 7)
      let status = try await schedule.status()
      #expect(status.isInstalled)
      #expect(status.job?.minute == 7)
      #expect(status.job?.timing == "7,22,37,52 * * * *")
      #expect(status.job.map { [$0.line] } == status.lines)
      #expect(status.binary == .executable)
      #expect(status.isThisBinary && status.isThisDatabase)

      try FileManager.default.setAttributes(
        [.posixPermissions: 0o644],
        ofItemAtPath: fixture.binary.path
      )
      #expect(try await schedule.status().binary == .notExecutable)
      let moved = fixture.directory.appending(path: "strop")
      try FileManager.default.moveItem(at: fixture.binary, to: moved)
      #expect(try await schedule.status().binary == .missing)
      let elsewhere = try fixture.schedule(binary: moved, databasePath: "/elsewhere.db")
      #expect(try await elsewhere.status().isThisBinary == false)
      #expect(try await elsewhere.status().isThisDatabase == false)
    }
  }

  @Test func `a link to this program is this program`() async throws {
    try await CrontabFixture.with { fixture in
      let link = fixture.directory.appending(path: "link")
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: fixture.binary)
      _ = try await fixture.schedule(binary: link).install(minute: 7)
      #expect(try await fixture.schedule().status().isThisBinary)
    }
  }

  @Test func `status shows a block that was edited`() async throws {
    let text = CrontabText.openingMark + "\n#0 5 * * * strop\n# strop: end\n"
    try await CrontabFixture.with(crontab: text) { fixture in
      let status = try await fixture.schedule().status()
      #expect(status == ScheduleStatus(isInstalled: true, lines: ["#0 5 * * * strop"]))
      #expect(try await fixture.schedule().install(minute: 7).removed == ["#0 5 * * * strop"])
    }
  }
}
