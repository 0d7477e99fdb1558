import ArgumentParser

extension ReproCommand {
  struct Finish: AsyncParsableCommand, TakesTexts {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "finish", Help.text("Conclude one, with the verdict of its results", "做完，以已有结果为结论"),
        examples: ["strop repro finish dpo --reason \"same within 2%\""])
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var ending: ReproEnding

    func run() async throws { try await ending.run(options, isAbandoned: false) }
  }
}
