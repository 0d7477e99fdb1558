import StropCore
import StropStore
import Testing
import TestSupport

/// Random work of a random user, from a seed: check-ins, edits, plans, skips, skills and items of
/// their own, undo and redo.
struct RandomHistory {
  private static let skills = ["papers", "debug", "reproduce", "ppo"]
  private static let monday = TestStore.now.milliseconds / 86_400_000

  var random: SeededGenerator
  /// Subjects that patches may speak of, created or not.
  private var known: [Subject]

  /// Whether it writes nothing that an import refuses, such as 99,999 minutes.
  private let isSound: Bool

  init(seed: Int, isSound: Bool = false) {
    self.isSound = isSound
    random = SeededGenerator(seed: seed)
    var ids = SeededGenerator(seed: 4_711)
    // The same for every seed, so that two histories speak of the same subjects.
    known = [
      "checkin", "evidence", "skip", "reminder", "bug", "hypothesis", "reproduction", "claim",
      "result",
      "judgement", "reading", "experiment", "run",
    ].flatMap { type in
      (0..<6).map { _ in Subject(type, Identifier.random(using: &ids)) }
    }
  }

  /// Does `count` things, several in one transaction, now and then with the clock gone astray.
  mutating func live(_ count: Int, in store: TestStore) throws {
    var left = count
    while left > 0 {
      let together = min(left, Int.random(in: 1...8, using: &random))
      let later = Int.random(in: -7_200...86_400, using: &random)
      try store.write(later: later) { transaction in
        for _ in 0..<together { try act(in: transaction) }
      }
      left -= together
    }
  }

  private mutating func act(in transaction: Transaction) throws {
    let reader = transaction.reader
    switch Int.random(in: 0..<10, using: &random) {
    case 0:
      if let batch = try reader.newestBatch(of: transaction.device) {
        try transaction.append([batch.patch(undone: true)], command: nil)
      }
    case 1:
      if let batch = try reader.lastUndoneBatch(of: transaction.device) {
        try transaction.append([batch.patch(undone: false)], command: nil)
      }
    case 2:
      let moment = self.moment()
      try transaction.append(
        [Start(device: transaction.device, moment: moment).creation],
        command: nil
      )
    case 3:
      // What a run writes when it is over, though it may have been undone.
      let batch = try reader.newestBatch(of: transaction.device)
      try transaction.append(
        patches(device: transaction.device), command: batch == nil ? "checkin" : nil,
        continuing: batch?.id)
    default:
      try transaction.append(patches(device: transaction.device), command: "checkin")
    }
  }

  /// What one command writes: one to four patches.
  mutating func patches(device: String) -> [Patch] {
    (0..<Int.random(in: 1...4, using: &random)).map { _ in patch(device: device) }
  }

