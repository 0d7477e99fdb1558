import GRDB
package import StropCore

extension Transaction {
  /// Puts a curriculum in the place of the one that was loaded before; what is the user's own stays.
  package func load(_ curriculum: Curriculum, version: Int) throws {
    for table in ["item_link", "item", "skill"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE own = 0")
    }
    try db.execute(sql: "DELETE FROM paper")
    for skill in curriculum.skills { try insert(skill.columns(own: false), into: "skill") }
    for item in curriculum.items {
      try insert(item.columns(own: false), into: "item")
      for kind in ItemLink.Kind.allCases {
        let targets = kind == .prerequisite ? item.prerequisites : item.references
        for link in ItemLink.links(kind, of: item.slug, to: targets) {
          try insert(link.columns(own: false), into: "item_link")
        }
      }
    }
    for paper in curriculum.papers {
      try insert(
        [paper.arxiv, paper.month, paper.title, paper.skill, paper.core], into: "paper")
    }
    try setLocal("curriculum", String(version))
  }

  private func insert(_ columns: Columns, into table: String) throws {
    let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    try db.cachedStatement(sql: "INSERT INTO \(table) VALUES (\(marks))")
      .execute(arguments: StatementArguments(columns))
  }
}

extension Skill {
  func columns(own: Bool) -> Columns {
    [
      slug, own, was.joined(separator: " "), position, title.english, title.chinese, quote,
      plan.focus, plan.sessions, plan.minutes, retest.minutes, retest.days, reason.english,
      reason.chinese,
    ]
  }
}

extension Item {
  func columns(own: Bool) -> Columns {
    [
      slug, own, skill, was.joined(separator: " "), retired, position, title.english,
      title.chinese, doneWhen.english, doneWhen.chinese, hours, hardware.rawValue, check.rawValue,
      evidence, quote, predictFirst, firstMonth, unaided, expect?.value, expect?.tolerance,
      expect?.unit, knownToWork?.english, knownToWork?.chinese,
    ]
  }
}

extension ItemLink {
  func columns(own: Bool) -> Columns { [kind.rawValue, item, target, own, position] }
}

extension Reader {
  /// The version of the curriculum that was loaded; nil before the first.
  package func curriculumVersion() throws -> Int? {
    try local("curriculum").flatMap { Int($0) }
  }

