import ArgumentParser

struct EvidenceCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "evidence", Help.text("What backs the practice, checked", "核实证据"),
      about: Help.text(
        "Claimed: nothing is attached. Evidenced: something is. Verified: strop checked it.",
        "自述：没附证据。有证据：附了。已核实：strop 查过。"),
      subcommands: [Verify.self, Collect.self], defaultSubcommand: Verify.self)
  }
}
