import Foundation
import StropApp
import StropCore
import Testing

/// What webhooks answer, over the ticks that follow.
@Suite struct WebhookTickTests {
  @Test func `case 46: 429 waits for its backoff while other channels go on`() async throws {
    let server = try WebhookServer([(429, "slow down"), (200, "ok")])
    let fixture = try StropFixture()
    let strop = try fixture.strop(at: "2026-11-23T20:00:00+08:00")
    _ = try strop.keepSecret(.slackURL, server.url("/services/T0123456789"))
    _ = try strop.addReminder(.skill("papers"), rule: "daily 21:30", channels: "stdout,slack")
    await #expect(throws: Failure.self) {
      try await fixture.tick(at: "2026-11-23T21:30:00+08:00")
    }
    func states(at now: String) throws -> [String] {
      try fixture.strop(at: now).deliveryLog(of: nil, limit: 9).deliveries
        .map { $0.delivery.channel + " " + $0.delivery.state.rawValue }.sorted()
    }
    #expect(try states(at: "2026-11-23T21:31:00+08:00") == ["slack failed", "stdout sent"])
    #expect(try await fixture.tick(at: "2026-11-23T21:37:00+08:00") == "")
    #expect(try server.requests().count == 1)
    #expect(try await fixture.tick(at: "2026-11-23T21:45:00+08:00") == "")
    #expect(try server.requests().count == 2)
    #expect(try states(at: "2026-11-23T21:46:00+08:00") == ["slack sent", "stdout sent"])
  }

  @Test func `a refusal for good is not tried again, and the tick says so once`() async throws {
    let server = try WebhookServer([(404, "no_team")])
    let fixture = try StropFixture()
    let strop = try fixture.strop(at: "2026-11-23T20:00:00+08:00")
    _ = try strop.keepSecret(.slackURL, server.url("/services/T0123456789"))
    _ = try strop.addReminder(.skill("papers"), rule: "daily 21:30", channels: "slack")
    do {
      _ = try await fixture.tick(at: "2026-11-23T21:30:00+08:00")
      Issue.record("a refused delivery must fail the tick")
    } catch Failure.deliveryFailed(let problems, let isOver) {
      #expect(problems.map(\.english) == ["slack: HTTP 404, no_team"])
      #expect(isOver)
    }
    for time in ["21:45", "22:15", "23:15"] {
      #expect(try await fixture.tick(at: "2026-11-23T\(time):00+08:00") == "")
    }
    #expect(try server.requests().count == 1)
  }

  @Test func `case 56: what hangs is ended after its limit, and the others are delivered`()
    async throws
  {
    let server = try WebhookServer([(0, "")])
    let fixture = try StropFixture(["DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"])
    try fixture.install("notify-send", "(trap '' TERM; sleep 96) & wait")
    let told = fixture.home.appending(path: "told").path
    try fixture.install("tell", "cat >'\(told)'")
    let strop = try fixture.strop(at: "2026-11-23T20:00:00+08:00")
    _ = try strop.keepSecret(.slackURL, server.url("/services/T0123456789"))
    _ = try strop.configure("command.path", fixture.home.appending(path: ".local/bin/tell").path)
    _ = try fixture.strop(at: "2026-11-23T20:00:00+08:00").addReminder(
      .skill("papers"), rule: "daily 21:30", channels: "stdout,notify-send,slack,command")
    let hurried = DeliveryChannel.all.map { channel in
      var channel = channel
      if [.notifySend, .slack].contains(channel.name) { channel.limit = 1 }
      return channel
    }
    let printed = Printed()
    let late = try fixture.strop(at: "2026-11-23T21:30:00+08:00")
    do {
      try await late.tick(through: hurried) { printed.add($0) }
      Issue.record("a hang must fail the tick")
    } catch Failure.deliveryFailed(let problems, let isOver) {
      #expect(
        problems.map(\.english) == [
          "notify-send: notify-send took more than 1 s", "slack: no answer within 1 s",
        ])
      #expect(!isOver)
    }
    #expect(printed.text.hasPrefix("papers"))
    #expect(FileManager.default.fileExists(atPath: told))
    let states = try late.deliveryLog(of: nil, limit: 9).deliveries
      .map { $0.delivery.channel + " " + $0.delivery.state.rawValue }.sorted()
    #expect(states == ["command sent", "notify-send failed", "slack failed", "stdout sent"])
  }

  /// The URL of each, and what its server says of a message that it takes, and of one that it refuses.
  private static let hooks: [(Reminder.Channel, path: String, taken: String, refused: String)] = [
    (.feishu, "/hook/0123456789", #"{"code":0,"msg":"success"}"#, #"{"code":19021,"msg":"sign"}"#),
    (
      .dingTalk, "/robot/send?access_token=0123456789", #"{"errcode":0,"errmsg":"ok"}"#,
      #"{"errcode":310000,"errmsg":"keywords not in content"}"#
    ),
    (
      .weCom, "/cgi-bin/webhook/send?key=0123456789", #"{"errcode":0,"errmsg":"ok"}"#,
      #"{"errcode":93000,"errmsg":"invalid webhook url"}"#
    ),
  ]

  @Test(arguments: hooks.indices)
  func `what 429, 500, a hang and a code inside a 200 come to over the next ticks`(_ index: Int)
    async throws
  {
    let (name, path, taken, refused) = WebhookTickTests.hooks[index]
    let server = try WebhookServer([
      (429, "slow down"), (500, ""), (0, ""), (200, taken), (200, refused),
    ])
    let fixture = try StropFixture()
    let strop = try fixture.strop(at: "2026-11-23T20:00:00+08:00")
    let url = try #require(DeliveryChannel.named(name).settings.first)
    _ = try strop.keepSecret(url, server.url(path))
    _ = try strop.addReminder(.text("续 GPU"), rule: "daily 21:30", channels: name.rawValue)
    var hurried = DeliveryChannel.named(name)
    hurried.limit = 2
    /// Whether a tick had nothing to complain of.
    func tick(_ now: String) async throws -> Bool {
      do {
        try await fixture.strop(at: now).tick(through: [hurried]) { _ in }
        return true
      } catch Failure.deliveryFailed {
        return false
      }
    }
    for time in ["21:30", "21:45", "22:15"] {
      #expect(try await !tick("2026-11-23T\(time):00+08:00"))
      // A quarter of an hour earlier than it shall be tried again.
      #expect(try await tick("2026-11-23T\(time):30+08:00"))
    }
    #expect(try await tick("2026-11-23T23:15:00+08:00"))
    #expect(try await !tick("2026-11-24T21:30:00+08:00"))
    for time in ["21:45", "22:15", "23:15"] {
      #expect(try await tick("2026-11-24T\(time):00+08:00"))
    }
    #expect(try server.requests().count == 5)
    let log = try fixture.strop(at: "2026-11-25T09:00:00+08:00").deliveryLog(of: nil, limit: 9)
    #expect(log.deliveries.map(\.delivery.state) == [.failed, .sent])
    #expect(log.deliveries[0].delivery.detail?.hasPrefix("HTTP 200, code ") == true)
    #expect(
      log.deliveries[1].tries.map(\.attempt.detail) == [
        "HTTP 429, slow down", "HTTP 500", "no answer within 2 s",
        log.deliveries[1].delivery.detail,
      ])
    #expect(log.deliveries[1].delivery.detail?.hasPrefix("HTTP 200, code 0") == true)
    #expect(log.deliveries[1].tries.map(\.attempt.state) == [.failed, .failed, .failed, .sent])
  }

  @Test func `case 52: a secret is in no crontab, log, error, export or process list`() async throws
  {
    let secret = "0123456789abcdef"
    let server = try WebhookServer([(0, "")])
    let fixture = try StropFixture()
    let strop = try fixture.strop(at: "2026-11-23T20:00:00+08:00")
    _ = try strop.keepSecret(.feishuURL, server.url("/hook/" + secret))
    _ = try strop.keepSecret(.feishuSecret, "SECRET" + secret)
    _ = try strop.addReminder(.skill("papers"), rule: "daily 21:30", channels: "飞书")
    var hurried = DeliveryChannel.named(.feishu)
    hurried.limit = 5
    let late = try fixture.strop(at: "2026-11-23T21:30:00+08:00")
    async let error: String = {
      do {
        try await late.tick(through: [hurried]) { _ in }
        return ""
      } catch {
        return "\(error)"
      }
    }()
    // While curl waits for the answer.
    var lists: [String] = []
    for _ in 0..<1_000 where !lists.contains(where: { $0.contains("curl\0--config") }) {
      lists = commandLines()
      try await Task.sleep(for: .milliseconds(5))
    }
    #expect(lists.contains { $0.contains("curl\0--config") })
    let said = await error
    #expect(said.contains("no answer within 5 s"), "\(said)")
    let log = try late.deliveryLog(of: nil, limit: 9).deliveries
    let lines = try late.crontab.text(minute: 7) + late.systemd.text(minute: 7)
    let database = try Data(contentsOf: URL(fileURLWithPath: fixture.path))
    for text in lists + [said, "\(log)", lines, String(decoding: database, as: UTF8.self)] {
      #expect(!text.contains(secret))
    }
  }

  /// The arguments of every process, each ended by a zero, and its environment.
  private func commandLines() -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? [])
      .filter { $0.allSatisfy(\.isNumber) }
      .flatMap { process in
        ["cmdline", "environ"].map {
          String(
            decoding: FileManager.default.contents(atPath: "/proc/\(process)/\($0)") ?? Data(),
            as: UTF8.self)
        }
      }
  }
}
