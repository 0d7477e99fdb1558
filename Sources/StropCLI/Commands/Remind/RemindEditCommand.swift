import ArgumentParser
import StropApp
import StropRender

extension RemindCommand {
  struct Edit: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "edit", Help.text("Change a reminder", "修改提醒"),
        about: Help.text("With other times or channels it starts anew.", "改了时间或方式，就从现在重新算起。"),
        examples: Help.text(
          ["strop remind edit 7k3f --at \"weekdays 22:00\""],
          ["strop remind edit 7k3f --at \"工作日 22:00\""]))
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: RemindCommand.idHelp, completion: .reminders)
    var id: String

    @Option(help: RemindCommand.ruleHelp)
    var at: String?

    @Option(help: RemindCommand.channelsHelp, completion: .channels)
    var via: String?

    @Option(
      parsing: .unconditional,
      help: help("other words, for one with your own", "换成别的内容（自己写的提醒）"))
    var text: TypedText?

    @Option(help: help("other slack, for one by slack", "换成别的余量（按余量的提醒）", value: "days"))
    var whenSlack: Int?

    @Flag(
      inversion: .prefixedNo,
      help: help("of a skill: though its week is met, or not", "提醒技能时：本周达标了还要不要提醒"))
    var always: Bool?

    @Flag(help: help("let this machine deliver it", "改由这台机器提醒"))
    var here = false

    func validate() throws {
      if at == nil, via == nil, text == nil, whenSlack == nil, always == nil, !here {
        throw ValidationError(
          Help.text(
            "Give --at, --via, --text, --when-slack, --always or --here",
            "写明要改什么：--at、--via、--text、--when-slack、--always 或 --here"))
      }
    }

    func run() async throws {
      try await options.perform { context in
        var change = ReminderChange()
        change.rule = at
        change.channels = via
        change.text = text?.text
        change.slack = whenSlack
        change.always = always
        change.here = here
        let receipt = try context.strop.editReminder(id, change)
        try context.print({ $0.reminder(receipt) }, json: { $0.reminder(receipt) })
      }
    }
  }
}
