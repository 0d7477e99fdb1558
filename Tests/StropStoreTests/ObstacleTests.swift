import StropCore
import StropStore
import Testing

struct ObstacleTests {
  private func item(
    _ slug: String, _ position: Int, _ hardware: Item.Hardware = .cpu, after: [String] = []
  ) -> Item {
    let text = LocalizedText(english: slug, chinese: slug)
    return Item(
      slug: slug, position: position, title: text, doneWhen: text, hours: 1, hardware: hardware,
      check: .tests, logbook: "bug log", why: "DPO", predictFirst: false, firstMonth: false,
      expect: nil, prerequisites: after, references: [])
  }

  /// A store whose only skill that matters is `dpo`.
  private func store(_ items: [Item]) throws -> TestStore {
    let text = LocalizedText(english: "DPO", chinese: "DPO")
    let skills = ["dpo", "reward"].enumerated().map { position, slug in
      Skill(
        slug: slug, position: position + 1, title: text, why: "DPO",
        plan: Plan(focus: true, sessions: 2, minutes: 60),
        retest: Skill.Retest(minutes: 30, days: 30), reason: text)
    }
    let store = try TestStore()
    let other = [item("reward/a", 1), item("reward/b", 2)]
    try store.write {
      try $0.load(Curriculum(skills: skills, items: items + other, papers: []), version: 1)
    }
    return store
  }

  private func set(_ store: TestStore, _ slug: String, _ state: ItemProgress.State) throws {
    let progress = ItemProgress(slug: slug, state: state, finished: nil, value: nil, match: nil)
    try store.append([.create(ItemProgress.subject(slug), progress.fields)])
  }

  private func obstacle(_ store: TestStore, _ hardware: Item.Hardware = .cpu) throws
    -> ItemObstacle?
  {
    #expect(try store.read { try $0.nextItems(of: "dpo", hardware: hardware, limit: 9) }.isEmpty)
    return try store.read { try $0.obstacle(of: "dpo", hardware: hardware) }
  }

  @Test func `it is the first open item of another skill that the first open item waits for`()
    throws
  {
    let store = try store([
      item("dpo/a", 1, after: ["reward/a", "reward/b"]), item("dpo/b", 2, after: ["dpo/a"]),
    ])
    #expect(try obstacle(store) == .item("reward/a"))
    try set(store, "reward/a", .done)
    #expect(try obstacle(store) == .item("reward/b"))
    try set(store, "dpo/a", .dropped)
    try set(store, "dpo/b", .done)
    #expect(try obstacle(store) == nil)
  }

  @Test func `it is the least hardware that lets one of the free items begin`() throws {
    let store = try store([
      item("dpo/a", 1, .multiGPU), item("dpo/b", 2, .oneGPU), item("dpo/c", 3, after: ["dpo/b"]),
    ])
    #expect(try obstacle(store) == .hardware(.oneGPU))
    try set(store, "dpo/b", .done)
    try set(store, "dpo/c", .done)
    #expect(try obstacle(store) == .hardware(.multiGPU))
    #expect(try obstacle(store, .oneGPU) == .hardware(.multiGPU))
  }

  private func first(_ store: TestStore, _ hardware: Item.Hardware = .cpu) throws -> String? {
    let item = try store.read { try $0.nextItem(of: "dpo", hardware: hardware) }
    #expect(item == nil || item?.waitingSkill == "dpo")
    return item?.slug
  }

  @Test func `what all its items wait for is proposed, however far off`() throws {
    let store = try store(
      [item("dpo/a", 1, after: ["reward/c"]), item("dpo/b", 2, after: ["reward/d", "dpo/a"])]
        + [
          item("reward/c", 3, after: ["reward/a", "reward/b"]), item("reward/d", 4, .multiGPU),
        ])
    #expect(try first(store) == "reward/a")
    try set(store, "reward/a", .done)
    #expect(try first(store) == "reward/b")
    try set(store, "reward/b", .dropped)
    #expect(try first(store) == "reward/c")
    try set(store, "reward/c", .doing)
    #expect(try first(store) == "reward/c")
    try set(store, "reward/c", .done)
    try set(store, "dpo/a", .done)
    #expect(try first(store) == nil)
    #expect(try first(store, .multiGPU) == "reward/d")
  }

  @Test func `items that wait for each other are not waited for for ever`() throws {
    let store = try store([
      item("dpo/a", 1, after: ["dpo/b"]), item("dpo/b", 2, after: ["dpo/a", "gone/item"]),
    ])
    #expect(try first(store) == nil)
  }

  @Test func `what can be done on this machine is named before what cannot`() throws {
    let store = try store([
      item("dpo/a", 1, .oneGPU), item("dpo/b", 2, after: ["reward/a"]),
      item("dpo/c", 3, .oneGPU, after: ["reward/b"]),
    ])
    #expect(try obstacle(store) == .item("reward/a"))
    try set(store, "dpo/b", .dropped)
    #expect(try obstacle(store) == .hardware(.oneGPU))
    try set(store, "dpo/a", .done)
    #expect(try obstacle(store) == .item("reward/b"))
  }

  @Test func `a prerequisite that does not exist is named too`() throws {
    let store = try store([item("dpo/a", 1, after: ["gone/item"])])
    #expect(try obstacle(store) == .item("gone/item"))
  }
}
