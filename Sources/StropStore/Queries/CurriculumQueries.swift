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
    for paper in curriculum.papers {
      try Kind<ListedPaper>.listedPaper.insert(paper, paper.arxiv, in: db)
    }
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

  /// Items that check-ins name: an item that was practised is in work until it is finished.
  package func practisedItems() throws -> Set<String> {
    try Set(
      String.fetchAll(
        db, sql: "SELECT DISTINCT item FROM check_in WHERE item IS NOT NULL AND removed = 0"))
  }
}
