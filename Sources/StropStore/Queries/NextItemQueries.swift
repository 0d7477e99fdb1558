import GRDB
package import StropCore

extension Reader {
  /// The item to work on next for a skill: one in work, else the first whose prerequisites are done
  /// and that `hardware` suffices for; where there is none, the first such item of another skill that its own wait
  /// for. Nil where there is none of those either.
  package func nextItem(of skill: String, hardware: Item.Hardware) throws -> NextItem? {
    try nextItems(of: skill, hardware: hardware, limit: 1).first
      ?? itemAwaited(by: skill, hardware: hardware)
  }

  /// The items that could be worked on for a skill, those in work first; none of another skill's.
  package func nextItems(
    of skill: String, hardware: Item.Hardware, limit: Int
  ) throws -> [NextItem] {
    try workableItems(
      "i.skill = ?", [skill], hardware, "ORDER BY in_work DESC, i.own, i.position, i.slug LIMIT ?",
      [limit])
  }

  /// The items in work, as the checklists list them; none of an archived skill.
  package func itemsInWork() throws -> [NextItem] {
    try items(
      """
      JOIN skill s ON s.slug = i.skill LEFT JOIN skill_change c ON c.slug = i.skill
      WHERE in_work AND coalesce(p.state, 'todo') IN ('todo', 'doing') AND coalesce(c.archived, 0) = 0
      ORDER BY s.own, s.position, i.own, i.position, i.slug
      """, [])
  }

  /// What the open items of a skill wait for, the first of it that can be worked on, however far off.
  private func itemAwaited(by skill: String, hardware: Item.Hardware) throws -> NextItem? {
    var seen: Set<String> = []
    func search(_ slug: String) throws -> NextItem? {
      guard seen.insert(slug).inserted else { return nil }
      if let item = try workableItems("i.slug = ?", [slug], hardware, "", []).first { return item }
      return try first(of: openPrerequisites(of: slug))
    }
    func first(of slugs: [String]) throws -> NextItem? {
      for slug in slugs {
        if let item = try search(slug) { return item }
      }
      return nil
    }
    var item = try first(of: openItems(of: skill))
    item?.waitingSkill = skill
    return item
  }

  private func openItems(of skill: String) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT i.slug FROM item i LEFT JOIN item_progress p ON p.slug = i.slug
          WHERE i.skill = ? AND i.retired = 0 AND coalesce(p.state, 'todo') IN ('todo', 'doing')
          ORDER BY i.own, i.position, i.slug
          """), arguments: [skill])
  }

  private func openPrerequisites(of item: String) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT target FROM prerequisite q LEFT JOIN item_progress p ON p.slug = q.target
          WHERE q.item = ? AND coalesce(p.state, 'todo') NOT IN ('done', 'dropped')
          ORDER BY q.position, q.target
          """), arguments: [item])
  }

  private func workableItems(
    _ condition: String, _ arguments: StatementArguments, _ hardware: Item.Hardware, _ rest: String,
    _ last: StatementArguments
  ) throws -> [NextItem] {
    let usable = Item.Hardware.allCases.filter { $0 <= hardware }.map(\.rawValue)
    return try items(
      """
      WHERE \(condition) AND i.retired = 0 AND coalesce(p.state, 'todo') IN ('todo', 'doing')
        AND (in_work OR i.hardware IN (SELECT value FROM json_each(?)) AND NOT EXISTS (
          SELECT 1 FROM prerequisite q
          LEFT JOIN item_progress done ON done.slug = q.target
          WHERE q.item = i.slug AND coalesce(done.state, 'todo') NOT IN ('done', 'dropped')))
      \(rest)
      """, arguments + [JSON.array(usable.map(JSON.string)).compact] + last)
  }

  /// `rest`: of items `i` with their progress `p`; `in_work` says whether somebody works on one.
  private func items(_ rest: String, _ arguments: StatementArguments) throws -> [NextItem] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT i.slug, i.title_en, i.title_zh, i.done_en, i.done_zh, i.hours, i.hardware,
            p.state IS 'doing' OR EXISTS (
              SELECT 1 FROM check_in c WHERE c.item = i.slug AND c.removed = 0) AS in_work
          FROM item i LEFT JOIN item_progress p ON p.slug = i.slug
          \(rest)
          """), arguments: arguments)
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
}