  /// Every skill with what the user changed of it: the shipped ones in the curriculum's order, then
  /// the user's own; archived ones too.
  package func skills() throws -> [Skill] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT slug, was, position, coalesce(c.title_en, s.title_en),
          coalesce(c.title_zh, s.title_zh), coalesce(c.quote, s.quote), focus, sessions, minutes,
          coalesce(c.retest_minutes, s.retest_minutes), coalesce(c.retest_days, s.retest_days),
          reason_en, reason_zh, coalesce(archived, 0)
        FROM skill s LEFT JOIN skill_change c USING (slug) ORDER BY own, position, slug
        """)
    var skills: [Skill] = []
    while let row = try rows.next() {
      skills.append(
        Skill(
          slug: row[0], was: (row[1] as String).split(separator: " ").map(String.init),
          position: row[2], title: LocalizedText(english: row[3], chinese: row[4]), quote: row[5],
          plan: Plan(focus: row[6], sessions: row[7], minutes: row[8]),
          retest: Skill.Retest(minutes: row[9], days: row[10]),
          reason: LocalizedText(english: row[11], chinese: row[12]), archived: row[13]))
    }
    return skills
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

  package func item(_ slug: String) throws -> Item? {
    try items("slug = ?", [slug]).first
  }

  private func items(_ condition: String, _ arguments: StatementArguments) throws -> [Item] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT slug, was, retired, position, title_en, title_zh, done_en, done_zh, hours, hardware,
          "check", evidence, quote, predict_first, first_month, unaided, expect_value,
          expect_tolerance, expect_unit, works_en, works_zh
        FROM item LEFT JOIN (
          SELECT slug AS name, own AS late, position AS place FROM skill) ON name = item.skill
        WHERE \(condition) ORDER BY late, place, skill, own, position, slug
        """, arguments: arguments)
    return try rows.map { row in
      let slug: String = row[0]
      var expect: Item.Expectation?
      if let value = row[16] as Double?, let tolerance = row[17] as Double?,
        let unit = row[18] as String?
      {
        expect = Item.Expectation(value: value, tolerance: tolerance, unit: unit)
      }
      var knownToWork: LocalizedText?
      if let english = row[19] as String?, let chinese = row[20] as String? {
        knownToWork = LocalizedText(english: english, chinese: chinese)
      }
      return Item(
        slug: slug, was: (row[1] as String).split(separator: " ").map(String.init),
        retired: row[2], position: row[3],
        title: LocalizedText(english: row[4], chinese: row[5]),
        doneWhen: LocalizedText(english: row[6], chinese: row[7]), hours: row[8],
        hardware: Item.Hardware(rawValue: row[9]) ?? .cpu,
        check: Item.Check(rawValue: row[10]) ?? .artefact, evidence: row[11], quote: row[12],
        predictFirst: row[13], firstMonth: row[14], unaided: row[15], expect: expect,
        knownToWork: knownToWork, prerequisites: try targets(.prerequisite, of: slug),
        references: try targets(.reference, of: slug))
    }
  }

  private func targets(_ kind: ItemLink.Kind, of item: String) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(
        sql: "SELECT target FROM item_link WHERE kind = ? AND item = ? ORDER BY position, target"),
      arguments: [kind.rawValue, item])
  }

  /// A paper's title, where the reading list has it.
  package func paperTitle(arxiv: String) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT title FROM paper WHERE arxiv = ?"), arguments: [arxiv])
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
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT i.slug, i.title_en, i.title_zh, i.done_en, i.done_zh, i.hours, i.hardware,
            p.state IS 'doing' OR EXISTS (
              SELECT 1 FROM check_in c WHERE c.item = i.slug AND c.removed = 0) AS in_work
          FROM item i LEFT JOIN item_progress p ON p.slug = i.slug
          WHERE i.skill = ? AND i.retired = 0 AND coalesce(p.state, 'todo') IN ('todo', 'doing')
            AND (in_work OR i.hardware IN (SELECT value FROM json_each(?)) AND NOT EXISTS (
              SELECT 1 FROM item_link q
              LEFT JOIN item_progress done ON done.slug = q.target
              WHERE q.kind = 'prerequisite' AND q.item = i.slug
                AND coalesce(done.state, 'todo') NOT IN ('done', 'dropped')))
          ORDER BY in_work DESC, i.own, i.position, i.slug LIMIT ?
          """), arguments: [skill, JSON.array(usable.map(JSON.string)).compact, limit])
    return rows.map { row in
      NextItem(
        slug: row[0], title: LocalizedText(english: row[1], chinese: row[2]),
        doneWhen: LocalizedText(english: row[3], chinese: row[4]), hours: row[5],
        hardware: Item.Hardware(rawValue: row[6]) ?? .cpu, isInWork: row[7])
    }
  }

  /// Items that check-ins name: an item that was practised is in work until it is finished.
  package func practisedItems() throws -> Set<String> {
    try Set(
      String.fetchAll(
        db, sql: "SELECT DISTINCT item FROM check_in WHERE item IS NOT NULL AND removed = 0"))
  }

  /// What the user made of items, by slug.
  package func itemProgress() throws -> [String: ItemProgress] {
    var progress: [String: ItemProgress] = [:]
    for item in try itemProgress("1 = 1", []) { progress[item.slug] = item }
    return progress
  }

  package func itemProgress(_ slug: String) throws -> ItemProgress? {
    try itemProgress("slug = ?", [slug]).first
  }

  /// Items finished over some days, in the order in which they were.
  package func finishedItems(in days: ClosedRange<Day>) throws -> [ItemProgress] {
    try itemProgress(
      "state = 'done' AND day BETWEEN ? AND ? ORDER BY day, at, slug",
      [days.lowerBound.iso, days.upperBound.iso])
  }

  private func itemProgress(
    _ condition: String, _ arguments: StatementArguments
  ) throws -> [ItemProgress] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT slug, state, value, match, unaided, started_day, started_at, started_zone, day, at,
          zone, prediction_day, prediction_at, prediction_zone, prediction, prediction_late
        FROM item_progress WHERE \(condition)
        """, arguments: arguments)
    var progress: [ItemProgress] = []
    while let row = try rows.next() {
      var prediction: ItemProgress.Prediction?
      if let text = row[14] as String?, let moment = row.moment(11) {
        prediction = ItemProgress.Prediction(text: text, moment: moment, isLate: row[15] == true)
      }
      progress.append(
        ItemProgress(
          slug: row[0], state: ItemProgress.State(rawValue: row[1]) ?? .todo,
          started: row.moment(5), finished: row.moment(8), value: row[2], match: row[3],
          unaided: row[4], prediction: prediction))
    }
    return progress
  }
}

extension Row {
  /// A moment from three columns: day, instant and zone.
  fileprivate func moment(_ column: Int) -> Moment? {
    guard let day = (self[column] as String?).flatMap({ Day(iso: $0) }),
      let at = self[column + 1] as Int64?, let zone = self[column + 2] as String?
    else { return nil }
    return Moment(at: Instant(milliseconds: at), zone: zone, day: day)
  }
}
