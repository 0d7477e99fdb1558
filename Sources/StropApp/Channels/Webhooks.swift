import Foundation
package import StropCore

extension Strop {
  /// Posts a message to a webhook through `curl`, which gets everything on its standard input: nothing
  /// secret is in an argument list. The user's ~/.curlrc holds, a proxy for instance.
  ///
  /// `limit`: seconds that the server may take.
  package func post(
    _ message: Message, _ channel: Reminder.Channel, within limit: Int = 20
  ) async -> SendOutcome {
    let secrets: [SecretKey: String]
    do {
      secrets = try secretFile.values()
    } catch Failure.unsafeSecrets(let path, .open) {
      return .retry("others can read the secrets: chmod 600 \(path)")
    } catch {
      return .retry("the file of secrets cannot be read")
    }
    guard
      let request = WebhookRequest(message, channel, secrets: secrets, now: environment.now)
    else {
      return .failed(
        "\(channel.urlKey?.rawValue ?? channel.rawValue) is not set")
    }
    guard let curl = environment.program("curl") else { return .retry("curl is not installed") }
    let runner = ProcessRunner.system(within: .seconds(limit + 10))
    let outcome = await runner.send(
      curl, ["--config", "-"], input: request.curlConfig(limit: limit)
    ) { outcome in
      guard outcome.status == 0 else { return .curl(outcome.status, limit: limit) }
      return request.answer(in: outcome.output)?.outcome(of: channel)
        ?? .retry("curl gave no answer")
    }
    return outcome.masking(Array(secrets.values) + [request.url])
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
    "\"" + value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
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
    switch status {
    case 1, 3: .failed("the URL cannot be used")
    case 5: .retry("the proxy's name is not known")
    case 6: .retry("the server's name is not known")
    case 7: .retry("no connection to the server")
    case 28: .retry("no answer within \(limit) s")
    case 35, 60: .retry("the server's certificate was not accepted")
    default: .retry("curl ended with \(status)")
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
    return switch self {
    case .sent(let detail): .sent(detail: detail.map(masked))
    case .retry(let reason): .retry(masked(reason))
    case .failed(let reason): .failed(masked(reason))
    }
  }
}
