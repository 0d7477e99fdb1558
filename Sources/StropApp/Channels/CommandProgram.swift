import Foundation
import StropCore

extension DeliveryChannel {
  /// The user's own program, which gets the message as JSON on its standard input. It ends with 0 where
  /// it was sent, with 75 to be tried again later.
  static let command = DeliveryChannel(
    .command, settings: [.command], limit: 30,
    lack: { strop in
      guard let program = try? strop.channelSetting(.command) else {
        return strop.secretLack ?? .setting(.command, SettingKey.command.example)
      }
      return FileManager.default.isExecutableFile(atPath: program)
        ? nil
        : Lack("\(program) cannot be run", "\(program) 不能执行", fix: "chmod +x \(program)")
    },
    send: { message, strop, limit, _ in
      guard let program = try? strop.channelSetting(.command) else {
        return strop.secretOutcome(lacking: .command)
      }
      guard FileManager.default.isExecutableFile(atPath: program) else {
        return .retry(
          LocalizedText(
            english: "\(program) is no program that can be run", chinese: "\(program) 不能执行"))
      }
      return await ProcessRunner.system(within: .seconds(limit)).send(
        program, [], input: message.json.compact + "\n"
      ) { outcome in
        switch outcome.status {
        case 0: .sent(detail: outcome.remark)
        case 75: .retry(outcome.answer(of: program))
        default: .failed(outcome.answer(of: program))
        }
      }
    })
}

extension SettingKey {
  static let command = SettingKey(
    "command.path", "your own program, for the channel command", "自己的程序，供 command 方式调用",
    example: "/home/me/bin/tell", mayBeSecret: true, formerName: "command",
    normalized: { $0.hasPrefix("/") && !$0.contains("\n") ? $0 : nil })
}

extension Message {
  /// What the user's own program reads.
  fileprivate var json: JSON {
    .object([
      ("version", .number(1)),
      ("title", .string(title)),
      ("body", .string(body)),
      ("html", .optional(html)),
      (
        "reminders",
        .array(
          parts.map { part in
            .object([
              ("id", .string(part.reminder.id)),
              ("kind", .string(part.reminder.kind.rawValue)),
              ("occurrence", .string(part.reminder.occurrence.text)),
              ("missed", .number(part.reminder.missed)),
              ("text", .string(part.text)),
            ])
          })
      ),
    ])
  }
}
