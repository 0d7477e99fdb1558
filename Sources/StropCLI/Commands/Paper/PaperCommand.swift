import ArgumentParser
import StropApp
import StropCore
import StropRender

struct PaperCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "paper", Help.text("Papers, and judgements of them", "论文与判断"),
      about: Help.text(
        "A reading and a judgement are practice of papers: each makes its check-in. BibTeX: strop import refs.bib.",
        "每读一篇、每写一个判断，都同时给 papers 打一次卡。导入 BibTeX：strop import refs.bib。"),
      subcommands: [
        List.self, Add.self, Read.self, Judge.self, Resolve.self, Score.self, Show.self,
      ],
      defaultSubcommand: List.self)
  }
}

/// The paper that a command is about.
struct PaperArgument: ParsableArguments {
  @Argument(
    help: help("its arXiv id, URL or id, or a part of its title", "arXiv 编号、URL、编号，或标题里的几个字"),
    completion: .papers)
  var paper: TypedText
}

/// The judgement that a command is about.
struct JudgementArgument: ParsableArguments {
  @Argument(
    help: help("its id, or a part of its claim", "编号，或论断里的几个字"), completion: .judgements)
  var judgement: TypedText
}

extension Judgement.Outcome: ExpressibleByArgument {}

extension CompletionKind {
  /// The user's papers, then those of the reading list, by id; by the words of their titles where that is what was
  /// typed.
  fileprivate static let papers = offered { completion in
    let papers = try completion.database().everyPaper()
    return Candidate.entries(papers.map { ($0.shortID, $0.title) }, prefix: completion.prefix)
  }

  /// Judgements that wait for their outcomes.
  fileprivate static let judgements = offered { completion in
    let open = try completion.database().judgementScore().open
    return Candidate.entries(
      open.map { ($0.listed.shortID, $0.judgement.claim) }, prefix: completion.prefix)
  }
}
