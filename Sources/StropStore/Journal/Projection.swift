import GRDB
import StropCore

/// Writes folded rows into the tables that queries read.
enum Projection {
  private static let tables = [
    "batch", "start", "check_in", "evidence", "item_progress", "plan", "skip", "reminder",
    "setting",
  ]

  static func clear(_ db: Database) throws {
    for table in tables { try db.execute(sql: "DELETE FROM \(table)") }
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

private typealias Columns = [(any DatabaseValueConvertible)?]

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
      slug, state.rawValue, finished?.day.iso, finished?.at.milliseconds, finished?.zone, value,
      match,
    ]
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
      id, kind.rawValue, skill, rule.text, Reminder.text(of: channels), device, since.text, removed,
    ]
  }
}

extension PlanEntry {
  fileprivate var columns: Columns {
    [skill, week.iso, plan.focus, plan.sessions, plan.minutes, firstDay?.iso]
  }
}
