import GRDB
package import StropCore

extension Transaction {
  /// Puts a curriculum in the place of the one that was loaded before.
  package func load(_ curriculum: Curriculum, version: Int) throws {
    for table in ["item_prerequisite", "item_reference", "item", "skill", "paper"] {
      try db.execute(sql: "DELETE FROM \(table)")
    }
    for skill in curriculum.skills {
      try db.cachedStatement(
        sql: "INSERT INTO skill VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      ).execute(arguments: [
        skill.slug, skill.was.joined(separator: " "), skill.position, skill.title.english,
        skill.title.chinese, skill.quote, skill.plan.focus, skill.plan.sessions,
        skill.plan.minutes, skill.retest.minutes, skill.retest.days, skill.reason.english,
        skill.reason.chinese,
      ])
    }
    for item in curriculum.items {
      try db.cachedStatement(
        sql: """
          INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        item.slug, item.skill, item.was.joined(separator: " "), item.retired, item.position,
        item.title.english, item.title.chinese, item.doneWhen.english, item.doneWhen.chinese,
        item.hours, item.hardware.rawValue, item.check.rawValue, item.evidence, item.quote,
        item.predictFirst, item.firstMonth, item.expect?.value, item.expect?.tolerance,
        item.expect?.unit,
      ])
      try insert(item.prerequisites, into: "item_prerequisite", of: item.slug)
      try insert(item.references, into: "item_reference", of: item.slug)
    }
    for paper in curriculum.papers {
      try db.cachedStatement(sql: "INSERT INTO paper VALUES (?, ?, ?, ?, ?)")
        .execute(arguments: [paper.arxiv, paper.month, paper.title, paper.skill, paper.core])
    }
    try setLocal("curriculum", String(version))
  }

  private func insert(_ values: [String], into table: String, of item: String) throws {
    for (position, value) in values.enumerated() {
      try db.cachedStatement(sql: "INSERT INTO \(table) VALUES (?, ?, ?)")
        .execute(arguments: [item, position, value])
    }
  }
}

extension Reader {
  /// The version of the curriculum that was loaded; nil before the first.
  package func curriculumVersion() throws -> Int? {
    try local("curriculum").flatMap { Int($0) }
  }

  /// Every skill, in the curriculum's order.
  package func skills() throws -> [Skill] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT slug, was, position, title_en, title_zh, quote, focus, sessions, minutes,
          retest_minutes, retest_days, reason_en, reason_zh
        FROM skill ORDER BY position
        """)
    var skills: [Skill] = []
    while let row = try rows.next() {
      skills.append(
        Skill(
          slug: row[0], was: (row[1] as String).split(separator: " ").map(String.init),
          position: row[2], title: LocalizedText(english: row[3], chinese: row[4]), quote: row[5],
          plan: Plan(focus: row[6], sessions: row[7], minutes: row[8]),
          retest: Skill.Retest(minutes: row[9], days: row[10]),
          reason: LocalizedText(english: row[11], chinese: row[12])))
    }
    return skills
  }

  /// Items in the curriculum's order, of one skill or of all; retired ones only where they were touched.
  package func items(skill: String? = nil) throws -> [Item] {
    try items(
      """
      (retired = 0 OR EXISTS (SELECT 1 FROM item_progress p WHERE p.slug = item.slug))
      AND (?1 IS NULL OR item.skill = ?1)
      """, [skill])
  }

  package func item(_ slug: String) throws -> Item? {
    try items("slug = ?", [slug]).first
  }

  private func items(_ condition: String, _ arguments: StatementArguments) throws -> [Item] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT slug, was, retired, position, title_en, title_zh, done_en, done_zh, hours, hardware,
          "check", evidence, quote, predict_first, first_month, expect_value, expect_tolerance,
          expect_unit
        FROM item WHERE \(condition)
        ORDER BY (SELECT position FROM skill WHERE skill.slug = item.skill), position
        """, arguments: arguments)
    return try rows.map { row in
      let slug: String = row[0]
      var expect: Item.Expectation?
      if let value = row[15] as Double?, let tolerance = row[16] as Double?,
        let unit = row[17] as String?
      {
        expect = Item.Expectation(value: value, tolerance: tolerance, unit: unit)
      }
      return Item(
        slug: slug, was: (row[1] as String).split(separator: " ").map(String.init),
        retired: row[2], position: row[3],
        title: LocalizedText(english: row[4], chinese: row[5]),
        doneWhen: LocalizedText(english: row[6], chinese: row[7]), hours: row[8],
        hardware: Item.Hardware(rawValue: row[9]) ?? .cpu,
        check: Item.Check(rawValue: row[10]) ?? .artefact, evidence: row[11], quote: row[12],
        predictFirst: row[13], firstMonth: row[14], expect: expect,
        prerequisites: try strings("prerequisite", "item_prerequisite", slug),
        references: try strings("reference", "item_reference", slug))
    }
  }

  private func strings(_ column: String, _ table: String, _ item: String) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(sql: "SELECT \(column) FROM \(table) WHERE item = ? ORDER BY position"),
      arguments: [item])
  }

  /// The item to work on next for a skill: one in work, else the first whose prerequisites are done;
  /// nil where all that is left waits for items of other skills.
  package func nextItem(of skill: String) throws -> NextItem? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT i.slug, i.title_en, i.title_zh, i.done_en, i.done_zh, i.hours, i.hardware
          FROM item i LEFT JOIN item_progress p ON p.slug = i.slug
          WHERE i.skill = ? AND i.retired = 0 AND (
            p.state = 'doing' OR coalesce(p.state, 'todo') = 'todo' AND NOT EXISTS (
              SELECT 1 FROM item_prerequisite q
              LEFT JOIN item_progress done ON done.slug = q.prerequisite
              WHERE q.item = i.slug AND coalesce(done.state, 'todo') NOT IN ('done', 'dropped')))
          ORDER BY p.state = 'doing' DESC, i.position LIMIT 1
          """), arguments: [skill])
    return row.map { row in
      NextItem(
        slug: row[0], title: LocalizedText(english: row[1], chinese: row[2]),
        doneWhen: LocalizedText(english: row[3], chinese: row[4]), hours: row[5],
        hardware: Item.Hardware(rawValue: row[6]) ?? .cpu)
    }
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
      sql: "SELECT slug, state, day, at, zone, value, match FROM item_progress WHERE \(condition)",
      arguments: arguments)
    var progress: [ItemProgress] = []
    while let row = try rows.next() {
      var finished: Moment?
      if let day = (row[2] as String?).flatMap({ Day(iso: $0) }), let at = row[3] as Int64?,
        let zone = row[4] as String?
      {
        finished = Moment(at: Instant(milliseconds: at), zone: zone, day: day)
      }
      progress.append(
        ItemProgress(
          slug: row[0], state: ItemProgress.State(rawValue: row[1]) ?? .todo, finished: finished,
          value: row[5], match: row[6]))
    }
    return progress
  }
}
