import ArgumentParser

extension ReproCommand {
  struct Abandon: AsyncParsableCommand, TakesTexts {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "abandon", Help.text("Give one up, and say why", "放弃，写明原因"),
        examples: ["strop repro abandon dpo --reason \"the data is gone\""])
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var ending: ReproEnding

    func run() async throws { try await ending.run(options, isAbandoned: true) }
  }
}
