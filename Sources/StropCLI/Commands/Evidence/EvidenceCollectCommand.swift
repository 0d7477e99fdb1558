import ArgumentParser
import StropApp
import StropCore
import StropRender

extension EvidenceCommand {
  struct Collect: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "collect", Help.text("Check in what your commits show", "从自己的提交补打卡"),
        about: Help.text(
          "Finds commits by git's user.email that back nothing yet, and asks, day by day, of which skill they are. "
            + "It records what you answer, and nothing by itself.",
          "找出邮箱是你的（git 的 user.email）、还没记录的提交，逐日问是练哪个技能。只记你回答的，从不自作主张。"),
        examples: [
          "strop evidence collect ~/code/dpo", "strop evidence collect . --since mon --json",
        ])
    }

    @OptionGroup var options: GlobalOptions

    @Argument(
      help: help("git repositories; else this directory's", "git 仓库；不写则是当前目录的", value: "repo"),
      completion: .directory)
    var repositories: [String] = []

    @Option(
      help: help("the first day; else two weeks ago", "从哪天起；不写则从两周前", value: "day"),
      completion: .pastDays)
    var since: String?

    func run() async throws {
      try await options.perform(.existing) { context in
        let collection = try await context.strop.collectCommits(in: repositories, since: since)
        guard !context.json, context.terminal.isInteractive, !collection.proposals.isEmpty else {
          return try context.print(
            { $0.proposals(collection) }, json: { $0.collection(collection) })
        }
        let chosen = try await Terminal.leavingLineOnInterrupt {
          try await Self.ask(collection, Dialogue(context: context))
        }
        let receipts = chosen.isEmpty ? [] : try context.strop.record(chosen)
        try Output.standard.write(context.text.collected(receipts))
      }
    }

    /// Which proposals the user takes up, and as what.
    private static func ask(
      _ collection: CommitCollection, _ dialogue: Dialogue
    ) async throws -> [CollectedCheckIn] {
      let context = dialogue.context
      try Output.standard.write(context.text.collection(collection))
      var chosen: [CollectedCheckIn] = []
      // What was answered last is the likeliest for the same repository.
      var guesses: [String: String] = [:]
      for proposal in collection.proposals {
        try Output.standard.write("\n" + context.text.proposal(proposal))
        let guess = guesses[proposal.repository] ?? proposal.skill
        let skill = try await dialogue.answer({ $0.collectedSkillQuestion(guess) }) { typed in
          if Dialogue.isNone(typed) || typed.isEmpty && guess == nil { return String?.none }
          return try context.strop.checkInOffer(naming: typed.isEmpty ? guess ?? typed : typed)
            .skill
        }
        guard let skill else { continue }
        guesses[proposal.repository] = skill
        let minutes = try await dialogue.answer(\.collectedMinutesQuestion) { typed in
          if Dialogue.isNone(typed) || typed.isEmpty { return String?.none }
          try await context.strop.check(CheckInRequest(minutes: typed))
          return typed
        }
        chosen.append(CollectedCheckIn(proposal, skill: skill, minutes: minutes))
      }
      return chosen
    }
  }
}
