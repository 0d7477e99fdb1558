import StropCore

extension PhraseBook {
  /// `1,987 papers added; 8 were here already`.
  func bibliography(_ summary: BibliographySummary) -> String {
    let added = say(counted(summary.added, "paper") + " added", "加入了 \(summary.added) 篇论文")
    guard summary.known > 0 else { return added }
    return added
      + say(
        "; \(summary.known) " + (summary.known == 1 ? "was" : "were") + " here already",
        "；\(summary.known) 篇已经有了")
  }

  /// Entries of a file that were not taken.
  func passedOver(entries count: Int) -> String {
    say("passed over " + counted(count, "entry", "entries") + ":", "跳过了 \(count) 条：")
  }

  func line(_ number: Int) -> String { say("line \(number)", "第 \(number) 行") }

  func reason(_ reason: BibliographySummary.PassedOver.Reason) -> String {
    switch reason {
    case .unclosed: say("it is never closed", "没有写完")
    case .malformed: say("it cannot be read", "格式读不懂")
    case .noTitle: say("it has no title", "没有标题")
    case .tooLong: say("it is too long", "太长")
    }
  }
}
