import ArgumentParser
import StropApp
import StropRender

extension BugCommand {
  struct Open: AsyncParsableCommand, TakesTexts {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "open", Help.text("Begin to hunt a bug", "记下一个 bug，开始排查"),
        about: Help.text(
          "With -m, -n or -e it is practice of debug too, and checks in.",
          "带 -m、-n 或 -e 时也算练了 debug，同时打卡。"),
        examples: Help.text(
          ["strop bug open \"loss is NaN after step 1,200\""],
          ["strop bug open \"1200 步后 loss 变 NaN\""]))
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help("what you see", "看到的现象"))
    var symptom: TypedText

    @OptionGroup var work: WorkOptions

    func run() async throws {
      try await options.perform { context in
        let recorded = try await context.strop.openBug(symptom.text, work.request)
        try context.print({ $0.bug(recorded) }, json: { $0.bug(recorded) })
      }
    }
  }
}
