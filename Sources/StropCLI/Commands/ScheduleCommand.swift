import ArgumentParser
import StropApp
import StropCore
import StropRender

struct ScheduleCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "schedule",
      Help.text(
        "What calls strop to deliver reminders: cron, or systemd", "用 cron 或 systemd 定时送提醒"),
      subcommands: [Install.self, Status.self, Print.self, Uninstall.self],
      defaultSubcommand: Status.self)
  }

  /// Where to schedule.
  struct Place: ParsableArguments {
    @Flag(help: help("the user's systemd instead of the crontab", "用当前用户的 systemd，而不是 crontab"))
    var systemd = false

    var place: SchedulePlace { systemd ? .systemd : .crontab }
  }

  struct Install: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "install",
        Help.text("Have reminders delivered every quarter of an hour", "每刻钟送一次到期的提醒"),
        about: Help.text(
          "Language and zone are kept in the settings, since neither cron nor systemd knows them.",
          "cron 和 systemd 都不知道语言和时区，所以会一并存进设置。"),
        examples: ["strop schedule install", "strop schedule install --systemd"])
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: Place

    func run() async throws {
      try await options.perform { context in
        let change = try await context.strop.installSchedule(
          in: place.place, language: context.language)
        try context.print({ $0.schedule(change) }, json: { $0.schedule(change) })
      }
    }
  }

  struct Status: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "status", Help.text("Whether it is there, and whether it works", "有没有装上、是否正常"),
        examples: ["strop schedule status"])
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: Place

    func run() async throws {
      try await options.perform { context in
        let overview = try await context.strop.scheduleOverview(
          of: place.systemd ? .systemd : nil)
        try context.print({ $0.schedule(overview) }, json: { $0.schedule(overview) })
      }
    }
  }

  struct Print: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "print", Help.text("Print the lines, to be put in by hand", "打印出来，自己添加"),
        examples: ["strop schedule print"])
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: Place

    func run() async throws {
      try await options.perform { context in
        let text = try context.strop.scheduleText(for: place.place)
        try context.print({ _ in text }, json: { $0.schedule(text) })
      }
    }
  }

  struct Uninstall: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "uninstall", Help.text("Take it out again", "移除定时任务"),
        examples: ["strop schedule uninstall"])
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: Place

    func run() async throws {
      try await options.perform { context in
        let change = try await context.strop.uninstallSchedule(from: place.place)
        try context.print({ $0.schedule(change) }, json: { $0.schedule(change) })
      }
    }
  }
}
