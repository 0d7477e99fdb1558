import StropCore

// Skills and their checklists.
extension Samples {
  func skill(_ slug: String, position: Int) -> Skill {
    Skill(
      slug: name(slug),
      position: position,
      title: title(slug),
      why: "鉴别论文价值的能力",
      plan: Plan(focus: true, sessions: 3, minutes: 90),
      retest: Skill.Retest(minutes: 30, days: 75),
      reason: text(
        "Judgement is accuracy work: it loses half in about half a year.",
        "属于“求准”的能力，约半年丢一半；每周初筛就能保温。"))
  }

  func summary(_ slug: String, _ state: SkillState, sessions: Int = 1, minutes: Int = 60)
    -> SkillSummary
  {
    SkillSummary(
      skill: skill(slug, position: 1),
      state: state,
      plan: Plan(focus: state == .focus, sessions: sessions, minutes: minutes),
      itemsTotal: 9,
      itemsDone: state == .focus ? 2 : 0)
  }

  func skillList(
    changed: [String] = [],
    minutes: Int = 150,
    going: [ComingReminder] = []
  ) -> SkillList {
    SkillList(
      version: 1,
      skills: [
        summary("papers", .focus, sessions: 3, minutes: 90),
        summary("debug", .focus),
        summary("reproduce", .shelved),
        summary("weekend", .focus, minutes: minutes),
        summary("dpo", .archived),
      ],
      changed: changed.map(name),
      silencedReminders: going)
  }

  func item(
    _ slug: String,
    _ title: LocalizedText,
    state: ItemProgress.State = .todo,
    value: String? = nil,
    match: Bool? = nil,
    evidence: [Evidence] = [],
    expect: Item.Expectation? = nil,
    prerequisites: [String] = [],
    unaided: Bool? = nil,
    prediction: ItemProgress.Prediction? = nil
  ) -> ListedItem {
    let item = Item(
      slug: name(slug),
      position: 1,
      title: title,
      doneWhen: text(
        "Ten notes exist, each with start and stop time, one line for each of category, context, "
          + "correctness, contributions, clarity, and a verdict.",
        "有十条笔记：每条记录起止时间，类别、背景、可信度、贡献、清晰度各一句，以及“跳过／略读／精读”的结论。"),
      hours: 1.5,
      hardware: .oneGPU,
      check: .number,
      logbook: "paper note",
      why: "debug 代码的能力",
      predictFirst: prediction != nil,
      firstMonth: true,
      unaided: unaided != nil,
      expect: expect,
      knownToWork: expect == nil
        ? nil : text("0.6931, on 2 CPU cores, torch 2.13", "0.6931（2 核 CPU，torch 2.13）"),
      prerequisites: prerequisites,
      references: ["arxiv:2305.18290", "github:karpathy/nanoGPT@3adf61e:train.py"])
    let finished = Moment(
      at: Instant(milliseconds: 1_795_700_000_000),
      zone: "Asia/Shanghai",
      day: today)
    let progress = ItemProgress(
      slug: name(slug),
      state: state,
      started: state == .doing ? finished : nil,
      finished: state == .done ? finished : nil,
      value: value,
      match: match,
      unaided: unaided,
      prediction: prediction)
    return ListedItem(
      item: item,
      progress: state == .todo ? nil : progress,
      evidence: evidence,
      openPrerequisites: Array(prerequisites.prefix(1)))
  }

  func listedItems() -> [ListedItem] {
    [
      item(
        "papers/triage-ten",
        text("Triage ten papers", "每篇十分钟，初筛十篇论文"),
        state: .done,
        evidence: [evidence(.file, words("/home/me/notes/triage-2026-11.md"))]),
      item(
        "papers/claim-ledger",
        text("Turn one paper into a claim–evidence ledger", "把一篇论文拆成“论断—证据”台账"),
        state: .doing,
        prerequisites: ["papers/triage-ten", "papers/two-raters"]),
      item(
        "dpo/loss-at-step-zero",
        text("Loss at step zero", "第 0 步的 loss"),
        state: .done,
        value: "0.6931",
        match: true,
        evidence: [link],
        expect: Item.Expectation(value: 0.6931, tolerance: 0.0005, unit: "nats")),
      item("dpo/implicit-reward", text("The implicit reward", "隐式奖励")),
      item("dpo/margins", text("Margins", "奖励间隔"), state: .dropped),
    ]
  }

  func itemList(_ items: [ListedItem]? = nil, filter: ItemFilter = ItemFilter()) -> ItemList {
    let hours = [26.0, 339, 543.5, 615]
    let items = items ?? listedItems()
    return ItemList(
      items: items,
      counts: Dictionary(grouping: items, by: \.item.skill).mapValues { items in
        ItemList.Count(total: items.count, done: items.count { $0.state == .done })
      },
      filter: filter,
      routes: zip(Route.allCases, hours).map { route, hours in
        RouteSummary(
          route: route, items: Int(hours / 4), itemsDone: 2, hours: hours, hoursLeft: hours - 2.5)
      })
  }