  private mutating func patch(device: String) -> Patch {
    switch Int.random(in: 0..<20, using: &random) {
    case 16...19: return logbookPatch()
    case 12: return skillPatch()
    case 13...14: return ownItemPatch()
    case 15: return linkPatch()
    case 0...3:
      let checkIn = CheckIn(
        id: newID("checkin"),
        skill: skill(),
        item: random.chance(oneIn: 3) ? item() : nil,
        moment: moment(),
        minutes: random.chance(oneIn: 4) ? nil : Int.random(in: 1...1_440, using: &random),
        note: random.chance(oneIn: 2) ? note() : nil
      )
      return .create(checkIn.subject, checkIn.fields)
    case 4...5:
      return edit(some("checkin"))
    case 6:
      return .create(
        Subject(Evidence.type, newID("evidence")),
        [
          "parent": .text(some("checkin").text), "kind": .text("url"),
          "value": .text("https://example.org/\(Int.random(in: 0..<99, using: &random))"),
        ]
      )
    case 7:
      if random.chance(oneIn: 3) { return Patch(some("skip"), ["removed": .bool(true)]) }
      let from = day()
      let skip = Skip(
        id: newID("skip"),
        skill: random.chance(oneIn: 2) ? skill() : nil,
        days: from...(from + Int.random(in: 0...9, using: &random)),
        reason: note()
      )
      return .create(skip.subject, skip.fields)
    case 8:
      return PlanEntry(
        skill: skill(),
        week: day().week,
        plan: Plan(
          focus: !random.chance(oneIn: 3),
          sessions: Int.random(in: 1...7, using: &random),
          minutes: Int.random(in: 0...600, using: &random)
        ),
        firstDay: random.chance(oneIn: 2) ? day() : nil
      ).creation
    case 9:
      let state = ItemProgress.State.allCases.randomElement(using: &random) ?? .todo
      let progress = ItemProgress(
        slug: random.chance(oneIn: 3) ? ownItem() : item(),
        state: state,
        started: random.chance(oneIn: 3) ? moment() : nil,
        finished: state == .done ? moment() : nil,
        value: random.chance(oneIn: 2) ? "0.5" : nil,
        match: random.chance(oneIn: 2) ? random.chance(oneIn: 2) : nil,
        unaided: random.chance(oneIn: 3) ? random.chance(oneIn: 2) : nil,
        prediction: random.chance(oneIn: 4)
          ? ItemProgress.Prediction(
            text: note(), moment: moment(), isLate: random.chance(oneIn: 2)) : nil
      )
      return .create(ItemProgress.subject(progress.slug), progress.fields)
    case 10:
      let key = ["zone", "language", "day-start"].randomElement(using: &random) ?? "zone"
      return Setting.patch(
        device: device,
        key: key,
        value: random.chance(oneIn: 3) ? nil : note()
      )
    default:
      if random.chance(oneIn: 2) { return edit(some("reminder")) }
      let topics: [Fields] = [
        ["kind": .text("skill"), "skill": .text(skill())],
        ["kind": .text("slack"), "slack": .integer(2)],
        ["kind": .text("slack"), "slack": .integer(9)],
        ["kind": .text("item"), "item": .text("papers/triage-ten")],
        ["kind": .text("text"), "text": .text(note())],
        ["kind": .text("of a later strop")],
      ]
      let common: Fields = [
        "rule": .text("daily 21:30"), "channels": .text("stdout"), "device": .text(device),
        "since": .text("2026-11-23T12:00"), "snoozed": .text("2026-11-24T12:00"),
      ]
      let topic = topics.randomElement(using: &random) ?? [:]
      return .create(
        Subject(Reminder.type, newID("reminder")), common.merging(topic) { $1 })
    }
  }

