import StropCore
import StropRender
import Testing

struct ReportPageTests {
  @Test(arguments: ReportCase.all)
  func `each case reads as recorded in every format`(given: ReportCase) throws {
    for language in Language.allCases {
      let name = "report-\(given.name).\(language.rawValue)"
      let text = TextRenderer(
        language: language, columns: 80, color: false, today: given.report.days.upperBound)
      try Golden.expect(text.report(given.report), name + ".txt")
      try Golden.expect(MarkdownRenderer(language: language).report(given.report), name + ".md")
      try Golden.expect(HTMLRenderer(language: language).report(given.report), name + ".html")
    }
    let json = JSONRenderer(language: .english).report(given.report).pretty + "\n"
    try Golden.expect(json, "report-\(given.name).json")
  }

  @Test(arguments: ReportCase.all)
  func `a page is one small file that asks nothing of anywhere`(given: ReportCase) {
    for language in Language.allCases {
      let page = HTMLRenderer(language: language).report(given.report)
      #expect(page.utf8.count < 300_000)
      #expect(page.contains("Content-Security-Policy\" content=\"default-src 'none';"))
      #expect(
        page.contains(language == .chinese ? "<html lang=\"zh-Hans\">" : "<html lang=\"en\">"))
      for asking in [
        "<script", "<link", "<img", "<iframe", "@import", "url(", "\u{1b}", "\u{202e}",
      ] {
        #expect(!page.contains(asking), "\(asking)")
      }
    }
  }

  @Test func `a year of many long notes stays a small page, and says where the others are`() {
    let given = ReportCase.fullYear.report
    let notes = (0..<4_000).map { index in
      Report.Note(
        day: given.days.lowerBound + index / 11, skill: "papers", minutes: 30,
        text: "\(index) " + String(repeating: "很长的备注 ", count: 40))
    }
    let page = HTMLRenderer(language: .english).report(given.with(notes: notes))
    #expect(page.utf8.count < 300_000)
    #expect(page.contains("3999 很长"))
    #expect(!page.contains(">0 很长"))
    #expect(page.contains("strop log --since 2025-12-01 --until 2026-11-30"))
    let markdown = MarkdownRenderer(language: .english).report(given.with(notes: notes))
    #expect(markdown.contains("**: 0 很长"))
  }

  @Test func `no chart is drawn without data, and it says what would fill it`() {
    let page = HTMLRenderer(language: .english).report(ReportCase.firstDay.report)
    for command in [
      "strop item list", "strop paper judge", "strop repro start", "strop experiment",
    ] {
      #expect(page.contains(command))
    }
    #expect(page.ranges(of: "role=\"img\"").count == 3)
    let full = HTMLRenderer(language: .english).report(ReportCase.fullYear.report)
    #expect(full.ranges(of: "role=\"img\"").count == 7)
    #expect(!full.contains("Nothing to draw"))
  }

  @Test func `what was learnt comes before the numbers`() throws {
    let page = HTMLRenderer(language: .english).report(ReportCase.fullYear.report)
    let learnt = try #require(page.firstRange(of: "What was learnt"))
    let numbers = try #require(page.firstRange(of: ">Numbers<"))
    #expect(learnt.lowerBound < numbers.lowerBound)
  }
}
