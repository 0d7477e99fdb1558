import Foundation
import StropCore

extension Strop {
  /// Gives a message to the user's own program, as JSON on its standard input. It ends with 0 where it
  /// was sent, with 75 to be tried again later.
  func runCommand(_ message: Message) async -> SendOutcome {
    guard let program = settings[.command] else {
      return .failed("no program is set: strop config set command /path/to/it")
    }
    guard FileManager.default.isExecutableFile(atPath: program) else {
      return .retry("\(program) is no program that can be run")
    }
    return await ProcessRunner.system.send(program, [], input: message.json.compact + "\n") {
      outcome in
      switch outcome.status {
      case 0: .sent(detail: outcome.remark)
      case 75: .retry(outcome.remark ?? outcome.exit(of: program))
      default: .failed(outcome.remark ?? outcome.exit(of: program))
      }
    }
  }
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
