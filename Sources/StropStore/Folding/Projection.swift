import GRDB
import StropCore

/// Folds the journal into the tables that queries read.
enum Projection {
  /// Throws all rows away and folds the whole journal again.
  ///
  /// `tell`: told how far it has come.
  static func foldAll(_ db: Database, telling tell: @escaping (WorkProgress) -> Void) throws {
    for table in Kinds.tables { try db.execute(sql: "DELETE FROM \(table.folded)") }
    try db.execute(sql: "DELETE FROM \(PractisedWeeks.table)")
    // Whether a batch is undone must be known before what it wrote is folded.
    let subjects = try ["LIKE 'batch/%'", "NOT LIKE 'batch/%'"].flatMap { phase in
      try String.fetchAll(
        db, sql: "SELECT DISTINCT subject FROM journal WHERE subject \(phase)")
    }
    var weeks = PractisedWeeks.Touched()
    for (index, subject) in subjects.enumerated() {
      tell(WorkProgress(.folding, Int64(index), of: Int64(subjects.count)))
      if let subject = Subject(subject) { try fold(subject, touching: &weeks, in: db) }
    }
    try weeks.refresh(in: db)
  }

  /// Folds a subject; one of a type that this program does not know has no table to go to.
  ///
  /// `weeks`: takes up those that have to be summed up anew, once all is folded.
  /// `inspect`: given each of its entries before.
  static func fold(
    _ subject: Subject, touching weeks: inout PractisedWeeks.Touched, in db: Database,
    inspect: (Entry) throws -> Void = { _ in }
  ) throws {
    let tables = Kinds.tables(of: subject.type)
    guard !tables.isEmpty else { return }
    let (entries, undone) = try Reader(db: db).entries(of: subject)
    for entry in entries { try inspect(entry) }
    // A batch is folded over all its entries: being undone is what it records.
    let row = Fold.row(of: entries) { subject.type == Batch.type ? nil : undone[$0] }
    let facts = EntryFact.facts(of: entries)
    let isCheckIn = subject.type == CheckIn.type
    if isCheckIn { try weeks.add(subject.key, in: db) }
    for table in tables { try table.put(subject.key, row, facts: facts, in: db) }
    if isCheckIn { try weeks.add(subject.key, in: db) }
  }

  /// Folds a batch.
  ///
  /// - Returns: whether it became undone, at another time than before, or is not any more.
  static func foldBatch(
    _ subject: Subject, touching weeks: inout PractisedWeeks.Touched, in db: Database,
    inspect: (Entry) throws -> Void = { _ in }
  ) throws -> Bool {
    func undone() throws -> Int64? {
      try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT changed FROM batch WHERE id = ? AND undone = 1"),
        arguments: [subject.key])
    }
    let before = try undone()
    try fold(subject, touching: &weeks, in: db, inspect: inspect)
    return try before != undone()
  }
}
