import ArgumentParser
import StropApp
import StropCore
import StropRender

struct RemindCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "remind", Help.text("Reminders to practise, and of the weekly report", "练习提醒和周报提醒"),
      subcommands: [
        List.self, Add.self, Show.self, Edit.self, Remove.self, Snooze.self, Log.self,
        Channels.self, Test.self, Deliver.self,
      ], defaultSubcommand: List.self)
  }

  /// What every verb on one reminder says of its id.
  static let idHelp = help("as `strop remind list` names it", "编号，见 strop remind list")

  /// What `add` and `edit` say of a rule.
  static let ruleHelp = help(
    "daily 21:30, sat,sun 10:00, first sat 10:00, 2026-12-01 09:00, or an RRULE",
    "每天 21:30、周六、周日 10:00、每月第一个周六 10:00、2026-12-01 09:00，或 RRULE",
    value: "rule")

  /// What `add` and `edit` say of channels.
  static let channelsHelp = help(
    "how it reaches you, several by a comma: see `strop remind channels`",
    "通知方式，可用逗号并列，见 strop remind channels", value: "channels")
}

extension CompletionKind {
  static let reminders = offered { completion in
    try completion.database().reminderList().reminders.map {
      Candidate($0.shortID, completion.phrases.summary($0.reminder))
    }
  }
}
