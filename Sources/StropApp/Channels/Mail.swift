import StropCore

extension DeliveryChannel {
  /// A mail through this machine's `sendmail`, else through `msmtp`.
  static let mail = DeliveryChannel(
    .mail, settings: [.mailFrom, .mailTo], limit: 30,
    lack: { strop in
      guard (try? strop.channelSetting(.mailTo)) != nil else {
        return strop.secretLack ?? .setting(.mailTo, SettingKey.mailTo.example)
      }
      return strop.environment.mailProgram == nil
        ? .program("sendmail", package: "msmtp-mta") : nil
    },
    send: { message, strop, limit, _ in
      guard let to = try? strop.channelSetting(.mailTo) else {
        return strop.secretOutcome(lacking: .mailTo)
      }
      guard let program = strop.environment.mailProgram else {
        return .retry(
          LocalizedText(
            english: "neither sendmail nor msmtp is installed", chinese: "sendmail 和 msmtp 都没有安装"))
      }
      let mail = MailText(
        from: try? strop.channelSetting(.mailFrom), to: to, message: message,
        date: strop.environment.now,
        id: strop.newID())
      return await ProcessRunner.system(within: .seconds(limit)).send(
        program, ["-t", "-i"], input: mail.text
      ) { outcome in
        let answer = outcome.answer(of: program)
        return switch outcome.status {
        case 0: .sent(detail: nil)
        // Of sysexits.h: the system (71), the host's name (68), which a laptop without network cannot
        // look up, and "try again" (75). Signals are above 128.
        case 68, 71, 75, 128...: .retry(answer)
        default: .failed(answer)
        }
      }
    })
}

extension SettingKey {
  static let mailFrom = SettingKey(
    "mail.from", "whom mail comes from; else as sendmail says", "发件人；不设则由 sendmail 决定",
    example: "me@example.com", mayBeSecret: true, normalized: { isAddress($0) ? $0 : nil })

  static let mailTo = SettingKey(
    "mail.to", "where mail goes", "收件人", example: "me@example.com", mayBeSecret: true,
    normalized: { isAddress($0) ? $0 : nil })

  /// One address of mail, in ASCII: nothing that could end a header.
  private static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
      && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !",;:<>()[]\\\"".utf8.contains($0) }
  }
}

extension Environment {
  /// What takes mail on this machine; nil where nothing does.
  var mailProgram: String? { program("sendmail") ?? program("msmtp") }
}
