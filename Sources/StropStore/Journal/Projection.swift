import GRDB
import StropCore

/// Writes folded rows into the tables that queries read.
enum Projection {
  private static let tables = [
    "batch", "start", "check_in", "evidence", "item_progress", "plan", "skip", "reminder",
    "setting", "skill_change",
  ]

  /// Tables of the curriculum, in which the user's own rows lie beside the shipped ones.
  private static let sharedTables = ["skill", "item", "item_link"]

  static func clear(_ db: Database) throws {
    for table in tables { try db.execute(sql: "DELETE FROM \(table)") }
    for table in sharedTables { try db.execute(sql: "DELETE FROM \(table) WHERE own = 1") }
  }

  /// Throws all rows away and folds the whole journal again.
  static func foldAll(_ db: Database) throws {
    try clear(db)
    for phase in ["LIKE 'batch/%'", "NOT LIKE 'batch/%'"] {
      let subjects = try String.fetchCursor(
        db, sql: "SELECT DISTINCT subject FROM journal WHERE subject \(phase)")
      var all: [Subject] = []
      while let text = try subjects.next() {
        if let subject = Subject(text) { all.append(subject) }
      }
      for subject in all {
        if subject.type == BatchRow.type {
          try foldBatch(subject, in: db)
        } else {
          try fold(subject, in: db)
        }
      }
    }
  }

  /// Folds a `batch/ID`: over all its entries, since being undone is what it records.
  ///
  /// - Returns: whether it became undone, or is not any more.
  @discardableResult
  static func foldBatch(_ subject: Subject, in db: Database) throws -> Bool {
    let before = try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT undone FROM batch WHERE id = ?"), arguments: [subject.key])
    let entries = try Reader(db: db).entries(of: subject).entries
    let row = Fold.row(of: entries, undone: { _ in false })
    guard let batch = row.flatMap({ BatchRow(id: subject.key, row: $0, entries: entries) }) else {
      try db.cachedStatement(sql: "DELETE FROM batch WHERE id = ?")
        .execute(arguments: [subject.key])
      return before == true
    }
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO batch VALUES (?, ?, ?, ?, ?, ?)")
      .execute(arguments: [
        batch.id, batch.device, batch.clock.number, batch.command, batch.undone,
        batch.changed.number,
      ])
    return (before ?? false) != batch.undone
  }

  /// Folds any other subject; one of a type that this program does not know has no table to go to.
  static func fold(_ subject: Subject, in db: Database) throws {
    let (entries, undone) = try Reader(db: db).entries(of: subject)
    let row = Fold.row(of: entries, undone: undone.contains)
    let key = subject.key
    switch subject.type {
    case Start.type:
      let moment = row?["when"].flatMap(Moment.init)
      try put("start", "device", key, moment.map { [key, $0.day.iso, $0.at.milliseconds] }, db)
    case CheckIn.type:
      let checkIn = row.flatMap { CheckIn(id: key, row: $0) }
      try put("check_in", "id", key, checkIn?.columns, db)
    case Evidence.type:
      let evidence = row.flatMap { Evidence(id: key, row: $0) }
      let clock = entries.map(\.clock).min()?.number ?? 0
      try put("evidence", "id", key, evidence.map { $0.columns + [clock] }, db)
    case ItemProgress.type:
      let progress = row.flatMap { ItemProgress(slug: key, row: $0) }
      try put("item_progress", "slug", key, progress?.columns, db)
      guard Curriculum.isOwn(key) else { return }
      let own = row.flatMap { OwnItem(slug: key, row: $0) }
      try put("item", "slug", key, own.map { $0.item.columns(own: true) }, db)
    case SkillChange.type:
      let change = row.map { SkillChange(slug: key, row: $0) }
      try put("skill_change", "slug", key, change?.columns, db)
      guard Curriculum.isOwn(key) else { return }
      try put("skill", "slug", key, change?.ownSkill.map { $0.columns(own: true) }, db)
    case ItemLink.Kind.prerequisite.rawValue, ItemLink.Kind.reference.rawValue:
      guard let kind = ItemLink.Kind(rawValue: subject.type) else { return }
      let link = row.flatMap { ItemLink(kind, key: key, row: $0) }
      try put(
        "item_link", "own = 1 AND kind || '/' || item || '/' || target", subject.text,
        link.map { $0.columns(own: true) }, db)
    case Skip.type:
      let skip = row.flatMap { Skip(id: key, row: $0) }
      try put("skip", "id", key, skip?.columns, db)
    case Reminder.type:
      let reminder = row.flatMap { Reminder(id: key, row: $0) }
      try put("reminder", "id", key, reminder?.columns, db)
    case PlanEntry.type:
      let entry = row.flatMap { PlanEntry(key: key, row: $0) }
      try put("plan", "skill || '/' || week", key, entry?.columns, db)
    case Setting.type:
      let setting = row.flatMap { Setting(key: key, row: $0) }
      let columns = setting.map {
        [$0.device, $0.key, $0.value] as [(any DatabaseValueConvertible)?]
      }
      try put("setting", "device || '/' || key", key, columns, db)
    default: break
    }
  }

  /// Writes a row, or takes it away where there is none any more.
  private static func put(
    _ table: String, _ keyColumn: String, _ key: String,
    _ columns: [(any DatabaseValueConvertible)?]?, _ db: Database
  ) throws {
    if let columns {
      let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO \(table) VALUES (\(marks))")
        .execute(arguments: StatementArguments(columns))
    } else {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE \(keyColumn) = ?")
        .execute(arguments: [key])
    }
  }
}

typealias Columns = [(any DatabaseValueConvertible)?]

extension CheckIn {
  fileprivate var columns: Columns {
    [
      id, skill, item, moment.day.iso, moment.at.milliseconds, moment.zone, minutes, note, removed,
    ]
  }
}

extension Evidence {
  fileprivate var columns: Columns { [id, parent.text, kind.rawValue, value, sha256] }
}

extension ItemProgress {
  fileprivate var columns: Columns {
    [
      slug, state.rawValue, started?.day.iso, started?.at.milliseconds, started?.zone,
      finished?.day.iso, finished?.at.milliseconds, finished?.zone, value, match, unaided,
      prediction?.text, prediction?.moment.day.iso, prediction?.moment.at.milliseconds,
      prediction?.moment.zone, prediction?.isLate,
    ]
  }
}

extension SkillChange {
  fileprivate var columns: Columns {
    [slug, title?.english, title?.chinese, why, retest?.minutes, retest?.days, archived]
  }
}

extension Skip {
  fileprivate var columns: Columns {
    [id, skill, days.lowerBound.iso, days.upperBound.iso, reason, removed]
  }
}

extension Reminder {
  fileprivate var columns: Columns {
    [
      id, kind.rawValue, topic.skill, topic.item, topic.text, topic.slack, rule.text,
      Reminder.text(of: channels), device, since.text, snoozed?.text, removed,
    ]
  }
}

extension PlanEntry {
  fileprivate var columns: Columns {
    [skill, week.iso, plan.focus, plan.sessions, plan.minutes, firstDay?.iso]
  }
}
