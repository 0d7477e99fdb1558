import ArgumentParser
import StropApp
import StropRender

struct ScheduleCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "schedule", Help.text("The crontab line that delivers reminders", "负责送提醒的 crontab 条目"),
      subcommands: [Install.self, Status.self, Print.self, Uninstall.self],
      defaultSubcommand: Status.self)
  }

  struct Install: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "install", Help.text("Write the line into your crontab", "写进你的 crontab"),
        about: Help.text(
          "Language and zone are kept in the settings, since cron knows neither.",
          "cron 不知道语言和时区，所以会一并存进设置。"),
        examples: ["strop schedule install"])
    }

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      try await options.perform { context in
        let change = try await context.strop.installSchedule(language: context.language)
        try context.print({ $0.schedule(change) }, json: { $0.schedule(change) })
      }
    }
  }

  struct Status: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "status", Help.text("Whether the line is there and still works", "crontab 里有没有、是否有效"),
        examples: ["strop schedule status"])
    }

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      try await options.perform { context in
        let status = try await context.strop.crontab.status()
        let tick = try context.strop.lastTickClock()
        try context.print(
          { $0.schedule(status, lastTick: tick) }, json: { $0.schedule(status, lastTick: tick) })
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

    func run() async throws {
      try await options.perform { context in
        let text = try context.strop.scheduleText()
        try context.print({ _ in text }, json: { $0.schedule(text) })
      }
    }
  }

  struct Uninstall: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "uninstall", Help.text("Take the line out of your crontab", "从你的 crontab 里移除"),
        examples: ["strop schedule uninstall"])
    }

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      try await options.perform { context in
        let change = try await context.strop.uninstallSchedule()
        try context.print({ $0.schedule(change) }, json: { $0.schedule(change) })
      }
    }
  }
}
