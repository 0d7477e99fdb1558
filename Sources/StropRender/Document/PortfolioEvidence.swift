import StropCore

// How a portfolio names what backs it, for a reader who has neither the database nor the machine.
extension PortfolioPages {
  /// Evidence in words, with what is wrong with it.
  func cited(_ cited: CitedEvidence) -> Document.Inline {
    let evidence = cited.evidence
    let text = Document.Inline(named(cited), url: evidence.url)
    guard let problem = evidence.verification?.problem else { return text }
    return text + Document.Inline(phrases.comma + phrases.problem(problem))
  }

  private func named(_ cited: CitedEvidence) -> String {
    let evidence = cited.evidence
    switch evidence.kind {
    case .url: return evidence.value
    case .arxiv: return "arXiv " + evidence.value
    case .file:
      let digest = evidence.sha256.map { phrases.comma + "SHA-256 " + $0.prefix(12) } ?? ""
      return (evidence.value.split(separator: "/").last ?? "") + digest
    case .commit: return namedCommit(evidence.value)
    case .run:
      guard let run = cited.run else { return Run.name[language] }
      let exit = run.end.map { phrases.say("exit \($0.exit)", "退出码 \($0.exit)") }
      return [
        run.command.isEmpty ? Run.name[language] : run.command, exit, run.code.map(commit),
      ].compactMap(\.self).joined(separator: phrases.comma)
    case .paper: return named(Paper.name, cited.title)
    case .judgement: return named(Judgement.name, cited.title)
    case .reproduction: return named(Reproduction.name, cited.title)
    case .bug: return named(Bug.name, cited.title)
    case .experiment: return named(Experiment.name, cited.title)
    }
  }

  private func named(_ kind: LocalizedText, _ title: String?) -> String {
    kind[language] + (title.map { phrases.colon + $0 } ?? "")
  }

  func commit(_ code: Run.Code) -> String {
    namedCommit(code.repository + "@" + code.commit)
      + (code.isDirty ? phrases.say(" ", "，") + phrases.withChanges : "")
  }

  /// Where a paper or a source lies on the web, if it does: an arXiv id or an address.
  func address(_ source: String) -> String {
    ArxivID.parse(source) == nil ? source : Reference.arxiv(source).url
  }

  /// `REPOSITORY@SHA` as `repository@3f2a91cc`, which a reader of it has too.
  func namedCommit(_ commit: String) -> String {
    let name = CommitName(commit)
    guard let repository = name.repository, !commit.contains("://") else { return commit }
    return (repository.split(separator: "/").last ?? "") + "@" + name.sha.prefix(8)
  }
}
