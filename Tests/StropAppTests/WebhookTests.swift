import Foundation
import StropApp
import StropCore
import Testing

@Suite struct WebhookTests {
  static let now = "2026-11-23T21:30:00+08:00"

  private func message(_ body: String = "papers: 0 of 3 this week\n  strop checkin papers\n")
    -> Message
  {
    Message(title: "papers <b>&", body: body, brief: "strop checkin papers", html: nil, parts: [])
  }

  /// What a channel answers to a message, with its URL at `server`.
  private func post(
    _ channel: Reminder.Channel, to server: WebhookServer, path: String = "/hook/0123456789abcdef",
    secret: (SettingKey, String)? = nil, message: Message? = nil, within limit: Int = 20
  ) async throws -> SendOutcome {
    let fixture = try StropFixture()
    let strop = try fixture.strop(at: WebhookTests.now)
    var delivery = DeliveryChannel.named(channel)
    delivery.limit = limit
    let url = try #require(delivery.settings.first { $0.name.hasSuffix(".url") })
    _ = try strop.keepSecret(url, server.url(path))
    if let (key, value) = secret { _ = try strop.keepSecret(key, value) }
    return await strop.send(message ?? self.message(), delivery, print: { _ in })
  }

  @Test func `ntfy gets its topic, title and message at the server's root`() async throws {
    let server = try WebhookServer([(200, "{}")])
    let outcome = try await post(
      .ntfy, to: server, path: "/my-topic", secret: (.ntfyToken, "tk_0123456789"))
    #expect(outcome == .sent(detail: "HTTP 200"))
    let request = try #require(try server.requests().first)
    #expect(request.path == "/")
    #expect(request.headers["authorization"] == "Bearer tk_0123456789")
    #expect(request.headers["content-type"] == "application/json; charset=utf-8")
    #expect(
      request.body
        == #"{"topic":"my-topic","title":"papers <b>&","message":"strop checkin papers","priority":3,"tags":["strop"]}"#
    )
  }

  @Test func `Slack gets escaped text`() async throws {
    let server = try WebhookServer([(200, "ok")])
    let message = message("a <b> & \"c\" \\ 你好\n  strop checkin a\n")
    #expect(try await post(.slack, to: server, message: message) == .sent(detail: "HTTP 200"))
    let request = try #require(try server.requests().first)
    #expect(request.method == "POST")
    #expect(request.path == "/hook/0123456789abcdef")
    #expect(
      request.body
        == #"{"text":"a &lt;b&gt; &amp; \"c\" \\ 你好\n  strop checkin a"}"#)
  }

  /// An accent at the beginning stands on JSON's own quotation mark.
  @Test(arguments: ["\u{301}a", "a\"\u{301}b", "<\u{338}b"])
  func `a message arrives whole, whatever stands on its marks`(text: String) async throws {
    let server = try WebhookServer([(200, "{}")])
    let message = Message(title: "x", body: text, brief: text, html: nil, parts: [])
    #expect(
      try await post(.ntfy, to: server, path: "/my-topic", message: message)
        == .sent(detail: "HTTP 200"))
    let body = try #require(try server.requests().first).body
    let sent = try #require(
      try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any])
    #expect(sent["message"] as? String == text)
  }

  /// Vectors by Python: base64(hmac(b"1795440600\nsecret", b"", sha256)), and
  /// quote_plus(base64(hmac(b"SECret", b"1795440600000\nSECret", sha256))).
  @Test func `case 44: Feishu's and DingTalk's signatures are the fixed vectors`() async throws {
    let feishu = try WebhookServer([(200, #"{"code":0,"msg":"success"}"#)])
    #expect(
      try await post(.feishu, to: feishu, secret: (.feishuSecret, "secret"))
        == .sent(detail: "HTTP 200, code 0: success"))
    #expect(
      try feishu.requests().first?.body
        == #"{"timestamp":"1795440600","sign":"IEQCkjSZSkonyV8+GUFXvR2gYy72Fa7fZZKlRB/RXd8=","msg_type":"text","content":{"text":"papers: 0 of 3 this week\n  strop checkin papers"}}"#
    )
    let dingTalk = try WebhookServer([(200, #"{"errcode":0,"errmsg":"ok"}"#)])
    #expect(
      try await post(
        .dingTalk, to: dingTalk, path: "/robot/send?access_token=0123456789",
        secret: (.dingTalkSecret, "SECret")) == .sent(detail: "HTTP 200, code 0: ok"))
    let request = try #require(try dingTalk.requests().first)
    #expect(
      request.path
        == "/robot/send?access_token=0123456789&timestamp=1795440600000&sign=pA3os3RikfKqb%2FGkbwzVyyK8%2BQjBtce88Bxe%2BPnCsLU%3D"
    )
    #expect(
      request.body
        == #"{"msgtype":"text","text":{"content":"papers: 0 of 3 this week\n  strop checkin papers"}}"#
    )
  }

  @Test func `case 43: Feishu's 200 with code 19024 inside is a failure`() async throws {
    let server = try WebhookServer([(200, #"{"code":19024,"msg":"Key Words Not Found"}"#)])
    #expect(
      try await post(.feishu, to: server)
        == .failed(LocalizedText("HTTP 200, code 19024: Key Words Not Found")))
  }

  @Test(arguments: [Reminder.Channel.dingTalk, .weCom])
  func `a 200 with an errcode inside is a failure`(_ channel: Reminder.Channel) async throws {
    let server = try WebhookServer([(200, #"{"errcode":310000,"errmsg":"sign not match"}"#)])
    #expect(
      try await post(channel, to: server)
        == .failed(LocalizedText("HTTP 200, code 310000: sign not match")))
  }

  @Test func `case 45: 2049 bytes of Chinese for WeCom are cut on a character`() async throws {
    let server = try WebhookServer([(200, #"{"errcode":0,"errmsg":"ok"}"#)])
    let long = String(repeating: "练", count: 681) + "strop"
    #expect(long.utf8.count == 2_048)
    let split = "strop" + String(repeating: "练", count: 682)
    for text in [long, "x" + long, split] {
      _ = try await post(.weCom, to: server, message: message(text))
    }
    // A server answers every request alike: the bodies are what counts.
    let contents = try server.requests().map { request in
      let body = try JSONSerialization.jsonObject(with: Data(request.body.utf8)) as? [String: Any]
      return try #require((body?["text"] as? [String: String])?["content"])
    }
    #expect(contents.count == 3)
    #expect(contents[0] == long)
    #expect(contents[1] == "x" + String(repeating: "练", count: 681) + "s…")
    #expect(contents[2] == "strop" + String(repeating: "练", count: 680) + "…")
    #expect(contents.allSatisfy { $0.utf8.count <= 2_048 })
  }

  @Test func `what is too long for Feishu is cut to 20 KB`() async throws {
    let server = try WebhookServer([(200, #"{"code":0}"#)])
    let long = "strop " + String(repeating: "练\n", count: 20_000)
    #expect(
      try await post(.feishu, to: server, message: message(long))
        == .sent(detail: "HTTP 200, code 0"))
    let body = try #require(try server.requests().first?.body)
    #expect((19_900...20_000).contains(body.utf8.count))
    #expect(body.contains("…"))
  }

  @Test(arguments: [(429, true), (500, true), (503, true), (408, true), (400, false), (404, false)])
  func `busy servers are tried again, refusals are not`(_ status: Int, _ isTriedAgain: Bool)
    async throws
  {
    let server = try WebhookServer([(status, "no_service")])
    let reason = LocalizedText("HTTP \(status), no_service")
    #expect(
      try await post(.slack, to: server) == (isTriedAgain ? .retry(reason) : .failed(reason)))
  }

  @Test func `a server that hangs, and one that is not there, are tried again`() async throws {
    let server = try WebhookServer([(0, "")])
    #expect(
      try await post(.slack, to: server, within: 1)
        == .retry(LocalizedText(english: "no answer within 1 s", chinese: "1 秒内没有回复")))
    let fixture = try StropFixture()
    let strop = try fixture.strop(at: WebhookTests.now)
    // Port 9 (discard) is closed here.
    _ = try strop.keepSecret(.slackURL, "http://127.0.0.1:9/services/T000")
    #expect(
      await strop.send(message(), .slack, print: { _ in })
        == .retry(
          LocalizedText(english: "no connection to the server", chinese: "连不上服务器")))
  }

  @Test func `an answer that repeats a secret is masked`() async throws {
    let server = try WebhookServer([(403, "bad key 0123456789abcdef")])
    #expect(
      try await post(.slack, to: server)
        == .failed(LocalizedText("HTTP 403, bad key …")))
  }

  @Test func `WeCom gets text alone`() async throws {
    let server = try WebhookServer([(200, #"{"errcode":0,"errmsg":"ok"}"#)])
    #expect(try await post(.weCom, to: server) == .sent(detail: "HTTP 200, code 0: ok"))
    #expect(
      try server.requests().first?.body
        == #"{"msgtype":"text","text":{"content":"papers: 0 of 3 this week\n  strop checkin papers"}}"#
    )
  }
}
