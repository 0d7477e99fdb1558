import Foundation
import StropApp
import StropCore
import StropStore
import Testing

/// The channels that send through a program: mail, the desktop, and the user's own.
@Suite struct ProgramChannelTests {
  static let now = "2026-11-23T21:30:00+08:00"

  private let message = Message(
    title: "papers: 0 of 3 this week", body: "papers: 0 of 3 this week\n  strop checkin papers\n",
    brief: "strop checkin papers", html: nil, parts: [])

  private func sent(_ title: String, html: String? = nil) -> Message {
    Message(title: title, body: "正文 text\n", brief: "", html: html, parts: [])
  }

  /// A sendmail that keeps what it is given in `mail`, and ends with `code`.
  private func fixture(sendmail code: Int) throws -> StropFixture {
    let fixture = try StropFixture()
    let mail = fixture.home.appending(path: "mail").path
    try fixture.install(
      "sendmail", "printf '%s\\n' \"$*\" >'\(mail).arguments'; cat >'\(mail)'; exit \(code)")
    _ = try fixture.strop(at: ProgramChannelTests.now).configure("mail.to", "li@example.com")
    return fixture
  }

  @Test(arguments: [
    (0, "sent"), (64, "failed"), (65, "failed"), (68, "retry"), (71, "retry"), (74, "failed"),
    (75, "retry"), (78, "failed"), (137, "retry"),
  ])
  func `case 47: sendmail's 75 is tried again, its 64 is for good`(
    _ code: Int, _ expected: String
  ) async throws {
    let fixture = try fixture(sendmail: code)
    let outcome = try await fixture.strop(at: ProgramChannelTests.now).send(
      message, .named(.mail), print: { _ in })
    let kind =
      switch outcome {
      case .sent: "sent"
      case .retry: "retry"
      case .failed: "failed"
      }
    #expect(kind == expected)
    let arguments = fixture.home.appending(path: "mail.arguments")
    #expect(try String(contentsOf: arguments, encoding: .utf8) == "-t -i\n")
  }

  /// Python's own reader of mail, as strict as it is.
  private func parsed(_ fixture: StropFixture) async throws -> [String: Any] {
    let script = """
      import email, email.policy, json, sys
      raw = sys.stdin.buffer.read()
      mail = email.message_from_bytes(raw, policy=email.policy.default)
      parts = [p for p in mail.walk() if not p.is_multipart()]
      print(json.dumps({
          "headers": sorted(mail.keys()), "subject": mail["Subject"], "to": mail["To"],
          "type": mail.get_content_type(), "defects": len(mail.defects),
          "parts": [[p.get_content_type(), p.get_content()] for p in parts],
          "ascii": raw.isascii(), "longest": max(map(len, raw.splitlines()))}))
      """
    let mail = try String(contentsOf: fixture.home.appending(path: "mail"), encoding: .utf8)
    let outcome = try await ProcessRunner.system.run(
      "/usr/bin/env", ["python3", "-c", script], mail, [:])
    try #require(outcome.status == 0, "\(outcome.errors)")
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(json as? [String: Any])
  }

  private static let titles = [
    "a\nBcc: eve@example.com", "a\r\n\r\nbody", "练\nX-Evil: 1", "=?UTF-8?B?YQ==?=",
    String(repeating: "读论文", count: 60), String(repeating: "👩‍👩‍👧‍👦", count: 20), "plain",
    String(repeating: "x", count: 400), "tab\there", "",
  ]

