import Seeds
import StropCore
import StropStore
import Testing

struct CurriculumLoadTests {
  private func loaded() throws -> TestStore {
    let (store, curriculum) = (try TestStore(), try Seeds.curriculum())
    try store.write { try $0.load(curriculum, version: Seeds.version) }
    return store
  }

  private func progress(_ slug: String, _ state: ItemProgress.State) -> Patch {
    let progress = ItemProgress(slug: slug, state: state, finished: nil, value: nil, match: nil)
    return .create(ItemProgress.subject(slug), progress.fields)
  }

  @Test func `the shipped curriculum is whole`() throws {
    let curriculum = try Seeds.curriculum()
    #expect(curriculum.skills.count == 16)
    #expect(curriculum.items.count == 126)
    #expect(curriculum.papers.count == 155)
    #expect(curriculum.problems() == [])
  }

  @Test func `the first focus is four skills and six hours and a half of work`() throws {
    let focus = try Seeds.curriculum().skills.filter(\.plan.focus)
    #expect(
      focus.map { "\($0.slug) \($0.plan.sessions)×\($0.plan.minutes)" }.sorted()
        == ["debug 1×60", "papers 3×90", "reproduce 1×120", "weekend 1×120"]
    )
  }

  @Test func `what was loaded reads back`() throws {
    let (store, curriculum) = (try loaded(), try Seeds.curriculum())
    #expect(try store.read { try $0.skills() } == curriculum.skills)
    #expect(try store.read { try $0.items() } == curriculum.items)
    #expect(try store.read { try $0.curriculumVersion() } == Seeds.version)
    for skill in curriculum.skills {
      let items = try store.read { try $0.items(skill: skill.slug) }
      #expect(items == curriculum.items.filter { $0.skill == skill.slug })
    }
    let item = try #require(curriculum.items.first)
    #expect(try store.read { try $0.item(item.slug) } == item)
    #expect(try store.read { try $0.item("no/such") } == nil)
  }

  @Test func `a curriculum is no part of the journal, and loads again`() throws {
    let (store, curriculum) = (try loaded(), try Seeds.curriculum())
    let (rows, journal) = (try store.foldedRows(), try store.exported())
    try store.write { try $0.load(curriculum, version: Seeds.version + 1) }
    #expect(try store.read { try $0.items() } == curriculum.items)
    #expect(try store.read { try $0.curriculumVersion() } == Seeds.version + 1)
    #expect(try store.foldedRows() == rows)
    #expect(try store.exported() == journal)
  }

  @Test func `every skill of the first focus starts with an item that waits for no other`() throws {
    let (store, curriculum) = (try loaded(), try Seeds.curriculum())
    for skill in curriculum.skills where skill.plan.focus {
      let next = try #require(
        try store.read { try $0.nextItem(of: skill.slug, hardware: .multiGPU) })
      let item = try #require(curriculum.items.first { $0.slug == next.slug })
      #expect(item.skill == skill.slug)
      #expect(item.prerequisites == [])
    }
    #expect(try store.read { try $0.nextItem(of: "no-such", hardware: .multiGPU) } == nil)
  }

  @Test func `a curriculum done in the proposed order comes to its end`() throws {
    let (store, curriculum) = (try loaded(), try Seeds.curriculum())
    var done: Set<String> = []
    try store.write { transaction in
      while true {
        let next = try curriculum.skills.lazy.compactMap {
          try transaction.reader.nextItem(of: $0.slug, hardware: .multiGPU)
        }.first
        guard let next else { break }
        let item = curriculum.items.first { $0.slug == next.slug }
        #expect(done.isSuperset(of: item?.prerequisites ?? ["?"]))
        #expect(done.insert(next.slug).inserted)
        try transaction.append([progress(next.slug, .done)], command: "item done")
      }
    }
    #expect(done == Set(curriculum.items.map(\.slug)))
  }
}

struct NextItemTests {
  private func item(
    _ slug: String,
    _ position: Int,
    prerequisites: [String] = [],
    retired: Bool = false
  ) -> Item {
    let text = LocalizedText(english: slug, chinese: slug)
    return Item(
      slug: slug,
      retired: retired,
      position: position,
      title: text,
      doneWhen: text,
      hours: 1.5,
      hardware: .oneGPU,
      check: .tests,
      logbook: "bug log",
      why: "PPO",
      predictFirst: false,
      firstMonth: false,
      expect: Item.Expectation(value: 0.5, tolerance: 0.1, unit: "nats"),
      prerequisites: prerequisites,
      references: ["url:https://example.org"]
    )
  }

