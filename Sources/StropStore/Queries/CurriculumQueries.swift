import GRDB
package import StropCore

extension Transaction {
  /// Puts a curriculum in the place of the one that was loaded before; what is the user's own stays.
  package func load(_ curriculum: Curriculum, version: Int) throws {
    for table in Kinds.tables where table.holdsShipped {
      try db.execute(sql: "DELETE FROM \(table.name) WHERE own = 0")
    }
    for skill in curriculum.skills { try Kind<Skill>.skill.insert(skill, skill.slug, in: db) }
    for item in curriculum.items {
      try Kind<Item>.item.insert(item, item.slug, in: db)
      try load(.prerequisite, ItemLink.links(.prerequisite, of: item.slug, to: item.prerequisites))
      try load(.reference, ItemLink.links(.reference, of: item.slug, to: item.references))
    }
    for paper in curriculum.papers { try Kind<Paper>.paper.insert(paper, paper.arxiv, in: db) }
    try setLocal("curriculum", String(version))
  }

  private func load(_ kind: Kind<ItemLink>, _ links: [ItemLink]) throws {
    for link in links { try kind.insert(link, link.subject.key, in: db) }
  }
}

extension Reader {
  /// The version of the curriculum that was loaded; nil before the first.
  package func curriculumVersion() throws -> Int? {
    try local("curriculum").flatMap { Int($0) }
  }

  /// The item to work on next for a skill: one in work, else the first whose prerequisites are done
  /// and that `hardware` suffices for; nil where there is none.
  package func nextItem(of skill: String, hardware: Item.Hardware) throws -> NextItem? {
    try nextItems(of: skill, hardware: hardware, limit: 1).first
  }

  /// The items that could be worked on for a skill, as `nextItem` orders them.
  package func nextItems(
    of skill: String, hardware: Item.Hardware, limit: Int
  ) throws -> [NextItem] {
    let usable = Item.Hardware.allCases.filter { $0 <= hardware }.map(\.rawValue)
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT i.slug, i.title_en, i.title_zh, i.done_en, i.done_zh, i.hours, i.hardware,
            p.state IS 'doing' OR EXISTS (
              SELECT 1 FROM check_in c WHERE c.item = i.slug AND c.removed = 0) AS in_work
          FROM item i LEFT JOIN item_progress p ON p.slug = i.slug
          WHERE i.skill = ? AND i.retired = 0 AND coalesce(p.state, 'todo') IN ('todo', 'doing')
            AND (in_work OR i.hardware IN (SELECT value FROM json_each(?)) AND NOT EXISTS (
              SELECT 1 FROM prerequisite q
              LEFT JOIN item_progress done ON done.slug = q.target
              WHERE q.item = i.slug AND coalesce(done.state, 'todo') NOT IN ('done', 'dropped')))
          ORDER BY in_work DESC, i.own, i.position, i.slug LIMIT ?
          """), arguments: [skill, JSON.array(usable.map(JSON.string)).compact, limit])
    var items: [NextItem] = []
    while let row = try rows.next() {
      items.append(
        NextItem(
          slug: try row.decode(atIndex: 0),
          title: LocalizedText(
            english: try row.decode(atIndex: 1), chinese: try row.decode(atIndex: 2)),
          doneWhen: LocalizedText(
            english: try row.decode(atIndex: 3), chinese: try row.decode(atIndex: 4)),
          hours: try row.decode(atIndex: 5),
          hardware: Item.Hardware(rawValue: try row.decode(atIndex: 6)) ?? .cpu,
          isInWork: try row.decode(atIndex: 7)))
    }
    return items
  }

  /// Items that check-ins name: an item that was practised is in work until it is finished.
  package func practisedItems() throws -> Set<String> {
    try Set(
      String.fetchAll(
        db, sql: "SELECT DISTINCT item FROM check_in WHERE item IS NOT NULL AND removed = 0"))
  }
}
