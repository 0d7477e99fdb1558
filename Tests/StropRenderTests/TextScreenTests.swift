import StropCore
import StropRender
import Testing

struct TextScreenTests {
  @Test(arguments: NamedScreen.golden, Language.allCases)
  func `each screen reads as recorded, at 80, 50 and 120 columns`(
    screen: NamedScreen,
    language: Language
  ) throws {
    let texts = [80, 50, 120].map { columns in
      let renderer = TextRenderer(language: language, columns: columns, color: false)
      return String(repeating: "=", count: columns) + "\n" + screen.text(renderer, Samples())
    }
    try Golden.expect(texts.joined(), "\(screen.name).\(language.rawValue).txt")
  }

  @Test(arguments: NamedScreen.golden, [false, true])
  func `no line is wider than the screen, whatever users write`(
    screen: NamedScreen,
    isUnruly: Bool
  ) {
    for language in Language.allCases {
      // Above 100 no paragraph grows any more.
      for columns in Array(40...100) + [101, 110, 120, 140, 160, 180, 199, 200] {
        let renderer = TextRenderer(language: language, columns: columns, color: false)
        let text = screen.text(renderer, Samples(isUnruly: isUnruly))
        for line in text.split(separator: "\n").map(String.init) {
          // A command is never cut: one of a long slug stands alone, and is as wide as it is.
          // An address at the end of a line is never broken either, nor a path.
          let words = line.drop { $0 == " " || $0 == "→" }
          let isAddress = line.split(separator: " ").last?.hasPrefix("https://") ?? false
          // What stands in a crontab or a unit is shown as it stands there.
          let isWhole =
            words.hasPrefix("strop ") || words.hasPrefix("systemctl ")
            || line.contains("remind deliver") || words.hasPrefix("/") || words.hasPrefix("~/")
            || isAddress
          if line.displayWidth > columns, !isWhole {
            Issue.record("\(language) at \(columns) columns: \(line)")
          }
          if line.hasSuffix(" ") { Issue.record("a space at the end: \(line)") }
        }
      }
    }
  }

  @Test(arguments: NamedScreen.golden, [false, true])
  func `each screen ends in one newline`(screen: NamedScreen, isUnruly: Bool) {
    for language in Language.allCases {
      let renderer = TextRenderer(language: language, columns: 80, color: false)
      let text = screen.text(renderer, Samples(isUnruly: isUnruly))
      #expect(text.hasSuffix("\n"))
      #expect(!text.hasSuffix("\n\n"))
    }
  }

  @Test(arguments: NamedScreen.golden, [false, true])
  func `colour adds nothing but escape sequences`(screen: NamedScreen, isUnruly: Bool) {
    for language in Language.allCases {
      for columns in [40, 50, 80, 120] {
        let samples = Samples(isUnruly: isUnruly)
        let plain = TextRenderer(language: language, columns: columns, color: false)
        let coloured = TextRenderer(language: language, columns: columns, color: true)
        let escapes = /\u{1b}\[[0-9]+m/
        let text = screen.text(plain, samples)
        #expect(!text.contains("\u{1b}"))
        #expect(screen.text(coloured, samples).replacing(escapes, with: "") == text)
      }
    }
  }

  @Test func `what is missed or due is red, what is met is green`() {
    let renderer = TextRenderer(language: .english, columns: 80, color: true)
    let text = renderer.today(Samples().pressingToday())
    #expect(text.contains("\u{1b}[31mmissed\u{1b}[0m"))
    #expect(text.contains("\u{1b}[31mdue today\u{1b}[0m"))
    #expect(text.contains("\u{1b}[31mdue tomorrow\u{1b}[0m"))
    #expect(text.contains("\u{1b}[32mmet\u{1b}[0m"))
  }

  @Test(arguments: [(1, 40), (40, 40), (80, 80), (200, 200), (1_000, 200)])
  func `columns are brought into the range that screens are made for`(
    columns: Int,
    expected: Int
  ) {
    #expect(
      TextRenderer(language: .english, columns: columns, color: false).columns == expected)
  }

