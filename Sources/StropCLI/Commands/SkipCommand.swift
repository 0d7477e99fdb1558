import ArgumentParser
import StropApp
import StropCore
import StropRender

struct SkipCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "skip", Help.text("Days that do not count: holidays, illness", "请假：不计入的日子"),
      subcommands: [List.self, Add.self, Edit.self, Remove.self], defaultSubcommand: List.self)
  }

  struct List: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "list", Help.text("The days skipped", "列出请假"),
        examples: ["strop skip list"])
    }

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      try await options.perform(.look) { context in
        let skips = try context.strop.skips()
        try context.print({ $0.skips(skips) }, json: { $0.list(skips) })
      }
    }
  }

  struct Details: ParsableArguments {
    @Option(
      help: help("the first day (today)", "第一天（默认今天）", value: "day"), completion: .comingDays)
    var from: String?

    @Option(
      help: help("the last day (the first)", "最后一天（默认同第一天）", value: "day"),
      completion: .comingDays)
    var to: String?

    @Option(parsing: .unconditional, help: help("why", "原因"))
    var reason: TypedText?
  }

  struct Add: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "add", Help.text("Skip days, of one skill or of all", "请假，可只对一个技能"),
        examples: Help.text(
          ["strop skip add --from 2026-12-24 --to 2027-01-01 --reason holidays"],
          ["strop skip add --from 2027-02-05 --to 2027-02-12 --reason 春节"]))
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help("only this skill", "只对这个技能"), completion: .skills)
    var skill: String?

    @OptionGroup var details: Details

    func run() async throws {
      try await options.perform { context in
        let receipt = try context.strop.addSkip(
          SkipRequest(
            skill: skill, from: details.from, to: details.to, reason: details.reason?.text))
        try context.print({ $0.skip(receipt) }, json: { $0.record(receipt) })
      }
    }
  }

  struct Edit: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "edit", Help.text("Change a skip", "修改请假"),
        examples: Help.text(["strop skip edit 7k3f --to sun"], ["strop skip edit 7k3f --to 周日"]))
    }

    @OptionGroup var options: GlobalOptions

    @Argument(
      help: help("as `strop skip list` names it", "编号，见 strop skip list"), completion: .skips)
    var id: String

    @Option(
      help: help("only this skill; \"\" for all", "只对这个技能；\"\" 表示全部"), completion: .skills)
    var skill: String?

    @OptionGroup var details: Details

    func run() async throws {
      try await options.perform { context in
        let receipt = try context.strop.editSkip(
          id,
          SkipRequest(
            skill: skill, from: details.from, to: details.to, reason: details.reason?.text))
        try context.print({ $0.skip(receipt) }, json: { $0.record(receipt) })
      }
    }
  }

  struct Remove: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "remove", Help.text("Take a skip back", "取消请假"),
        examples: ["strop skip remove 7k3f"])
    }

    @OptionGroup var options: GlobalOptions

    @Argument(
      help: help("as `strop skip list` names it", "编号，见 strop skip list"), completion: .skips)
    var id: String

    func run() async throws {
      try await options.perform { context in
        let receipt = try context.strop.removeSkip(id)
        try context.print({ $0.skip(receipt) }, json: { $0.record(receipt) })
      }
    }
  }
}

extension CompletionKind {
  fileprivate static let skips = offered { completion in
    try completion.database().skips().map {
      Candidate($0.shortID, completion.phrases.summary($0.value))
    }
  }
}
