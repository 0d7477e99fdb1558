import StropCore
import StropRender
import Testing

struct MarkdownTests {
  @Test(arguments: Language.allCases)
  func `the report reads as recorded`(language: Language) throws {
    let renderer = MarkdownRenderer(language: language)
    let samples = Samples()
    let texts = [samples.report(), samples.emptyReport(), samples.blankReport()]
      .map(renderer.report)
    try Golden.expect(texts.joined(separator: "\n"), "report.\(language.rawValue).md")
  }

  @Test(arguments: [
    ("a | b", "a \\| b"), ("<script>", "\\<script\\>"), ("*so* _true_", "\\*so\\* \\_true\\_"),
    ("`rm`", "\\`rm\\`"), ("[x](y)", "\\[x\\](y)"), ("a\\b", "a\\\\b"), ("R&D", "R\\&D"),
    ("one\ntwo", "one two"), ("把 batch 训到 0", "把 batch 训到 0"),
  ])
  func `what users write is text, not markup`(title: String, expected: String) {
    let samples = Samples()
    let report = samples.report()
    let text = MarkdownRenderer(language: .english).report(
      Report(
        period: .days(report.days),
        zone: "UTC",
        finished: true,
        daysLeft: 0,
        judged: report.judged,
        totals: report.totals,
        previous: report.previous,
        average: report.average,
        skills: [],
        notes: [],
        finishedItems: [
          Report.FinishedItem(
            slug: "my/x",
            title: LocalizedText(english: title, chinese: title),
            level: .claimed,
            value: nil,
            evidence: [])
        ],
        next: [], calendar: report.calendar))
    #expect(text.contains("| \(expected) (my/x) | claimed |  |\n"))
  }

  @Test func `every row of a table has as many cells as its head`() {
    for language in Language.allCases {
      let text = MarkdownRenderer(language: language).report(Samples(isUnruly: true).report())
      expectEvenTables(text)
    }
  }
}

/// Checks that every row of a table in Markdown has as many cells as its head.
func expectEvenTables(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
  var cells: Int?
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    guard line.hasPrefix("|") else {
      cells = nil
      continue
    }
    let count = line.replacing("\\|", with: "").count { $0 == "|" }
    #expect(count == cells ?? count, sourceLocation: sourceLocation)
    cells = count
  }
}