  @Test func `commands that fit on a line of their own are never cut`() {
    for columns in 40...200 {
      let renderer = TextRenderer(language: .english, columns: columns, color: false)
      #expect(renderer.today(Samples().todayScreen()).contains("strop checkin debug -m 30"))
      #expect(
        renderer.checkIn(Samples().receipt()).contains("strop item done debug/overfit-one-batch"))
    }
  }

  @Test func `a command that is too wide beside its label stands whole below it`() {
    let renderer = TextRenderer(language: .english, columns: 40, color: false)
    #expect(
      renderer.today(Samples().todayScreen()).contains("\n    strop checkin debug -m 30 -n \"…\"\n")
    )
    let wider = TextRenderer(language: .english, columns: 50, color: false)
    #expect(
      wider.checkIn(Samples().receipt())
        .contains("\n  strop item done debug/overfit-one-batch -e …\n"))
  }

  @Test func `what comes next was not practised today`() {
    let samples = Samples()
    let renderer = TextRenderer(language: .english, columns: 80, color: false)
    func today(_ lastDays: [Int?]) -> String {
      let skills = zip(["debug", "papers", "weekend"], lastDays).map { slug, lastDay in
        samples.todaySkill(
          slug,
          samples.standing(sessions: 5, done: lastDay == 0 ? [0] : []),
          streak: 0,
          lastDay: lastDay,
          nextItem: NextItem(
            slug: slug + "/x",
            title: samples.title(slug),
            doneWhen: samples.title(slug),
            hours: 1,
            hardware: .cpu))
      }
      return renderer.today(
        Today(
          day: samples.today,
          zone: "UTC",
          skills: skills,
          daysPractised: 1,
          daysCounted: 4,
          retest: nil,
          reminders: [],
          staleTick: nil))
    }
    for (lastDays, slug) in [
      ([nil, nil, nil], "debug"), ([0, 0, 3], "weekend"), ([0, nil, 3], "papers"),
      ([0, 0, 0], "debug"),
    ] {
      let text = today(lastDays)
      #expect(text.contains("next  \(slug)/x "))
      #expect(text.contains("record it:  strop checkin \(slug) -m 30"))
    }
  }

  @Test func `an undo says what it took back in the words of the thing`() {
    let moment: Value = .group([
      "at": .text("2026-11-24T13:30:00.000Z"), "zone": .text("Asia/Shanghai"),
      "day": .text("2026-11-24"),
    ])
    let checkIn: Fields = ["skill": .text("papers"), "minutes": .number(400), "when": moment]
    let receipt = UndoReceipt(
      undone: true, batch: "b3f7q0x9ab", command: "checkin",
      effects: [
        UndoReceipt.Effect(Subject("checkin", "7k3fq0x9a0"), from: nil, to: checkIn),
        UndoReceipt.Effect(
          Subject("checkin", "7k3fq0x9a1"), from: checkIn,
          to: checkIn.merging(["minutes": .number(40)]) { $1 }),
        UndoReceipt.Effect(
          Subject("checkin", "7k3fq0x9a2"), from: checkIn,
          to: checkIn.merging(["removed": .bool(true)]) { $1 }),
        UndoReceipt.Effect(
          Subject("setting", "d3f7q0x9ab/day-start"), from: nil, to: ["value": .text("05:00")]),
        UndoReceipt.Effect(Subject("reference", "papers/x/url:a"), from: nil, to: [:]),
        UndoReceipt.Effect(
          Subject("item", "papers/triage-ten"), from: ["state": .text("doing")],
          to: ["state": .text("done")]),
        UndoReceipt.Effect(
          Subject("plan", "papers/2026-W48"), from: nil,
          to: ["focus": .bool(true), "sessions": .number(3), "minutes": .number(90)]),
        UndoReceipt.Effect(Subject("rival", "e3f7q0x9ab"), from: nil, to: [:]),
      ],
      passedOver: ["schedule install"])
    let english = TextRenderer(language: .english, columns: 80, color: false)
    #expect(
      english.undo(receipt) == """
        undone: papers, 400 min on Tue 24 Nov
          papers, 400 min on Tue 24 Nov: minutes 400 → 40
          removal of papers, 400 min on Tue 24 Nov
          day-start: not set → 05:00
          papers/triage-ten: in progress → done
          … +2
        passed over: schedule install; to undo that:  strop schedule uninstall
        do it again:  strop redo

        """)
    let chinese = TextRenderer(language: .chinese, columns: 80, color: false)
    #expect(chinese.undo(receipt).hasPrefix("已撤销：papers，11-24 周二 400 分钟\n"))
  }

  @Test func `a wide log shows levels in words, items, and evidence`() {
    let renderer = TextRenderer(language: .english, columns: 180, color: false)
    let lines = renderer.log(Samples().log(earlier: 0)).split(separator: "\n")
    #expect(lines[1].contains("evidenced"))
    #expect(lines[1].hasSuffix("(+1) url https://example.org/notes/triage-2026-11"))
    #expect(lines[4].contains("debug/overfit-one-batch"))
  }

  @Test func `what is earlier is counted to ten thousand`() {
    for (count, english, chinese) in [
      (10_000, "10000 earlier:  strop log --limit 10005", "更早还有 10000 条：strop log --limit 10005"),
      (10_001, "over 10000 earlier:  strop log | less", "更早还有 10000 多条：strop log | less"),
    ] {
      let log = Samples().log(earlier: count)
      let screens = [Language.english, .chinese].map {
        TextRenderer(language: $0, columns: 80, color: false).log(log)
      }
      #expect(screens.map { $0.split(separator: "\n")[0] } == [english[...], chinese[...]])
    }
  }

  @Test func `the value of a setting stands alone, for scripts`() {
    let renderer = TextRenderer(language: .chinese, columns: 40, color: true)
    #expect(
      Samples().settings().map(renderer.settingValue) == ["04:00\n", "Asia/Shanghai\n", "\n"])
  }
}