  /// An entry of a logbook, or a change of one that may be there or not.
  private mutating func logbookPatch() -> Patch {
    switch Int.random(in: 0..<12, using: &random) {
    case 9:
      return Experiment(
        id: newID(Experiment.type), title: note(), skill: skill(), hypothesis: note(),
        prediction: random.chance(oneIn: 2)
          ? Experiment.Prediction(text: note(), at: moment().at, isLate: random.chance(oneIn: 2))
          : nil,
        budget: random.chance(oneIn: 2) ? 4.5 : nil, planned: moment()
      ).creation
    case 10:
      return Run(
        id: newID(Run.type), parent: some(Experiment.type), started: moment(), command: note(),
        host: "box", directory: "/home/li",
        code: random.chance(oneIn: 2)
          ? Run.Code(repository: "/home/li", commit: "3f2a91cc", isDirty: random.chance(oneIn: 2))
          : nil,
        gpus: random.chance(oneIn: 2) ? Run.GPUs(count: 8, names: nil) : nil
      ).creation
    case 11:
      return Metric(
        run: some(Run.type).key, name: note(), number: random.chance(oneIn: 4) ? .nan : 0.25
      ).creation
    case 7:
      return Paper(
        id: random.chance(oneIn: 2) ? "2305.18290" : Paper.key(of: "https://example.org"),
        title: random.chance(oneIn: 2) ? note() : nil, added: moment()
      ).creation
    case 8:
      return Reading(
        id: newID(Reading.type), paper: "2305.18290", pass: Int.random(in: 1...3, using: &random),
        moment: moment(), checkIn: nil
      ).creation
    case 0:
      return Bug(id: newID(Bug.type), symptom: note(), opened: moment()).creation
    case 1:
      return Hypothesis(
        id: newID(Hypothesis.type), bug: some(Bug.type).key, text: note(),
        result: Hypothesis.Result.allCases.randomElement(using: &random) ?? .unclear,
        moment: moment(), checkIn: some("checkin").key
      ).creation
    case 2:
      return Reproduction(
        id: newID(Reproduction.type), title: note(), source: "2305.18290", started: moment()
      ).creation
    case 3:
      return Claim(
        id: newID(Claim.type), reproduction: some(Reproduction.type).key, metric: note(),
        value: Double(Int.random(in: -99...99, using: &random)) / 4,
        better: random.chance(oneIn: 2) ? .higher : .lower,
        tolerance: random.chance(oneIn: 2) ? Claim.Tolerance(amount: 2, isRelative: true) : nil,
        position: Int.random(in: 0...3, using: &random)
      ).creation
    case 4:
      return RunResult(
        id: newID(RunResult.type), reproduction: some(Reproduction.type).key, metric: note(),
        value: 0.5, seed: random.chance(oneIn: 2) ? 1 : nil, commit: nil, conditions: note(),
        moment: moment(), checkIn: nil
      ).creation
    case 5:
      return Judgement(
        id: newID(Judgement.type), paper: "2305.18290", claim: note(),
        probability: Int.random(in: 0...100, using: &random), by: day(),
        rule: random.chance(oneIn: 2) ? note() : nil, moment: moment(), checkIn: nil
      ).creation
    default:
      let types = [
        Bug.type, Reproduction.type, Claim.type, Judgement.type, RunResult.type, Experiment.type,
        Run.type,
      ]
      let end: Fields = [
        "closed": .text("2026-11-24T12:00:00.000Z"), "closedOn": .text("2026-11-24"),
      ]
      let fields: [Fields] = [
        ["removed": .bool(true)], ["removed": .null], ["when": moment().value],
        ["closing": .group(end.merging(["cause": .text(note()), "class": .text("data")]) { $1 })],
        ["closing": .null], ["ending": .group(["state": .text("finished")])],
        ["p": .number(Int.random(in: 0...100, using: &random))], ["claim": .text(note())],
        ["resolution": .group(["outcome": .text("yes")])], ["better": .text("lower")],
        ["value": .real(2.5)], ["tolerance": .null], ["tail": .text(note())],
        ["end": .group(["ended": .text("2026-11-24T12:00:00.000Z"), "exit": .number(1)])],
      ]
      return Patch(
        some(types.randomElement(using: &random) ?? Bug.type),
        fields.randomElement(using: &random) ?? [:])
    }
  }

  /// What somebody made of a skill, shipped or their own.
  private mutating func skillPatch() -> Patch {
    let slug = random.chance(oneIn: 4) ? skill() : ownSkill()
    if random.chance(oneIn: 4) {
      let fields: [Fields] = [
        ["archived": .bool(true)], ["archived": .null], isSound ? [:] : ["retest": .text("often")],
        ["title": .null], ["position": .null], ["why": .null],
      ]
      return Patch(SkillChange(slug: slug).subject, fields.randomElement(using: &random) ?? [:])
    }
    let change = SkillChange(
      slug: slug,
      title: text(),
      why: random.chance(oneIn: 2) ? note() : nil,
      plan: random.chance(oneIn: 2)
        ? Plan(focus: false, sessions: Int.random(in: 1...7, using: &random), minutes: 60) : nil,
      retest: random.chance(oneIn: 2) ? Skill.Retest(minutes: 30, days: 90) : nil,
      reason: random.chance(oneIn: 2) ? text() : nil,
      position: Int.random(in: 1...5, using: &random),
      archived: random.chance(oneIn: 8)
    )
    return .create(change.subject, change.fields)
  }

