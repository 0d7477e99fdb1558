import GRDB
package import StropCore

extension Kind<ItemProgress> {
  static let itemProgress = Kind(
    "item_progress", key: "slug",
    columns: [
      .text("state", required: true, check: "state IN ('todo', 'doing', 'done', 'dropped')"),
      .text("started_day", "started.day"),
      .instant("started_at", "started.at"),
      .text("started_zone", "started.zone"),
      .text("day", "finished.day"),
      .instant("at", "finished.at"),
      .text("zone", "finished.zone"),
      .text("value"),
      .bool("match", required: false),
      .bool("unaided", required: false),
      .text("prediction", "prediction.text"),
      .text("prediction_day", "prediction.day"),
      .instant("prediction_at", "prediction.at"),
      .text("prediction_zone", "prediction.zone"),
      .bool("prediction_late", "prediction.late", required: false),
    ],
    indexes: ["item_progress_by_day ON (day) WHERE state = 'done'"])
}

extension Kind<Item> {
  /// Shipped ones, and the user's own, which alone are folded.
  static let item = Kind(
    "item", key: "slug",
    columns: [
      .own,
      .text("skill", required: true),
      .text("was"),
      .bool("retired"),
      .integer("position", required: true),
      .text("title_en", "title.en", required: true),
      .text("title_zh", "title.zh", required: true),
      .text("done_en", "doneWhen.en", required: true),
      .text("done_zh", "doneWhen.zh", required: true),
      .real("hours", required: true, check: "hours > 0"),
      .text("hardware", required: true),
      .text("check", required: true),
      .text("evidence"),
      .text("why"),
      .bool("predict_first", "predictFirst"),
      .bool("first_month", "firstMonth"),
      .bool("unaided", "unaidedOnly"),
      .real("expect_value", "expect.value"),
      .real("expect_tolerance", "expect.tolerance"),
      .text("expect_unit", "expect.unit"),
      .text("works_en", "knownToWork.en"),
      .text("works_zh", "knownToWork.zh"),
    ],
    indexes: ["item_by_skill ON (skill, own, position)"],
    accepts: Curriculum.isOwn,
    derived: { ["own": .bool($0.isOwn), "skill": .text($0.skill)] })
}

extension Kind<ItemLink> {
  static let prerequisite = links(.prerequisite)
  static let reference = links(.reference)

  /// What items name, of one sort: the shipped items' and the own ones'.
  private static func links(_ sort: ItemLink.Kind) -> Kind<ItemLink> {
    Kind(
      sort.rawValue, table: sort.rawValue,
      columns: [
        .own,
        .text("item", required: true),
        .text("target", required: true),
        .integer("position", required: true),
      ],
      indexes: ["\(sort.rawValue)_by_item ON (item, position, target)"],
      accepts: { ItemLink(sort, key: $0, row: [:])?.isOwn == true },
      read: { ItemLink(sort, key: $0, row: $1) },
      kept: {
        [
          "own": .bool($0.isOwn), "item": .text($0.item), "target": .text($0.target),
          "position": .number($0.position),
        ]
      })
  }
}

extension Reader {
  /// What the user made of items, by slug.
  package func itemProgress() throws -> [String: ItemProgress] {
    Dictionary(try all(.itemProgress).map { ($0.slug, $0) }) { $1 }
  }

  package func itemProgress(_ slug: String) throws -> ItemProgress? { try one(.itemProgress, slug) }

  /// Items finished over some days, in the order in which they were.
  package func finishedItems(in days: ClosedRange<Day>) throws -> [ItemProgress] {
    try all(
      .itemProgress, "WHERE state = 'done' AND day BETWEEN ? AND ? ORDER BY day, at, slug",
      [days.lowerBound.iso, days.upperBound.iso])
  }

  /// Items skill by skill, of one or of all, the user's own last; retired ones only where they were
  /// touched.
  package func items(skill: String? = nil) throws -> [Item] {
    try items(
      """
      (retired = 0 OR EXISTS (SELECT 1 FROM item_progress p WHERE p.slug = item.slug))
      AND (?1 IS NULL OR item.skill = ?1)
      """, [skill])
  }

  /// Every skill and item, shipped and own, withdrawn ones too; without the reading list.
  package func checklist() throws -> Curriculum {
    Curriculum(skills: try skills(), items: try items("1 = 1", []), papers: [])
  }

  package func item(_ slug: String) throws -> Item? { try items("slug = ?", [slug]).first }

  private func items(_ condition: String, _ arguments: StatementArguments) throws -> [Item] {
    let items = try all(
      .item,
      """
      LEFT JOIN (SELECT slug AS name, own AS late, position AS place FROM skill)
      ON name = item.skill
      WHERE \(condition) ORDER BY late, place, skill, own, position, slug
      """, arguments)
    return try items.map { item in
      var item = item
      item.prerequisites = try targets(.prerequisite, of: item.slug)
      item.references = try targets(.reference, of: item.slug)
      return item
    }
  }

  private func targets(_ kind: Kind<ItemLink>, of item: String) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(
        sql: "SELECT target FROM \(kind.table.name) WHERE item = ? ORDER BY position, target"),
      arguments: [item])
  }
}
