import Foundation
package import StropCore
import StropRender

extension Strop {
  /// What a channel still needs on this machine; nil where it can send, as far as one can tell without
  /// sending.
  package func channelProblem(_ channel: Reminder.Channel) -> ChannelProblem? {
    func problem(_ english: String, _ chinese: String, _ fix: String?) -> ChannelProblem {
      ChannelProblem(
        channel: channel, sentence: LocalizedText(english: english, chinese: chinese), fix: fix)
    }
    func isMissing(_ program: String, _ package: String) -> ChannelProblem? {
      environment.program(program) == nil
        ? problem("no \(program) here", "没有 \(program)", "sudo apt-get install \(package)") : nil
    }
    switch channel {
    case .stdout: return nil
    case .notifySend:
      if let missing = isMissing("notify-send", "libnotify-bin") { return missing }
      return environment.sessionBus == nil
        ? problem("no desktop session here", "这里没有桌面会话", nil) : nil
    case .mail:
      if settings[.mailTo] == nil {
        return problem(
          "mail.to is not set", "还没有设置 mail.to", "strop config set mail.to me@example.com")
      }
      return environment.mailProgram == nil
        ? problem("no sendmail here", "没有 sendmail", "sudo apt-get install msmtp-mta") : nil
    case .command:
      guard let program = settings[.command] else {
        return problem(
          "command is not set", "还没有设置 command", "strop config set command /home/me/bin/tell")
      }
      return FileManager.default.isExecutableFile(atPath: program)
        ? nil : problem("\(program) cannot be run", "\(program) 不能执行", "chmod +x \(program)")
    case .ntfy, .slack, .feishu, .dingTalk, .weCom:
      guard let key = channel.urlKey, let secrets = try? secretFile.values() else {
        return problem(
          "its secrets cannot be read", "读不了密钥", "chmod 600 \(secretFile.path)")
      }
      guard secrets[key] != nil else {
        return problem(
          "\(key.rawValue) is not set", "还没有设置 \(key.rawValue)",
          "strop config set \(key.rawValue) --secret")
      }
      return isMissing("curl", "curl")
    }
  }

  /// Sends a message of no reminder through one channel at once, and records nothing.
  ///
  /// `print`: writes to standard output; throws where it cannot.
  /// - Throws: `Failure.badChannel`; for a webhook `.unsafeSecrets`.
  package func testChannel(
    _ name: String, language: Language, print: (String) throws -> Void
  ) async throws -> ChannelTest {
    guard let channel = Reminder.Channel(name: name.foldedName) else {
      throw Failure.badChannel(name)
    }
    if channel.urlKey != nil { _ = try secretFile.values() }
    let outcome = await send(TextRenderer.testMessage(channel, language), channel, print: print)
    return ChannelTest(
      channel: channel, outcome: outcome,
      problem: outcome.problem == nil ? nil : channelProblem(channel))
  }
}
