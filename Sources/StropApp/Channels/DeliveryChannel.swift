package import StropCore

/// A way in which messages reach the user: a file of this folder each. A new one is its file, its name in
/// `Reminder.Channel`, and its line in `named`.
package struct DeliveryChannel: Sendable {
  package let name: Reminder.Channel
  /// What is set for it, secrets among them.
  package let settings: [SettingKey]
  /// Seconds that sending may take; 0 where nothing is waited for.
  package var limit: Int
  /// What it still needs on this machine; nil where it can send, as far as one can tell without sending.
  let lack: @Sendable (Strop) -> Lack?
  private let sender: Sender

  /// Sends a message within `limit` seconds. `print`: writes to standard output; throws where it cannot.
  typealias Sender =
    @Sendable (_ message: Message, _ strop: Strop, _ limit: Int, _ print: (String) throws -> Void)
    async -> SendOutcome

  init(
    _ name: Reminder.Channel, settings: [SettingKey] = [], limit: Int,
    lack: @escaping @Sendable (Strop) -> Lack?, send: @escaping Sender
  ) {
    self.name = name
    self.settings = settings
    self.limit = limit
    self.lack = lack
    sender = send
  }

  /// What keeps a channel from sending.
  struct Lack {
    let sentence: LocalizedText
    /// What to type; nil where no command helps.
    let fix: String?

    init(_ english: String, _ chinese: String, fix: String?) {
      sentence = LocalizedText(english: english, chinese: chinese)
      self.fix = fix
    }

    static func program(_ name: String, package: String) -> Lack {
      Lack("no \(name) here", "没有 \(name)", fix: "sudo apt-get install \(package)")
    }

    /// `value`: what to type behind its name.
    static func setting(_ key: SettingKey, _ value: String) -> Lack {
      Lack(
        "\(key.name) is not set", "还没有设置 \(key.name)", fix: "strop config set \(key.name) \(value)")
    }
  }

  /// Whether the file of secrets may hold something for it.
  var mayHaveSecrets: Bool { settings.contains(where: \.mayBeSecret) }

  func send(
    _ message: Message, _ strop: Strop, print: (String) throws -> Void
  ) async -> SendOutcome {
    await sender(message, strop, limit, print)
  }
}

extension DeliveryChannel {
  package static let all = Reminder.Channel.allCases.map { DeliveryChannel.named($0) }

  package static func named(_ name: Reminder.Channel) -> DeliveryChannel {
    switch name {
    case .stdout: .stdout
    case .notifySend: .desktop
    case .mail: .mail
    case .ntfy: .ntfy
    case .slack: .slack
    case .feishu: .feishu
    case .dingTalk: .dingTalk
    case .weCom: .weCom
    case .command: .command
    }
  }
}

extension Strop {
  /// What keeps the file of secrets from being read; nil where nothing does.
  var secretLack: DeliveryChannel.Lack? {
    do {
      _ = try secretFile.values()
      return nil
    } catch Failure.setting(.unsafeSecrets(let path, .open)) {
      return DeliveryChannel.Lack(
        "others can read the secrets", "别人也能读密钥", fix: "chmod 600 \(path)")
    } catch {
      return DeliveryChannel.Lack(
        "the file of secrets cannot be read", "读不了密钥文件", fix: "ls -l \(secretFile.path)")
    }
  }

  /// What comes of sending where a setting cannot be had.
  func secretOutcome(lacking key: SettingKey) -> SendOutcome {
    if let lack = secretLack { return .retry(lack.sentence) }
    return .failed(
      LocalizedText(english: "\(key.name) is not set", chinese: "还没有设置 \(key.name)"))
  }

  /// The nine, each with what it still needs on this machine.
  ///
  /// - Throws: `SettingFailure.unsafeSecrets`, `.fileUnreadable`.
  package func channelStates() throws -> [ChannelState] {
    _ = try secretFile.values()
    return Reminder.Channel.allCases.map { channel in
      ChannelState(
        channel: channel, problem: channelProblem(channel),
        isThrownAway: channel == .stdout && !cronMails)
    }
  }

  /// What keeps a reminder's channels from reaching the user; empty where nothing does.
  func problems(of channels: [Reminder.Channel]) -> [ChannelProblem] {
    let lacks = channels.compactMap(channelProblem)
    guard channels == [.stdout], !cronMails else { return lacks }
    return [
      ChannelProblem(
        channel: .stdout,
        sentence: LocalizedText(
          english: "cron here throws away what is printed; `strop today` shows it",
          chinese: "这里的 cron 会丢掉输出，只能在 strop today 里看到"),
        fix: "strop remind channels")
    ]
  }

  /// Whether what a tick prints is mailed.
  var cronMails: Bool { environment.program("sendmail") != nil }

  /// Sends a message through a channel, and says what came back.
  ///
  /// `print`: writes to standard output; throws where it cannot.
  package func send(
    _ message: Message, _ channel: DeliveryChannel, print: (String) throws -> Void
  ) async -> SendOutcome {
    await channel.send(message, self, print: print)
  }

  /// What a channel still needs on this machine; nil where it can send, as far as one can tell without
  /// sending.
  package func channelProblem(_ channel: Reminder.Channel) -> ChannelProblem? {
    DeliveryChannel.named(channel).lack(self).map {
      ChannelProblem(channel: channel, sentence: $0.sentence, fix: $0.fix)
    }
  }

  /// Sends a message of no reminder through one channel at once, and records nothing.
  ///
  /// `message`: what to send; `print`: writes to standard output; throws where it cannot.
  /// - Throws: `Failure.badChannel`; where the channel has secrets `.unsafeSecrets`.
  package func testChannel(
    _ name: String, message: (Reminder.Channel) -> Message, print: (String) throws -> Void
  ) async throws -> ChannelTest {
    guard let channel = Reminder.Channel(name: name.foldedName).map(DeliveryChannel.named) else {
      throw Failure.badChannel(name)
    }
    if channel.mayHaveSecrets { _ = try secretFile.values() }
    let outcome = await send(message(channel.name), channel, print: print)
    return ChannelTest(
      channel: channel.name, outcome: outcome,
      problem: outcome.problem == nil ? nil : channelProblem(channel.name))
  }
}
