import GRDB
package import StropCore

extension Reader {
  /// Why `nextItem` finds none for a skill; nil where nothing is open.
  package func obstacle(of skill: String, hardware: Item.Hardware) throws -> ItemObstacle? {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT i.slug, i.hardware, q.target
          FROM item i LEFT JOIN item_progress p ON p.slug = i.slug
            LEFT JOIN prerequisite q ON q.item = i.slug AND NOT EXISTS (
              SELECT 1 FROM item_progress done
              WHERE done.slug = q.target AND done.state IN ('done', 'dropped'))
          WHERE i.skill = ? AND i.retired = 0 AND coalesce(p.state, 'todo') IN ('todo', 'doing')
          ORDER BY i.own, i.position, i.slug, q.position, q.target
          """), arguments: [skill])
    let open = try rows.map { row in
      (
        slug: try row.decode(String.self, atIndex: 0),
        hardware: Item.Hardware(rawValue: try row.decode(atIndex: 1)) ?? .cpu,
        waitsFor: try row.decode(String?.self, atIndex: 2)
      )
    }
    // One that waits for an item of its own skill is as far off as that one.
    let slugs = Set(open.map(\.slug))
    let waiting = open.filter { item in item.waitsFor.map { !slugs.contains($0) } ?? false }
    if let item = waiting.first(where: { $0.hardware <= hardware })?.waitsFor { return .item(item) }
    let free = open.filter { $0.waitsFor == nil && $0.hardware > hardware }
    if let least = free.map(\.hardware).min() { return .hardware(least) }
    return waiting.first?.waitsFor.map(ItemObstacle.item)
  }
}