  func itemCards() -> [ItemCard] {
    listedItems().prefix(3).map { listed in
      let isOpen = listed.state == .doing
      return ItemCard(
        listed: listed,
        why: listed.item.why,
        prerequisites: listed.item.prerequisites.map { slug in
          ItemCard.Prerequisite(
            slug: slug,
            title: slug == "papers/two-raters" ? nil : text("Triage ten papers", "初筛十篇论文"),
            state: listed.openPrerequisites.contains(slug) ? .todo : .done)
        },
        sources: [
          ItemCard.Source(
            reference: "arxiv:2305.18290",
            title: words(
              "Direct Preference Optimization: Your Language Model is Secretly a Reward "
                + "Model")),
          ItemCard.Source(
            reference: "github:karpathy/nanoGPT@3adf61e:config/train_shakespeare_char.py",
            title: nil),
        ],
        checkIns: isOpen ? log().checkIns : [],
        today: today)
    }
  }

  func prediction(isLate: Bool) -> ItemProgress.Prediction {
    ItemProgress.Prediction(
      text: words("0.69, since the policy is the reference"),
      moment: Moment(
        at: Instant(milliseconds: 1_795_600_000_000), zone: "Asia/Shanghai", day: today - 1),
      isLate: isLate)
  }

  /// Every action, and `done` in each of its moods.
  func itemReceipts() -> [Receipt<ChangedItem>] {
    let title = text("Loss at step zero", "第 0 步的 loss")
    func done(
      value: String? = nil, match: Bool? = nil, evidence: [Evidence] = [], unaided: Bool? = nil,
      prediction: ItemProgress.Prediction? = nil, previous: ItemProgress? = nil,
      next: NextItem? = nil
    ) -> Receipt<ChangedItem> {
      changed(
        item(
          "dpo/loss-at-step-zero", title, state: .done, value: value, match: match,
          evidence: evidence,
          expect: Item.Expectation(value: 0.6931, tolerance: 0.0005, unit: "nats"),
          unaided: unaided, prediction: prediction),
        previous: previous, compared: value, next: next)
    }
    let known = done(value: "0.6931", match: true, evidence: [link], next: nextItem())
    return [
      known, done(value: "0.6931", match: true),
      done(value: "0.7", match: false, evidence: [link]),
      done(value: "0.7", match: false, previous: known.shown.listed.progress),
      done(unaided: false, prediction: prediction(isLate: false)),
      done(unaided: true, prediction: prediction(isLate: true), next: nextItem()),
      changed(
        item(
          "dpo/margins", title, state: .doing, prerequisites: ["dpo/loss-at-step-zero"],
          prediction: prediction(isLate: false))),
      changed(item("dpo/margins", title)),
      changed(item("dpo/margins", title, state: .dropped)),
      Receipt(.added, ChangedItem(listed: item("debug/my-nan-hunt", title))),
    ]
  }

  func checkedItem(_ result: CheckedItem.Result, tests: Bool = false) -> CheckedItem {
    let run = experimentCard(.finished).runs[result == .failed ? 0 : 1]
    let hasPassed = result == .passed
    let value: Double? = hasPassed ? 0.6931 : result == .wrong ? 0.7 : nil
    return CheckedItem(
      listed: item(
        "dpo/loss-at-step-zero", text("Loss at step zero", "第 0 步的 loss"),
        state: hasPassed ? .done : .doing, value: hasPassed ? "0.6931" : nil,
        match: hasPassed ? true : nil,
        evidence: hasPassed ? [evidence(.run, run.run.id)] : [],
        expect: tests
          ? nil : Item.Expectation(value: 0.6931, tolerance: 0.0005, unit: "nats")),
      run: run, result: result, value: tests ? nil : value, name: "value",
      next: hasPassed ? nextItem() : nil)
  }

  private func changed(
    _ listed: ListedItem, previous: ItemProgress? = nil, compared: String? = nil,
    next: NextItem? = nil
  ) -> Receipt<ChangedItem> {
    Receipt(
      .edited,
      ChangedItem(listed: listed, previous: previous, compared: compared, next: next))
  }

  func card(_ state: SkillState = .focus) -> SkillCard {
    let standing = standing(sessions: 3, done: [2, 3])
    let weeks = [(3, [22, 23, 24]), (2, [15]), (1, [7, 8, 9])].map { back, done in
      (week: week - back, standing: self.standing(sessions: 3, done: done, in: week - back))
    }
    return SkillCard(
      summary: summary("papers", state, sessions: 3, minutes: 90),
      week: week,
      today: today,
      standing: standing,
      practised: [today - 3, today - 2],
      skipped: [week.sunday],
      streak: 1,
      recent: weeks + [(week: week, standing: standing)],
      lastDay: today - 2,
      minutes: 60,
      items: listedItems().filter { $0.item.skill == "papers" },
      next: nextItem())
  }
}
