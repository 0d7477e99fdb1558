import StropCore

// What was done that another engineer can check.
extension Samples {
  func portfolio() -> Portfolio {
    let judgements = [judgementLine(.yes), judgementLine(.no)]
    return Portfolio(
      days: day(-86)...today, zone: .utc, today: today,
      practice: ["papers", "reproduce", "debug", "dpo"].enumerated().map { index, slug in
        Portfolio.PractisedSkill(
          slug: slug, title: title(slug), days: 4 + index,
          levels: PractisedLevels(
            checkIns: LevelCounts(claimed: index, evidenced: 2, verified: 3),
            minutes: LevelCounts(claimed: 50 * index, evidenced: 95, verified: 130),
            days: LevelCounts(claimed: index, evidenced: 2, verified: 3)))
      },
      activeDays: 21, verifiedDays: 9, items: portfolioItems(), papersRead: 12, papersStudied: 5,
      judgements: judgements, calibration: JudgementScore(judgements.map(\.judgement)),
      openJudgements: 3, voidJudgements: 1, withdrawnJudgements: 1,
      reproductions: [
        reproductionCard(.open, runs: 1), reproductionCard(.finished, runs: 4, isWhole: true),
        reproductionCard(.finished, runs: 2), reproductionCard(.abandoned, runs: 0),
      ], bugs: [bugCard(closed: true), bugCard(closed: true, tried: 0)],
      experiments: [experimentCard(.finished)])
  }

  func emptyPortfolio() -> Portfolio {
    Portfolio(
      days: today...today, zone: .utc, today: today, practice: [], activeDays: 0, verifiedDays: 0,
      items: [],
      papersRead: 0, papersStudied: 0, judgements: [], calibration: JudgementScore([]),
      openJudgements: 0, voidJudgements: 0, withdrawnJudgements: 0, reproductions: [], bugs: [],
      experiments: [])
  }

  private func portfolioItems() -> [PortfolioItem] {
    let run = experimentCard(.finished).runs[1].run
    let moment = Moment(at: Instant(milliseconds: 0), zone: "UTC", day: day(-3))
    func item(
      _ slug: String, _ evidence: [CitedEvidence], level: EvidenceLevel, value: String? = nil,
      predicted: Bool = false
    ) -> PortfolioItem {
      PortfolioItem(
        slug: name(slug), title: nextItem().title, doneWhen: nextItem().doneWhen,
        progress: ItemProgress(
          slug: slug, state: .done, finished: moment, value: value, match: value.map { _ in true },
          unaided: predicted ? true : nil,
          prediction: predicted
            ? ItemProgress.Prediction(text: words("0.69, ln 2"), moment: moment, isLate: false)
            : nil), level: level, evidence: evidence)
    }
    let file = Evidence(
      id: "2f6t8c1r5n", parent: Subject("item", "x"), kind: .file,
      value: words("/home/li/notes/triage.md"),
      sha256: String(repeating: "73cb3858", count: 8))
    let changed = Evidence(
      id: "7k3fq0x9ab", parent: Subject("item", "x"), kind: .commit, value: "/src/nano@4f2c1d0a99",
      sha256: nil,
      verification: Evidence.Verification(at: moment.at, problem: .otherAuthor))
    return [
      item("weekend/noise-floor", [], level: .claimed),
      item(
        "papers/triage-ten",
        [
          CitedEvidence(file), CitedEvidence(changed), CitedEvidence(link),
          CitedEvidence(evidence(.arxiv, "2305.18290")),
          CitedEvidence(evidence(.bug, "x"), title: words("loss is NaN")),
          CitedEvidence(evidence(.paper, "x")),
        ], level: .evidenced),
      item(
        "dpo/loss-at-step-zero", [CitedEvidence(evidence(.run, "x"), run: run)], level: .verified,
        value: "0.6931", predicted: true),
    ]
  }
}
