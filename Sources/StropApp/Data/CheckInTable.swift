package import Foundation
package import StropCore
import StropStore

/// Why a table of check-ins, or a row of one, cannot be taken.
package enum TableProblem: Hashable, Sendable {
  /// It is no text in UTF-8; the encoding where it is known, the first such line where not.
  case notUTF8(encoding: String?, line: Int)
  /// Its first line does not name what every check-in has.
  case noColumn(String)
  case columnTwice(String)
  /// A row with more cells than there are columns.
  case tooManyCells(Int, columns: Int)
  case unclosed
  case badID(String)
  case badTime(String)
  case badZone(String)
}

/// The columns of check-ins as CSV, in their order.
enum CheckInColumn: String, CaseIterable {
  case id, day, at, zone, skill, item, minutes, note, evidence
}

extension Strop {
  /// Check-ins that are not removed as CSV, by day, below a line with the columns' names.
  ///
  /// Instants are of UTC; several pieces of evidence stand on lines of their own.
  package func exportCheckIns() throws -> String {
    try read { reader in
      var text = CSV.line(CheckInColumn.allCases.map(\.rawValue))
      let evidence = Dictionary(grouping: try reader.evidenceInUse(), by: \.parent)
      for checkIn in try reader.checkIns(CheckInFilter()) {
        text += CSV.line(
          CheckInColumn.allCases.map { column in
            switch column {
            case .id: checkIn.id
            case .day: checkIn.moment.day.iso
            case .at: checkIn.moment.at.utc
            case .zone: checkIn.moment.zone
            case .skill: checkIn.skill
            case .item: checkIn.item ?? ""
            case .minutes: checkIn.minutes.map(String.init) ?? ""
            case .note: checkIn.note ?? ""
            case .evidence:
              (evidence[checkIn.subject] ?? []).map { "\($0.kind.rawValue):\($0.value)" }
                .joined(separator: "\n")
            }
          })
      }
      return text
    }
  }

  /// Takes in check-ins from CSV, in one batch: columns in any order, of which `day` and `skill` must be there.
  ///
  /// What is here already is not taken twice: a row with an id that is here, removed or not; without an id, one that
  /// says the same as a check-in here, which stands for one such row. Evidence that cannot be read on this machine is
  /// passed over, and its check-in taken; nothing is run to read it.
  /// `describing`: what a user is told of a failure.
  /// - Throws: `Failure.table` where the whole file cannot be read.
  package func importCheckIns(
    _ data: Data, describing: (Failure) -> LocalizedText
  ) async throws -> CheckInTableSummary {
    let table = try CheckInTable(data)
    var passedOver: [CheckInTableSummary.PassedOver] = []
    var rows: [Row] = []
    let new = try read { reader in
      let skills = try reader.skills()
      var zones: Set<String> = []
      for record in table.records {
        do {
          rows.append(try row(record, table, reader, among: skills, &zones))
        } catch let failure as Failure {
          passedOver.append(.init(line: record.line, reason: describing(failure)))
        }
      }
      return try unknown(rows, reader)
    }
    // Evidence is read before the database is held, and only of what is new.
    for index in new {
      for text in rows[index].evidence {
        do {
          rows[index].attachments.append(try await writtenAttachment(text))
        } catch let failure as Failure {
          let line = rows[index].line
          passedOver.append(.init(line: line, reason: describing(failure), isTaken: true))
        }
      }
    }
    let taken = try write { transaction in
      let new = try unknown(rows, transaction.reader).map { rows[$0] }
      try transaction.append(
        new.flatMap { row in
          [row.checkIn.creation]
            + patches(attaching: row.attachments.uniqued(), to: row.checkIn.subject)
        }, command: "import")
      return new.count
    }
    let untaken = passedOver.count { !$0.isTaken }
    return CheckInTableSummary(
      taken: taken, known: table.records.count - untaken - taken,
      passedOver: passedOver.sorted { $0.line < $1.line }, unknownColumns: table.unknownColumns)
  }

  private struct Row {
    let line: Int
    let checkIn: CheckIn
    /// Whether the file names its id.
    let isNamed: Bool
    let evidence: [String]
    var attachments: [Attachment] = []
  }

  /// What makes two check-ins the same where no id tells.
  private struct Content: Hashable {
    let day: Day
    let skill: String
    let item: String?
    let minutes: Int?
    let note: String?

