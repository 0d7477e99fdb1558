import Foundation
import StropCore

/// Secrets that are set, by their settings.
typealias Secrets = [SettingKey: String]

extension DeliveryChannel {
  /// One that posts to a webhook through `curl`, which gets everything on its standard input: nothing
  /// secret is in an argument list. The user's ~/.curlrc holds, a proxy for instance.
  ///
  /// `url`: the secret that holds the webhook's URL; `secrets`: others that it may have.
  /// `request`: what carries a message; nil where the URL is none for it.
  static func webhook(
    _ name: Reminder.Channel, url: SettingKey, secrets: [SettingKey] = [],
    request:
      @escaping @Sendable (Message, _ url: String, Secrets, _ now: Instant)
      -> WebhookRequest?,
    answer: @escaping @Sendable (WebhookAnswer) -> SendOutcome
  ) -> DeliveryChannel {
    DeliveryChannel(
      name, settings: [url] + secrets, limit: 20,
      lack: { strop in
        guard let secrets = try? strop.secretFile.values() else { return strop.secretLack }
        guard secrets[url] != nil else { return .setting(url, "--secret") }
        return strop.environment.program("curl") == nil ? .program("curl", package: "curl") : nil
      },
      send: { message, strop, limit, _ in
        guard let secrets = try? strop.secretFile.values(), let address = secrets[url],
          let request = request(message, address, secrets, strop.environment.now)
        else { return strop.secretOutcome(lacking: url) }
        guard let curl = strop.environment.program("curl") else {
          return .retry(LocalizedText(english: "curl is not installed", chinese: "没有安装 curl"))
        }
        // curl keeps the limit by itself; what does not end even so is killed.
        let outcome = await ProcessRunner.system(within: .seconds(limit + 10)).send(
          curl, ["--config", "-"], input: request.curlConfig(limit: limit)
        ) { outcome in
          guard outcome.status == 0 else { return .curl(outcome.status, limit: limit) }
          return request.answer(in: outcome.output).map(answer)
            ?? .retry(LocalizedText(english: "curl gave no answer", chinese: "curl 没有给出回复"))
        }
        return outcome.masking(Array(secrets.values) + [request.url])
      })
  }
}

extension SettingKey {
  /// A secret: a webhook's URL is as good as a password, so none is ever shown. It is printable ASCII
  /// without spaces.
  static func secret(
    _ name: String, _ english: String, _ chinese: String, example: String,
    accepts: @escaping @Sendable (String) -> Bool = { _ in true }
  ) -> SettingKey {
    SettingKey(name, english, chinese, example: example, isSecret: true) { text in
      let isPlain =
        (1...2_000).contains(text.utf8.count)
        && text.utf8.allSatisfy { (0x21..<0x7f).contains($0) }
      return isPlain && accepts(text) ? text : nil
    }
  }

  /// The URL of a webhook: https, or http on this machine itself.
  ///
  /// `needsPath`: whether it must name more than a server.
  static func secretURL(
    _ name: String, _ english: String, _ chinese: String, example: String, needsPath: Bool = false
  ) -> SettingKey {
    secret(name, english, chinese, example: example) { text in
      guard let url = URLComponents(string: text), let host = url.host, !host.isEmpty,
        url.fragment == nil
      else { return false }
      let isLocal = ["localhost", "127.0.0.1", "[::1]"].contains(host)
      return (url.scheme == "https" || url.scheme == "http" && isLocal)
        && !(needsPath && url.path.split(separator: "/").isEmpty)
    }
  }
}

extension WebhookRequest {
  /// What `curl --config -` reads. The answer's body is printed, then its status on a line of its own.
  func curlConfig(limit: Int) -> String {
    var lines = ["silent", "globoff", #"proto = "=http,https""#, #"write-out = "\n%{http_code}""#]
    lines += ["max-time = \(limit)", "max-filesize = 1000000", "request = POST"]
    lines.append("url = " + WebhookRequest.quoted(url))
    for header in ["Content-Type: application/json; charset=utf-8", "Expect:"] + headers {
      lines.append("header = " + WebhookRequest.quoted(header))
    }
    lines.append("data-binary = " + WebhookRequest.quoted(body))
    return lines.joined(separator: "\n") + "\n"
  }

  /// In double quotes, as curl's manual has them; JSON holds no line feed of its own.
  private static func quoted(_ value: String) -> String {
    "\"" + value.escaping([("\\", "\\\\"), ("\"", "\\\"")]) + "\""
  }

  /// Reads what curl printed.
  func answer(in output: String) -> WebhookAnswer? {
    guard let end = output.lastIndex(of: "\n"),
      let status = Int(output[output.index(after: end)...])
    else { return nil }
    return WebhookAnswer(status: status, body: String(output[..<end]))
  }
}

extension SendOutcome {
  /// What an exit code of curl means for the message: most of them, that it may go later. The words are
  /// strop's own, since curl's could hold the URL.
  fileprivate static func curl(_ status: Int32, limit: Int) -> SendOutcome {
    func text(_ english: String, _ chinese: String) -> LocalizedText {
      LocalizedText(english: english, chinese: chinese)
    }
    return switch status {
    case 1, 3: .failed(text("the URL cannot be used", "这个 URL 用不了"))
    case 5: .retry(text("the proxy's name is not known", "解析不了代理的域名"))
    case 6: .retry(text("the server's name is not known", "解析不了服务器的域名"))
    case 7: .retry(text("no connection to the server", "连不上服务器"))
    case 28: .retry(text("no answer within \(limit) s", "\(limit) 秒内没有回复"))
    case 35, 60: .retry(text("the server's certificate was not accepted", "服务器的证书不可信"))
    default: .retry(text("curl ended with \(status)", "curl 的退出码是 \(status)"))
    }
  }

  /// Without the secrets, or the parts of their paths, that a server may have repeated.
  fileprivate func masking(_ secrets: [String]) -> SendOutcome {
    var parts = secrets
    for secret in secrets {
      parts += secret.split { "/?&=".contains($0) }.map(String.init)
    }
    parts = parts.filter { $0.count >= 8 }.sorted { $0.count > $1.count }
    func masked(_ text: String) -> String {
      parts.reduce(text) { $0.replacing($1, with: "…") }
    }
    func masked(_ text: LocalizedText) -> LocalizedText {
      LocalizedText(english: masked(text.english), chinese: masked(text.chinese))
    }
    return switch self {
    case .sent(let detail): .sent(detail: detail.map(masked))
    case .retry(let reason): .retry(masked(reason))
    case .failed(let reason): .failed(masked(reason))
    }
  }
}
