import StropCore
import Testing

struct PackChangesTests {
  /// The user's own rows, as patches leave them.
  private struct Rows {
    var rows: [Subject: Fields] = [:]

    mutating func take(_ patches: [Patch]) {
      for patch in patches { rows[patch.subject, default: [:]].merge(patch.fields) { $1 } }
    }

    /// What a database of these rows holds.
    var checklist: Curriculum {
      func targets(_ kind: ItemLink.Kind, _ item: String) -> [String] {
        rows.compactMap { $0.type == kind.rawValue ? ItemLink(kind, key: $0.key, row: $1) : nil }
          .filter { $0.item == item }.sorted { $0.position < $1.position }.map(\.target)
      }
      return Curriculum(
        skills: rows.compactMap {
          $0.type == SkillChange.type ? Skill(id: $0.key, row: $1) : nil
        },
        items: rows.compactMap { subject, row in
          guard subject.type == ItemProgress.type else { return nil }
          return Item(id: subject.key, row: row.withoutNulls).map { item in
            .sample(
              item.slug, title: item.title, hours: item.hours, expect: item.expect,
              prerequisites: targets(.prerequisite, item.slug),
              references: targets(.reference, item.slug))
          }
        }, papers: [])
    }

    /// Takes in a pack.
    @discardableResult
    mutating func take(_ pack: Curriculum) -> PackChanges {
      let changes = PackChanges(pack, from: checklist) { rows[$0] }
      take(changes.patches)
      return changes
    }
  }

  private static let pack = Curriculum(
    skills: [.sample("my-cuda")],
    items: [
      .sample(
        "my-cuda/a", hours: 2,
        expect: Item.Expectation(value: 3, tolerance: 0.5, unit: "ms")),
      .sample("my-cuda/b", prerequisites: ["my-cuda/a", "ppo/clip"]),
    ], papers: [])

  @Test func `a new pack is its skills, its items and what they name`() {
    var rows = Rows()
    let changes = rows.take(PackChangesTests.pack)
    #expect([changes.added, changes.changed, changes.unchanged] == [3, 0, 0])
    #expect(
      changes.patches.map(\.subject.text) == [
        "skill/my-cuda", "item/my-cuda/a", "reference/my-cuda/a/arxiv:1707.06347",
        "item/my-cuda/b", "prerequisite/my-cuda/b/my-cuda/a", "prerequisite/my-cuda/b/ppo/clip",
        "reference/my-cuda/b/arxiv:1707.06347",
      ])
    #expect(changes.patches.allSatisfy { $0.fields[Field.create] == .bool(true) })
    #expect(changes.patches.allSatisfy { !$0.fields.values.contains(.null) })
  }

  @Test func `the same pack again is nothing new`() {
    var rows = Rows()
    rows.take(PackChangesTests.pack)
    let again = rows.take(PackChangesTests.pack)
    #expect(again.patches.isEmpty)
    #expect([again.added, again.changed, again.unchanged] == [0, 0, 3])
  }

  @Test func `a changed pack is what differs: a field, a link that is gone, a link that moved`() {
    var rows = Rows()
    rows.take(PackChangesTests.pack)
    let update = Curriculum(
      skills: [.sample("my-cuda")],
      items: [
        .sample("my-cuda/a", hours: 3), .sample("my-cuda/b", prerequisites: ["ppo/clip"]),
      ], papers: [])
    let changes = rows.take(update)
    #expect([changes.added, changes.changed, changes.unchanged] == [0, 2, 1])
    #expect(
      changes.patches.map { "\($0.subject.text) \($0.fields.json.compact)" } == [
        #"item/my-cuda/a {"create":true,"expect":null,"hours":3}"#,
        #"prerequisite/my-cuda/b/ppo/clip {"create":true,"position":1}"#,
        #"prerequisite/my-cuda/b/my-cuda/a {"removed":true}"#,
      ])
    #expect(rows.take(update).patches.isEmpty)
    #expect(rows.take(PackChangesTests.pack).changed == 2)
    #expect(rows.take(PackChangesTests.pack).patches.isEmpty)
  }

  @Test func `an item that the pack no longer names stays`() {
    var rows = Rows()
    rows.take(PackChangesTests.pack)
    let changes = rows.take(
      Curriculum(skills: [.sample("my-cuda")], items: [], papers: []))
    #expect(changes.patches.isEmpty)
  }

  @Test func `what the user made of a skill and an item is left alone`() {
    var rows = Rows()
    rows.take(PackChangesTests.pack)
    let done: Fields = ["state": .text("done"), "unaided": .bool(true), "value": .text("3")]
    rows.take([
      .create(Subject("item", "my-cuda/a"), done),
      .create(Subject("skill", "my-cuda"), ["archived": .bool(true), "position": .number(7)]),
    ])
    #expect(rows.take(PackChangesTests.pack).patches.isEmpty)
    #expect(rows.rows[Subject("item", "my-cuda/a")]?["state"] == .text("done"))
    #expect(rows.rows[Subject("skill", "my-cuda")]?["position"] == .number(7))
  }

  @Test func `an item that was practised before it was defined is new`() {
    var rows = Rows()
    rows.take([.create(Subject("item", "my-cuda/a"), ["state": .text("doing")])])
    #expect(rows.take(PackChangesTests.pack).added == 3)
  }

  @Test func `a new skill comes after the own ones that are there`() {
    var rows = Rows()
    rows.take([
      .create(
        Subject("skill", "my-rl"), ["title": LocalizedText.sample.value, "position": .number(4)])
    ])
    rows.take(
      Curriculum(skills: [.sample("my-cuda"), .sample("my-asm")], items: [], papers: []))
    #expect(rows.rows[Subject("skill", "my-cuda")]?["position"] == .number(5))
    #expect(rows.rows[Subject("skill", "my-asm")]?["position"] == .number(6))
  }
}