  /// The definition of an own item, or a change of one that may be there or not.
  private mutating func ownItemPatch() -> Patch {
    let slug = ownItem()
    if random.chance(oneIn: 3) {
      let fields: [Fields] = [
        ["retired": .bool(true)], ["retired": .null], ["hours": .real(0.5)],
        isSound ? ["hours": .null] : ["hours": .real(-1)], ["doneWhen": .null], ["expect": .null],
        ["hardware": .text("tpu")],
      ]
      return Patch(ItemProgress.subject(slug), fields.randomElement(using: &random) ?? [:])
    }
    let own = Item(
      slug: slug,
      position: Int.random(in: 1...9, using: &random),
      title: text(),
      doneWhen: text(),
      hours: Double(Int.random(in: 1...160, using: &random)) / 4,
      hardware: Item.Hardware.allCases.randomElement(using: &random) ?? .cpu,
      check: Item.Check.allCases.randomElement(using: &random) ?? .artefact,
      logbook: random.chance(oneIn: 2) ? "bug log" : "",
      why: random.chance(oneIn: 2) ? note() : "",
      predictFirst: random.chance(oneIn: 2),
      firstMonth: random.chance(oneIn: 2),
      unaided: random.chance(oneIn: 2),
      expect: random.chance(oneIn: 2)
        ? Item.Expectation(value: 0.1, tolerance: 2, unit: "ms") : nil,
      knownToWork: random.chance(oneIn: 3) ? text() : nil,
      prerequisites: [],
      references: []
    )
    return own.creation
  }

  /// What an own item names, or no longer does.
  private mutating func linkPatch() -> Patch {
    let kind = ItemLink.Kind.allCases.randomElement(using: &random) ?? .reference
    let link = ItemLink(
      kind,
      item: ownItem(),
      target: kind == .prerequisite ? item() : "arxiv:1707.06347",
      position: Int.random(in: 1...3, using: &random)
    )
    if random.chance(oneIn: 3) { return Patch(link.subject, ["removed": .bool(true)]) }
    return .create(link.subject, link.fields)
  }

  /// A change that may come before what it changes, clear a field, or make no sense.
  private mutating func edit(_ subject: Subject) -> Patch {
    let fields: [Fields] = [
      ["minutes": .number(Int.random(in: 1...90, using: &random))], ["minutes": .null],
      isSound ? [:] : ["minutes": .number(99_999)], isSound ? [:] : ["minutes": .text("many")],
      ["note": .text(note())],
      ["note": .null], ["removed": .bool(true)], ["removed": .bool(false)],
      ["when": moment().value], ["when": .null], ["skill": .text(skill())],
      ["from-a-newer-strop": .group(["depth": .group(["real": .real(0.25)])])],
    ]
    return Patch(subject, fields.randomElement(using: &random) ?? [:])
  }

  private mutating func newID(_ type: String) -> String {
    if random.chance(oneIn: 3) { return some(type).key }
    let id = Identifier.random(using: &random)
    known.append(Subject(type, id))
    return id
  }

  private mutating func some(_ type: String) -> Subject {
    known.filter { $0.type == type }.randomElement(using: &random) ?? Subject(type, "0000000000")
  }

  private mutating func skill() -> String {
    RandomHistory.skills.randomElement(using: &random) ?? "papers"
  }

  private mutating func item() -> String { "ppo/\(Int.random(in: 0..<4, using: &random))" }

  private mutating func ownSkill() -> String {
    ["my-cuda", "my-rl"].randomElement(using: &random) ?? "my-cuda"
  }

  private mutating func ownItem() -> String {
    (random.chance(oneIn: 3) ? "ppo/my-" : ownSkill() + "/")
      + String(Int.random(in: 0..<3, using: &random))
  }

  private mutating func text() -> LocalizedText {
    LocalizedText(english: note(), chinese: note())
  }

  private mutating func note() -> String {
    ["MoE 路由", "a \"quoted\"\nnote", "\u{1b}[31m", "", "e\u{301} 👩‍🔬"].randomElement(using: &random)
      ?? ""
  }

  private mutating func day() -> Day {
    Day(number: Int(RandomHistory.monday) + Int.random(in: -60...0, using: &random))
  }

  private mutating func moment() -> Moment {
    let offset = Int64.random(in: 0..<1_000_000, using: &random)
    return Moment(
      at: Instant(milliseconds: TestStore.now.milliseconds - offset),
      zone: "Asia/Shanghai",
      day: day()
    )
  }
}
