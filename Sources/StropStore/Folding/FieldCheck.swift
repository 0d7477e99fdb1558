import GRDB
import StropCore

/// A field of an entry that its kind does not allow, so that folding it would make a value vanish.
struct FieldProblem: Hashable {
  let device: String
  let sequence: Int64
  /// `minutes`, `when.day`.
  let field: String
  /// Whether it lacks, rather than holding something that it must not.
  let isMissing: Bool
}

extension Projection {
  /// What is wrong with an entry of a kind that this program knows; fields that it does not know may hold
  /// anything.
  static func problem(in entry: Entry, _ db: Database) throws -> FieldProblem? {
    func problem(_ field: String, isMissing: Bool = false) -> FieldProblem {
      FieldProblem(
        device: entry.device, sequence: entry.sequence, field: field, isMissing: isMissing)
    }
    let fields = entry.patch.fields
    for table in Kinds.tables(of: entry.patch.subject.type) {
      // Only what goes by a random id is brought into being whole, by one entry.
      let isWhole = table.identified != nil && fields[Field.create]?.bool == true
      for column in table.columns where !EntryFact.isName(column.field) {
        if let group = column.group, let value = fields[group], value != .null, value.group == nil {
          return problem(group)
        }
        let value = column.found(in: fields)
        if value == .null {
          if isWhole, column.isRequired, column.form != .bool {
            return problem(column.path, isMissing: true)
          }
        } else if try !column.allows(value) || !table.holds(column, fields, db) {
          return problem(column.path)
        }
      }
    }
    return nil
  }
}

extension Table {
  /// Whether a column's CHECK holds of an entry's fields, or cannot be told from them.
  fileprivate func holds(_ column: Column, _ fields: Fields, _ db: Database) throws -> Bool {
    guard let check = column.check else { return true }
    let columns = columns.map { "? AS \"\($0.name)\"" }.joined(separator: ", ")
    return try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT (\(check)) IS NOT 0 FROM (SELECT \(columns))"),
      arguments: StatementArguments(self.columns.map { $0.value(in: fields) })) ?? true
  }
}

extension Column {
  /// The field's name in the journal, with its group's.
  fileprivate var path: String { group.map { $0 + "." + field } ?? field }

  /// What some fields hold for the column: null where nothing.
  fileprivate func found(in fields: Fields) -> Value {
    (group.map { fields[$0]?.group?[field] } ?? fields[field]) ?? .null
  }

  /// Whether the column can hold a value of the journal that is not null.
  fileprivate func allows(_ value: Value) -> Bool {
    switch (form, value) {
    case (.text, .text), (.names, .text), (.integer, .integer), (.bool, .bool): true
    case (.real, .real), (.real, .integer): true
    case (.day, .text(let text)): Day(iso: text) != nil
    case (.moment, .text(let text)): CivilDateTime(text) != nil
    case (.instant, .text(let text)): Instant(rfc3339: text) != nil
    default: false
    }
  }
}
