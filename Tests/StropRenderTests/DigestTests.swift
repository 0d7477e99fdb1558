import StropCore
import StropRender
import Testing

struct DigestTests {
  @Test(arguments: Language.allCases)
  func `each digest reads as recorded`(language: Language) throws {
    let renderer = TextRenderer(language: language, columns: 200, color: true)
    let samples = Samples()
    let digests = [
      samples.digest(skills: 1, report: false), samples.digest(skills: 3, report: false),
      samples.digest(skills: 0, report: true), samples.digest(skills: 1, report: true),
      samples.allKinds(),
    ]
    let texts = digests.map { digest in
      let (title, body) = renderer.notification(digest)
      return renderer.digest(digest) + "-- title: " + title + "\n" + body + "\n"
    }
    try Golden.expect(texts.joined(separator: "========\n"), "digest.\(language.rawValue).txt")
  }

  @Test func `a digest has neither colour nor wide lines, and its first line is the verdict`() {
    let renderer = TextRenderer(language: .english, columns: 200, color: true)
    let text = renderer.digest(Samples().digest(skills: 1, report: true))
    #expect(text.hasPrefix("strop · week 48: 3 of 4 skills on target. "))
    #expect(text.contains("\npapers: 1 of 3 this week, slack 2\n  strop checkin papers -m 30\n\n"))
    #expect(!text.contains("\u{1b}"))
    #expect(text.split(separator: "\n").allSatisfy { String($0).displayWidth <= 72 })
  }

  @Test func `a skill outside the focus is reminded of without a standing`() {
    let samples = Samples()
    let digest = Digest(
      parts: [
        Digest.Part(
          reminder: samples.dueReminder(), skills: [Digest.Skill(slug: "papers", standing: nil)])
      ],
      report: nil)
    let (title, body) = TextRenderer(language: .chinese, columns: 80, color: false)
      .notification(digest)
    #expect(title == "papers：该练一练了")
    #expect(body == "strop checkin papers -m 30")
  }

  @Test func `nothing in a notification is escaped`() {
    let samples = Samples()
    var item = samples.report()
    item = Report(
      period: item.period,
      zone: item.zone,
      finished: true,
      daysLeft: 0,
      judged: item.judged,
      totals: item.totals,
      previous: item.previous,
      average: item.average,
      skills: [
        Report.SkillLine(
          slug: "r&d-<fast>",
          title: LocalizedText(english: "R&D", chinese: "R&D"),
          asked: 1,
          done: 0,
          doneInWeeks: 0,
          minutes: 0,
          weeksAsked: 1,
          weeksMet: 0,
          isLeftOut: false,
          streak: 0,
          missedWeeks: 1,
          weeks: [],
          lastDay: nil,
          evidence: LevelCounts())
      ],
      notes: [], finishedItems: [],
      next: [], calendar: item.calendar)
    let (_, body) = TextRenderer(language: .english, columns: 80, color: false)
      .notification(Digest(parts: [Digest.Part(reminder: samples.dueReport())], report: item))
    #expect(body.contains("Slipped: r&d-<fast> 0/1."))
  }

  @Test(arguments: [
    (0, 0, 0, ""), (1, 0, 0, "strop ✓1\n"), (0, 2, 0, "strop !2\n"), (0, 0, 3, "strop @3\n"),
    (1, 2, 3, "strop ✓1 !2 @3\n"),
  ])
  func `the prompt says only what is not nothing`(
    practised: Int,
    due: Int,
    reminders: Int,
    expected: String
  ) {
    let segment = PromptSegment(practisedToday: practised, dueToday: due, reminders: reminders)
    let renderer = TextRenderer(language: .english, columns: 80, color: true)
    #expect(renderer.prompt(segment) == expected)
  }
}