  private func loaded() throws -> TestStore {
    let text = LocalizedText(english: "PPO", chinese: "PPO")
    let skills = ["ppo", "debug"].enumerated().map { position, slug in
      Skill(
        slug: slug,
        was: ["was-\(slug)"],
        position: position + 1,
        title: text,
        why: "PPO",
        plan: Plan(focus: true, sessions: 2, minutes: 60),
        retest: Skill.Retest(minutes: 30, days: 30),
        reason: text
      )
    }
    let curriculum = Curriculum(
      skills: skills,
      items: [
        item("ppo/old", 1, retired: true), item("ppo/b", 3, prerequisites: ["ppo/a", "debug/x"]),
        item("ppo/a", 2), item("ppo/c", 4, prerequisites: ["ppo/b"]), item("debug/x", 1),
      ],
      papers: []
    )
    let store = try TestStore()
    try store.write { try $0.load(curriculum, version: 1) }
    return store
  }

  private func set(_ store: TestStore, _ slug: String, _ state: ItemProgress.State) throws {
    let progress = ItemProgress(slug: slug, state: state, finished: nil, value: nil, match: nil)
    try store.append([.create(ItemProgress.subject(slug), progress.fields)])
  }

  private func next(_ store: TestStore) throws -> String? {
    try store.read { reader in
      try reader.nextItem(of: "ppo", hardware: .multiGPU).map { item in
        item.slug + (item.waitingSkill.map { " for " + $0 } ?? "")
      }
    }
  }

  @Test func `the first item that waits for nothing is next`() throws {
    let store = try loaded()
    #expect(
      try store.read { try $0.nextItem(of: "ppo", hardware: .multiGPU) }
        == NextItem(
          slug: "ppo/a",
          title: LocalizedText(english: "ppo/a", chinese: "ppo/a"),
          doneWhen: LocalizedText(english: "ppo/a", chinese: "ppo/a"),
          hours: 1.5,
          hardware: .oneGPU
        )
    )
  }

  @Test func `an item waits until all before it are done or dropped`() throws {
    let store = try loaded()
    try set(store, "ppo/a", .done)
    #expect(try next(store) == "debug/x for ppo")
    try set(store, "debug/x", .doing)
    #expect(try next(store) == "debug/x for ppo")
    try set(store, "debug/x", .dropped)
    #expect(try next(store) == "ppo/b")
    try set(store, "ppo/b", .done)
    #expect(try next(store) == "ppo/c")
    try set(store, "ppo/c", .done)
    #expect(try next(store) == nil)
  }

  @Test func `what was begun comes first, even before its time`() throws {
    let store = try loaded()
    try set(store, "ppo/c", .doing)
    #expect(try next(store) == "ppo/c")
    try set(store, "ppo/c", .todo)
    #expect(try next(store) == "ppo/a")
    try set(store, "ppo/a", .dropped)
    #expect(try next(store) == "debug/x for ppo")
  }

  @Test func `items in work are listed as the checklists list them`() throws {
    let store = try loaded()
    func inWork() throws -> [String] { try store.read { try $0.itemsInWork().map(\.slug) } }
    #expect(try inWork() == [])
    try set(store, "ppo/c", .doing)
    try store.append([
      checkIn("ppo", item: "ppo/a").creation, checkIn("debug", item: "debug/x").creation,
    ])
    #expect(try inWork() == ["ppo/a", "ppo/c", "debug/x"])
    try set(store, "ppo/a", .done)
    try store.append([.create(Subject("skill", "debug"), ["archived": .bool(true)])])
    #expect(try inWork() == ["ppo/c"])
  }

  private func checkIn(_ skill: String, item: String) throws -> CheckIn {
    let day = try #require(Day(iso: "2026-11-26"))
    return CheckIn(
      id: "7k3fq0x9a\(item.count % 10)", skill: skill, item: item,
      moment: Moment(at: Instant(milliseconds: 0), zone: "UTC", day: day), minutes: nil, note: nil)
  }

  @Test func `undo gives the item back`() throws {
    let store = try loaded()
    try set(store, "ppo/a", .dropped)
    try store.undo()
    #expect(try next(store) == "ppo/a")
  }

  @Test func `a retired item shows only where it was touched, and is never next`() throws {
    let store = try loaded()
    func slugs() throws -> [String] { try store.read { try $0.items(skill: "ppo").map(\.slug) } }
    #expect(try slugs() == ["ppo/a", "ppo/b", "ppo/c"])
    try set(store, "ppo/old", .doing)
    #expect(try slugs() == ["ppo/old", "ppo/a", "ppo/b", "ppo/c"])
    #expect(try next(store) == "ppo/a")
    #expect(try store.read { try $0.item("ppo/old")?.retired } == true)
  }
}
