import StropCore
import StropRender
import Testing

struct PortfolioTests {
  @Test(arguments: Language.allCases)
  func `it reads as recorded in Markdown, HTML and JSON`(language: Language) throws {
    let portfolio = Samples().portfolio()
    let name = "portfolio.\(language.rawValue)"
    try Golden.expect(MarkdownRenderer(language: language).portfolio(portfolio), name + ".md")
    try Golden.expect(HTMLRenderer(language: language).portfolio(portfolio), name + ".html")
    try Golden.expect(
      JSONRenderer(language: language).portfolio(portfolio).pretty + "\n", name + ".json")
  }

  /// The portfolio in every format.
  private func texts(_ portfolio: Portfolio) -> [String] {
    Language.allCases.flatMap { language in
      [
        TextRenderer(language: language, columns: 200, color: false).portfolio(portfolio),
        MarkdownRenderer(language: language).portfolio(portfolio),
        HTMLRenderer(language: language).portfolio(portfolio),
        JSONRenderer(language: language).portfolio(portfolio).pretty,
      ]
    }
  }

  /// Notes, hosts with what leads to them, and prices, as the samples have them.
  @Test(arguments: [
    "same step, every time", "no gain below 0.1", "beta 0.1", "preference data is gone", "gpu-07",
    "/home/li", "/data", "train.py", "CUDA out of memory", "CNY", "约 ", "43.9",
  ])
  func `redacted it tells no note, no host and no price`(secret: String) {
    let portfolio = Samples().portfolio()
    #expect(texts(portfolio).contains { $0.contains(secret) })
    for text in texts(portfolio.redacted) { #expect(!text.contains(secret)) }
    for text in texts(portfolio.onlyVerified.redacted) { #expect(!text.contains(secret)) }
  }

  @Test func `redacted it keeps what proves`() {
    for text in texts(Samples().portfolio().redacted) {
      for kept in [
        "3f2a91cc", "0.6931", "above 58% at beta 0.05", "triage.md", "left out the last",
      ] {
        #expect(text.contains(kept), "\(kept)")
      }
    }
  }

  @Test func `with only what is verified nothing else is told`() {
    for text in texts(Samples().portfolio().onlyVerified) {
      #expect(!text.contains("noise-floor"))
      #expect(!text.contains("triage-ten"))
      #expect(text.contains("loss-at-step-zero"))
    }
  }

  @Test(arguments: Language.allCases)
  func `what users write is text in HTML, not markup`(language: Language) {
    let html = HTMLRenderer(language: language)
    for text in [html.portfolio(Samples(isUnruly: true).portfolio()), html.portfolio(hostile)] {
      #expect(!text.contains("<script"))
      #expect(!text.contains("onerror=\""))
      #expect(!text.contains("href=\"javascript"))
      // To Swift, such a mark is another character.
      #expect(!text.contains("\"\u{301}") && !text.contains("<\u{338}"))
      #expect(!text.unicodeScalars.contains { $0.value == 0x1b || $0.value == 0x202e })
      #expect(text.hasPrefix("<!doctype html>\n<html lang=\""))
      #expect(text.hasSuffix("</html>\n"))
    }
  }

  private var hostile: Portfolio {
    let samples = Samples()
    let bug = Bug(
      id: "7k3fq0x9ab", symptom: "</h4><script>alert(1)</script>{{title}}{{{title}}}",
      opened: Moment(at: Instant(milliseconds: 0), zone: "UTC", day: samples.today),
      closing: Bug.Closing(
        at: Instant(milliseconds: 1), day: samples.today,
        cause: "\" onerror=\"alert(1)\"\u{301}/<\u{338}b",
        bugClass: .data, fix: "javascript:alert(1)"))
    let empty = samples.emptyPortfolio()
    return Portfolio(
      days: empty.days, zone: .utc, today: samples.today, practice: [], activeDays: 0,
      verifiedDays: 0, items: [],
      papersRead: 0, papersStudied: 0, judgements: [], calibration: JudgementScore([]),
      openJudgements: 0, voidJudgements: 0, withdrawnJudgements: 0, reproductions: [],
      bugs: [
        BugCard(
          line: BugLine(listed: samples.listed(bug), hypotheses: 0), steps: [], zone: .utc,
          now: Instant(milliseconds: 1), today: samples.today)
      ], experiments: [])
  }

  @Test func `every row of a table has as many cells as its head`() {
    for language in Language.allCases {
      let text = MarkdownRenderer(language: language)
        .portfolio(Samples(isUnruly: true).portfolio())
      expectEvenTables(text)
    }
  }
}