  @Test(arguments: titles)
  func `case 48: a newline in a title makes no header`(_ title: String) async throws {
    let fixture = try fixture(sendmail: 0)
    let strop = try fixture.strop(at: ProgramChannelTests.now)
    #expect(await strop.send(sent(title), .named(.mail), print: { _ in }) == .sent(detail: nil))
    let mail = try await parsed(fixture)
    #expect(
      mail["headers"] as? [String] == [
        "Auto-Submitted", "Content-Transfer-Encoding", "Content-Type", "Date", "MIME-Version",
        "Message-ID", "Subject", "To",
      ])
    #expect(mail["to"] as? String == "li@example.com")
    #expect(mail["ascii"] as? Bool == true)
    #expect(mail["defects"] as? Int == 0)
    #expect((mail["longest"] as? Int ?? 999) <= 76)
    #expect(mail["parts"] as? [[String]] == [["text/plain", "正文 text\n"]])
    let subject = try #require(mail["subject"] as? String)
    // Python shows no control character of a subject as it came.
    if title.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) { #expect(subject == title) }
  }

  @Test func `a report is mailed as text and as HTML`() async throws {
    let fixture = try fixture(sendmail: 0)
    let strop = try fixture.strop(at: ProgramChannelTests.now)
    let html = "<p>第 48 周 &amp; more</p>\n"
    _ = await strop.send(sent("report", html: html), .named(.mail), print: { _ in })
    let mail = try await parsed(fixture)
    #expect(mail["type"] as? String == "multipart/alternative")
    #expect(
      mail["parts"] as? [[String]] == [["text/plain", "正文 text\n"], ["text/html", html]])
  }

  @Test(arguments: [("-x", "<b>&"), ("--help", "a\n<i>b</i> & \"c\" '练'")])
  func `case 49: notify-send gets its text as it is`(_ title: String, _ body: String) async throws {
    let fixture = try StropFixture(["DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"])
    let file = fixture.home.appending(path: "arguments")
    try fixture.install("notify-send", "printf '%s\\0' \"$@\" >'\(file.path)'")
    let message = Message(title: title, body: "", brief: body, html: nil, parts: [])
    let strop = try fixture.strop(at: ProgramChannelTests.now)
    #expect(await strop.send(message, .named(.notifySend), print: { _ in }) == .sent(detail: nil))
    let words = try String(contentsOf: file, encoding: .utf8).split(separator: "\0").map(
      String.init)
    let shown = words.last?.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&amp;", with: "&")
    #expect(words.dropLast() == ["--app-name=strop", "--", title])
    #expect(shown == body)
    #expect(words.last?.contains("<") == false)
  }

  /// useradd stands for sendmail, which not every machine has: it is in /usr/sbin alone.
  @Test func `case 50: sendmail only in /usr/sbin is found under cron's PATH`() throws {
    let fixture = try StropFixture(["PATH": "/usr/bin:/bin"])
    let environment = try fixture.environment(at: ProgramChannelTests.now)
    #expect(environment.program("useradd") == "/usr/sbin/useradd")
    if FileManager.default.isExecutableFile(atPath: "/usr/sbin/sendmail") {
      #expect(environment.program("sendmail") == "/usr/sbin/sendmail")
    }
  }

  @Test(arguments: [(0, "sent"), (75, "retry"), (1, "failed"), (126, "failed")])
  func `the user's own program gets JSON, and its exit code counts`(
    _ code: Int, _ expected: String
  ) async throws {
    let fixture = try StropFixture()
    let file = fixture.home.appending(path: "message")
    try fixture.install("tell", "cat >'\(file.path)'; echo 'no route' >&2; exit \(code)")
    let strop = try fixture.strop(at: ProgramChannelTests.now)
    _ = try strop.configure("command.path", fixture.home.appending(path: ".local/bin/tell").path)
    let again = try fixture.strop(at: ProgramChannelTests.now)
    let outcome = await again.send(message, .named(.command), print: { _ in })
    let answer: SendOutcome =
      switch expected {
      case "sent": .sent(detail: "no route")
      case "retry": .retry(LocalizedText("no route"))
      default: .failed(LocalizedText("no route"))
      }
    #expect(outcome == answer)
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    #expect(json?["version"] as? Int == 1)
    #expect(json?["title"] as? String == message.title)
    #expect(json?["body"] as? String == message.body)
    #expect(json?["html"] is NSNull)
    #expect((json?["reminders"] as? [Any])?.isEmpty == true)
  }

  @Test func `a program that hangs is ended with all that it started`() async throws {
    let fixture = try StropFixture()
    let file = fixture.home.appending(path: "child")
    try fixture.install("hang", "sleep 300 & echo $! >'\(file.path)'; wait")
    let runner = ProcessRunner.system(within: .seconds(1))
    await #expect(throws: ProcessRunner.TimedOut.self) {
      try await runner.run(fixture.home.appending(path: ".local/bin/hang").path, [], "", [:])
    }
    let text = try String(contentsOf: file, encoding: .utf8)
    let child = try #require(pid_t(text.dropLast()))
    for _ in 0..<30 where kill(child, 0) == 0 { try await Task.sleep(for: .milliseconds(100)) }
    #expect(kill(child, 0) != 0)
  }

  @Test func `what was set under a former name still holds, until it is set anew or unset`() throws
  {
    let fixture = try StropFixture()
    let author = Author(
      now: try #require(Instant(rfc3339: ProgramChannelTests.now)), zone: "Asia/Shanghai",
      machine: "laptop", random: { "0123456789" })
    func value() throws -> String? {
      try fixture.strop(at: ProgramChannelTests.now).setting("command.path").value
    }
    _ = try fixture.strop(at: ProgramChannelTests.now).store.write(as: author) { transaction in
      try transaction.append(
        [Setting.patch(device: transaction.device, key: "command", value: "/usr/bin/true")],
        command: "config set")
    }
    #expect(try value() == "/usr/bin/true")
    _ = try fixture.strop(at: ProgramChannelTests.now).configure("command", nil)
    #expect(try value() == nil)
  }

  @Test func `a late answer never overwrites a newer one, and the log has both`() async throws {
    let fixture = try StropFixture()
    let home = fixture.home.path
    // The first that runs waits, and then fails for good.
    try fixture.install(
      "tell",
      """
      cat >/dev/null
      mkdir '\(home)/first' 2>/dev/null || exit 0
      until [ -e '\(home)/go' ]; do sleep 0.02; done
      exit 1
      """)
    _ = try fixture.strop(at: ProgramChannelTests.now).configure(
      "command.path", home + "/.local/bin/tell")
    _ = try fixture.strop(at: ProgramChannelTests.now)
      .addReminder(.text("water"), rule: "daily 21:45", channels: "command")
    let slow = try fixture.strop(at: "2026-11-23T21:45:00+08:00")
    let late = Task { try await slow.tick { _ in } }
    while !FileManager.default.fileExists(atPath: home + "/first") {
      try await Task.sleep(for: .milliseconds(20))
    }
    // Past the first one's lease.
    #expect(try await fixture.tick(at: "2026-11-23T22:00:00+08:00") == "")
    try Data().write(to: URL(fileURLWithPath: home + "/go"))
    await #expect(throws: Failure.self) { try await late.value }
    let log = try fixture.strop(at: "2026-11-23T22:10:00+08:00").deliveryLog(of: nil, limit: 9)
    #expect(log.deliveries.map(\.delivery.state) == [.sent])
    #expect(log.deliveries.first?.tries.map(\.attempt.state) == [.failed, .sent])
    #expect(
      log.deliveries.first?.tries.map(\.began.text) == ["2026-11-23T21:45", "2026-11-23T22:00"])
  }
}
