import ArgumentParser
import StropApp
import StropRender

struct RemindCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "remind",
      abstract: Help.text("Reminders to practise, and of the weekly report", "练习提醒和周报提醒"),
      subcommands: [List.self, Add.self, Remove.self, Deliver.self], defaultSubcommand: List.self)
  }

  struct List: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Help.text("The reminders, and when each comes next", "列出提醒，以及下一次的时间"),
        discussion: Help.text("Example: strop remind list", "例：strop remind list"))
    }

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      try await options.perform { context in
        let list = try context.strop.reminderList()
        try context.print({ $0.reminders(list) }, json: { $0.reminders(list) })
      }
    }
  }

  struct Add: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Help.text("Add a reminder", "添加提醒"),
        discussion: Help.text(
          "Examples: strop remind add papers --at \"daily 21:30\"; strop remind add --report --at \"mon 09:00\"",
          "例：strop remind add papers --at \"每天 21:30\"；strop remind add --report --at \"周一 09:00\"")
      )
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help("the skill to practise", "提醒练哪个技能"), completion: .skills)
    var skill: String?

    @Flag(help: help("the weekly report instead", "改为提醒看周报"))
    var report = false

    @Option(
      help: help(
        "daily 21:30, weekdays 08:45, sat,sun 10:00, mon 09:00",
        "每天 21:30、工作日 08:45、周六,周日 10:00、周一 09:00",
        value: "rule"))
    var at: String

    @Option(
      help: help(
        "stdout, notify-send or both, by a comma", "stdout、notify-send，可用逗号并列", value: "channels"),
      completion: .channels)
    var via: String?

    func validate() throws {
      if (skill == nil) != report {
        throw ValidationError(
          Help.text("Name a skill, or give --report", "写一个技能，或者用 --report"))
      }
    }

    func run() async throws {
      try await options.perform { context in
        let receipt = try context.strop.addReminder(skill: skill, rule: at, channels: via)
        try context.print({ $0.reminder(receipt) }, json: { $0.reminder(receipt) })
      }
    }
  }

  struct Remove: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Help.text("Take a reminder away", "删除提醒"),
        discussion: Help.text("Example: strop remind remove 7k3f", "例：strop remind remove 7k3f"))
    }

    @OptionGroup var options: GlobalOptions

    @Argument(
      help: help("as `strop remind list` names it", "编号，见 strop remind list"),
      completion: .reminders)
    var id: String

    func run() async throws {
      try await options.perform { context in
        let receipt = try context.strop.removeReminder(id)
        try context.print({ $0.reminder(receipt) }, json: { $0.reminder(receipt) })
      }
    }
  }

  struct Deliver: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Help.text("Deliver what is due: cron calls this", "送出到期的提醒：由 cron 调用"),
        discussion: Help.text("Example: strop remind deliver", "例：strop remind deliver"))
    }

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      try await options.perform(.existing) { context in
        try await context.strop.deliver(language: context.language) {
          try Output.standard.write($0)
        }
      }
    }
  }
}
