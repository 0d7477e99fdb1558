import ArgumentParser
import StropApp
import StropCore
import StropRender

extension RemindCommand {
  struct Add: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "add", Help.text("Add a reminder", "添加提醒"),
        about: Help.text(
          "One of a skill rings while the skill is in the focus, its week is not met, and it was not practised that day; one of an item, until it is done.",
          "技能提醒只在主攻、本周还没达标、当天还没练时才响；清单项的提醒响到完成为止。"),
        examples: Help.text(
          [
            "strop remind add papers --at \"daily 21:30\"",
            "strop remind add --when-slack 0 --at \"daily 20:00\"",
            "strop remind add --report --at \"mon 09:00\"",
            "strop remind add --item papers/triage-ten --at \"2026-12-01 09:00\"",
          ],
          [
            "strop remind add papers --at \"每天 21:30\"",
            "strop remind add --when-slack 0 --at \"每天 20:00\"",
            "strop remind add --report --at \"每周一 09:00\"",
            "strop remind add --item papers/triage-ten --at \"2026-12-01 09:00\"",
          ]))
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help("the skill to practise", "提醒练哪个技能"), completion: .skills)
    var skill: String?

    @Option(help: RemindCommand.ruleHelp)
    var at: String

    @Option(
      help: help(
        "only at this slack or less, 0: today or never; without a skill: the focus",
        "余量不超过几天才提醒，0 表示今天不练就完不成；不写技能则看全部主攻", value: "days"))
    var whenSlack: Int?

    @Flag(
      help: help("only when a retest is due, of the skill or of any", "到了复测时间才提醒；不写技能则任意一个"))
    var retest = false

    @Option(help: help("an item, until it is done", "某个清单项，做完为止"), completion: .items)
    var item: String?

    @Flag(help: help("judgements of papers, once they fall due", "到期要判定的论文判断"))
    var judgements = false

    @Flag(help: help("the weekly report", "看周报"))
    var report = false

    @Option(parsing: .unconditional, help: help("your own words", "自己写的内容"))
    var text: TypedText?

    @Flag(help: help("of a skill: though its week is met", "提醒技能时：本周达标了也照样提醒"))
    var always = false

    @Option(help: RemindCommand.channelsHelp, completion: .channels)
    var via: String?

    func validate() throws {
      _ = try topic()
    }

    func run() async throws {
      let topic = try topic()
      try await options.perform { context in
        let receipt = try context.strop.addReminder(
          topic, rule: at, channels: via, always: always)
        try context.print({ $0.reminder(receipt) }, json: { $0.reminder(receipt) })
      }
    }

    /// The one kind that the options name.
    private func topic() throws -> Reminder.Topic {
      let ownKinds: [Reminder.Topic?] = [
        whenSlack.map { .slack(atMost: $0, skill: skill) },
        retest ? .retest(skill: skill) : nil,
        item.map { .item($0) },
        judgements ? .judgements : nil,
        report ? .report : nil,
        text.map { .text($0.text) },
      ]
      let chosen = ownKinds.compactMap(\.self)
      if chosen.isEmpty, let skill { return .skill(skill) }
      guard let topic = chosen.first else {
        throw ValidationError(
          Help.text(
            "Name a skill, or give --report, --when-slack, --retest, --item, --judgements or --text",
            "写一个技能，或者用 --report、--when-slack、--retest、--item、--judgements、--text"))
      }
      guard chosen.count == 1, skill == nil || topic.skill != nil else {
        throw ValidationError(
          Help.text("A reminder is about one thing: give one of these", "一个提醒只说一件事，选一种"))
      }
      return topic
    }
  }
}
