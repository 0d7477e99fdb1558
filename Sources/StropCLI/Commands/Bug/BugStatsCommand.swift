import ArgumentParser
import StropApp
import StropRender

extension BugCommand {
  struct Stats: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "stats", Help.text("By class, and how long a cause takes", "各类 bug 的数量，找到根因要多久"),
        about: Help.text(
          "The time is a median by Kaplan–Meier, in which open bugs count as lasting at least until now: a mean of "
            + "those that were closed would leave out the hardest.",
          "用时取 Kaplan–Meier 中位数，未解决的按“至少持续到现在”计：只对已关闭的取平均，会漏掉最难的那些。"),
        examples: ["strop bug stats"])
    }

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      try await options.perform(.look) { context in
        let statistics = try context.strop.bugStatistics()
        try context.print({ $0.bugStatistics(statistics) }, json: { $0.bugStatistics(statistics) })
      }
    }
  }
}
