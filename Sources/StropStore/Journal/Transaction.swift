import GRDB
package import StropCore

/// The one way to change anything: patches appended to the journal, and the rows folded anew.
package struct Transaction {
  let db: Database
  let author: Author
  /// This machine's device.
  package let device: String

  init(db: Database, author: Author) throws {
    self.db = db
    self.author = author
    let reader = Reader(db: db)
    if let mine = try reader.writingDevice(on: author.machine) {
      device = mine
      return
    }
    let key = DeviceFact.key(author.machine)
    if author.machine != nil, let unnamed = try reader.local(DeviceFact.key(nil)) {
      device = unnamed
      try setLocal(DeviceFact.key(nil), nil)
      try setLocal(key, device)
      return
    }
    // A first run, a restored backup, or a machine that is new to this database.
    device = author.random()
    let restored = try reader.local(DeviceFact.formerKey(author.machine))
    let source = try restored ?? reader.local(DeviceFact.newest)
    try setLocal(DeviceFact.formerKey(author.machine), nil)
    try setLocal(key, device)
    try setLocal(DeviceFact.newest, device)
    if let source { try takeOver(from: source, reminders: restored != nil) }
  }

  /// Another device's settings hold here too. Its reminders come along where it was this machine's,
  /// and else they stay there, so that two machines never both ring.
  private func takeOver(from former: String, reminders: Bool) throws {
    let settings = try reader.settings(device: former).sorted { $0.key < $1.key }
    let moving = reminders ? try reader.reminders().filter { $0.device == former } : []
    try append(
      settings.map { Setting.patch(device: device, key: $0.key, value: $0.value) }
        + moving.map { Patch($0.subject, ["device": .text(device)]) },
      command: nil)
  }

  /// The same moment, for reading.
  package var reader: Reader { Reader(db: db) }

  /// Appends one batch and folds what it touches.
  ///
  /// `command`: what the user typed, as undo and redo name it; nil for what cannot be undone.
  /// `earlier`: the batch of the command that goes on, where it has written before.
  /// - Returns: the batch's id; nil where there was nothing to append.
  @discardableResult
  package func append(
    _ patches: [Patch], command: String?, continuing earlier: String? = nil
  ) throws -> String? {
    guard !patches.isEmpty else { return nil }
    guard author.now <= HybridClock.lastMoment else { throw StoreError.clockAhead }
    let batch = earlier ?? author.random()
    let header = command.map {
      Patch.create(Subject(Batch.type, batch), ["command": .text($0)])
    }
    let newest = try Int64.fetchOne(db, sql: "SELECT max(clock) FROM journal")
    let clock = HybridClock(
      now: author.now, newestSeen: newest.map(HybridClock.init(number:)))
    var sequence =
      try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT max(seq) FROM journal WHERE device = ?"),
        arguments: [device]) ?? 0
    for patch in [header].compactMap(\.self) + patches {
      guard sequence < Int64.max else { throw StoreError.damaged("the journal's numbers ran out") }
      sequence += 1
      try insert(
        JournalLine(
          device: device, sequence: sequence, batch: batch, clock: clock, at: author.now,
          zone: author.zone, subject: patch.subject, fields: patch.fields.json.compact))
    }
    try refold([header].compactMap(\.?.subject) + patches.map(\.subject))
    return batch
  }

  /// - Returns: false where the journal has that line already.
  @discardableResult
  func insert(_ line: JournalLine) throws -> Bool {
    try db.cachedStatement(
      sql: """
        INSERT INTO journal (device, seq, batch, clock, at, zone, subject, fields)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """
    ).execute(arguments: [
      line.device, line.sequence, line.batch, line.clock.number, line.at.milliseconds, line.zone,
      line.subject.text, line.fields,
    ])
    return db.changesCount == 1
  }

  /// Folds subjects anew; where a batch is among them, everything that it touched as well.
  ///
  /// `inspect`: given each entry that is folded; `tell`: told how far it has come.
  func refold(
    _ subjects: some Sequence<Subject>, telling tell: @escaping (WorkProgress) -> Void = { _ in },
    inspect: (Entry) throws -> Void = { _ in }
  ) throws {
    var weeks = PractisedWeeks.Touched()
    var pending: [Subject] = []
    for subject in distinct(subjects) {
      guard subject.type == Batch.type else {
        pending.append(subject)
        continue
      }
      if try Projection.foldBatch(subject, touching: &weeks, in: db, inspect: inspect) {
        pending += try reader.subjects(ofBatch: subject.key)
      }
    }
    let all = distinct(pending)
    for (index, subject) in all.enumerated() {
      tell(WorkProgress(.folding, Int64(index), of: Int64(all.count)))
      try Projection.fold(subject, touching: &weeks, in: db, inspect: inspect)
    }
    try weeks.refresh(in: db)
  }

  /// Each once, in order, which is the order of the rows that they are folded into.
  private func distinct(_ subjects: some Sequence<Subject>) -> [Subject] {
    var distinct: [Subject] = []
    for subject in subjects.sorted() where subject != distinct.last { distinct.append(subject) }
    return distinct
  }

  /// Throws all rows away and folds the whole journal again.
  ///
  /// `tell`: told how far it has come.
  package func rebuild(telling tell: @escaping (WorkProgress) -> Void = { _ in }) throws {
    try Projection.foldAll(db, telling: tell)
  }

  /// Remembers a fact that means nothing on another machine; nil forgets it.
  package func setLocal(_ key: String, _ value: String?) throws {
    if let value {
      try Schema.setLocal(key, value, db)
    } else {
      try db.execute(sql: "DELETE FROM local WHERE key = ?", arguments: [key])
    }
  }
}