    init(_ checkIn: CheckIn) {
      day = checkIn.moment.day
      skill = checkIn.skill
      item = checkIn.item
      minutes = checkIn.minutes
      note = checkIn.note
    }
  }

  /// The indices of the rows whose check-ins are not here yet.
  private func unknown(_ rows: [Row], _ reader: Reader) throws -> [Int] {
    let days = rows.map(\.checkIn.moment.day)
    guard let first = days.min(), let last = days.max() else { return [] }
    let here = try reader.checkIns(CheckInFilter(days: first...last))
    var contents: [Content: Int] = [:]
    for checkIn in here { contents[Content(checkIn), default: 0] += 1 }
    var ids: Set<String> = []
    return try rows.indices.filter { index in
      let row = rows[index]
      if row.isNamed {
        let isHere = try reader.one(.checkIn, row.checkIn.id) != nil
        return ids.insert(row.checkIn.id).inserted && !isHere
      }
      let content = Content(row.checkIn)
      guard let count = contents[content], count > 0 else { return true }
      contents[content] = count - 1
      return false
    }
  }

  /// `zones`: names that were found to be zones' already.
  private func row(
    _ record: CSV.Record, _ table: CheckInTable, _ reader: Reader, among skills: [Skill],
    _ zones: inout Set<String>
  ) throws -> Row {
    guard record.isClosed else { throw Failure.table(.unclosed) }
    guard record.cells.count <= table.columnCount else {
      throw Failure.table(.tooManyCells(record.cells.count, columns: table.columnCount))
    }
    func cell(_ column: CheckInColumn) -> String? {
      table.cell(column, of: record).flatMap { $0.trimmed.isEmpty ? nil : $0 }
    }
    let id = cell(.id)?.trimmed
    if let id, !Identifier.isWhole(id) { throw Failure.table(.badID(id)) }
    let day = try pastDay(cell(.day)?.trimmed ?? "")
    let (skill, item) = try skillAndItem(cell(.skill), cell(.item), reader, among: skills)
    let evidence = (cell(.evidence) ?? "").split(whereSeparator: \.isNewline)
      .map { String($0).trimmed }.filter { !$0.isEmpty }
    try bound(evidence.count, of: CheckInColumn.evidence.rawValue, to: Strop.evidenceLimit)
    var moment = moment(on: day)
    if let zone = cell(.zone)?.trimmed {
      if !zones.contains(zone) {
        guard (try? environment.zone(setting: zone)) != nil else {
          throw Failure.table(.badZone(zone))
        }
        zones.insert(zone)
      }
      moment.zone = zone
    }
    if let text = cell(.at)?.trimmed {
      guard let instant = Instant(rfc3339: text) else { throw Failure.table(.badTime(text)) }
      moment.at = instant
    }
    return Row(
      line: record.line,
      checkIn: CheckIn(
        id: id ?? newID(), skill: skill, item: item?.slug,
        moment: moment, minutes: try minutes(cell(.minutes)), note: try note(cell(.note))),
      isNamed: id != nil, evidence: evidence)
  }
}

/// A file of check-ins, read as far as its first line says how.
private struct CheckInTable {
  let records: ArraySlice<CSV.Record>
  let columnCount: Int
  let unknownColumns: [String]
  private let places: [CheckInColumn: Int]

  /// - Throws: `Failure.table`.
  init(_ data: Data) throws {
    guard data.foreignEncoding == nil, let text = data.text else {
      throw Failure.table(.notUTF8(encoding: data.foreignEncoding, line: data.firstInvalidLine))
    }
    let all = CSV.records(text)
    let names = (all.first?.cells ?? []).map { $0.trimmed.lowercased() }
    var places: [CheckInColumn: Int] = [:]
    var unknown: [String] = []
    for (index, name) in names.enumerated() {
      guard let column = CheckInColumn(rawValue: name) else {
        unknown.append(name)
        continue
      }
      guard places.updateValue(index, forKey: column) == nil else {
        throw Failure.table(.columnTwice(name))
      }
    }
    for needed in [CheckInColumn.day, .skill] where places[needed] == nil {
      throw Failure.table(.noColumn(needed.rawValue))
    }
    self.places = places
    unknownColumns = unknown.filter { !$0.isEmpty }
    columnCount = names.count
    records = all.dropFirst()
  }

  /// Nil where the table has no such column, or the row ends before it.
  func cell(_ column: CheckInColumn, of record: CSV.Record) -> String? {
    places[column].flatMap { $0 < record.cells.count ? record.cells[$0] : nil }
  }
}
