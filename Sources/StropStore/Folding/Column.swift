import GRDB
import StropCore

/// A column of a folded table: what it is called, what it holds, and the field that it takes.
struct Column: Sendable {
  enum Form: String, Sendable {
    case text, integer, real, bool
    /// A `Day` as ISO 8601 writes it.
    case day
    /// A wall clock's `YYYY-MM-DDTHH:MM`.
    case moment
    /// Names with commas between them.
    case names
    /// Milliseconds since 1970 in the table, RFC 3339 in the field.
    case instant
  }

  let name: String
  let form: Form
  /// The group that the field is in; nil for a field of the row itself.
  let group: String?
  let field: String
  /// Not null; a missing bool is false.
  let isRequired: Bool
  let check: String?

  private init(_ name: String, _ form: Form, _ path: String?, required: Bool, check: String?) {
    self.name = name
    self.form = form
    let path = path ?? name
    let dot = path.utf8.firstIndex(of: UInt8(ascii: "."))
    group = dot.map { String(path[..<$0]) }
    field = dot.map { String(path[path.index(after: $0)...]) } ?? path
    isRequired = required
    self.check = check
  }

  /// `path`: the field, where it has another name than the column: `when.day` is `day` of the group
  /// `when`.
  static func text(
    _ name: String, _ path: String? = nil, required: Bool = false, check: String? = nil
  ) -> Column {
    Column(name, .text, path, required: required, check: check)
  }

  static func day(_ name: String, _ path: String? = nil, check: String? = nil) -> Column {
    Column(name, .day, path, required: true, check: check)
  }

  static func moment(_ name: String, _ path: String? = nil, required: Bool = false) -> Column {
    Column(name, .moment, path, required: required, check: nil)
  }

  static func names(_ name: String, _ path: String? = nil, required: Bool = false) -> Column {
    Column(name, .names, path, required: required, check: nil)
  }

  static func integer(
    _ name: String, _ path: String? = nil, required: Bool = false, check: String? = nil
  ) -> Column {
    Column(name, .integer, path, required: required, check: check)
  }

  static func real(
    _ name: String, _ path: String? = nil, required: Bool = false, check: String? = nil
  ) -> Column {
    Column(name, .real, path, required: required, check: check)
  }

  static func bool(_ name: String, _ path: String? = nil, required: Bool = true) -> Column {
    Column(name, .bool, path, required: required, check: nil)
  }

  static func instant(_ name: String, _ path: String? = nil, required: Bool = false) -> Column {
    Column(name, .instant, path, required: required, check: nil)
  }

  /// Of a `Moment` in the field `when`.
  static let when = [
    instant("at", "when.at", required: true), text("zone", "when.zone", required: true),
    day("day", "when.day"),
  ]

  /// Whether the user took the subject away.
  static let removed = bool(Field.removed)

  /// Whether a row is the user's own, folded from the journal, among shipped ones.
  static let own = bool("own")

  /// In CREATE TABLE.
  var definition: String {
    let type =
      switch form {
      case .text, .day, .moment, .names: "TEXT"
      case .integer, .bool, .instant: "INTEGER"
      case .real: "REAL"
      }
    let check = form == .bool ? "\"\(name)\" IN (0, 1)" : self.check
    return "\"\(name)\" \(type)" + (isRequired ? " NOT NULL" : "")
      + (check.map { " CHECK (\($0))" } ?? "")
  }

  /// What the column holds for a row.
  func value(in row: Fields) -> DatabaseValue {
    let value = (group.map { row[$0]?.group?[field] } ?? row[field]) ?? .null
    return switch (form, value) {
    case (.bool, .bool(let bool)): bool.databaseValue
    case (.bool, _): isRequired ? false.databaseValue : .null
    case (.instant, .text(let text)):
      Instant(rfc3339: text)?.milliseconds.databaseValue ?? .null
    case (.instant, _): .null
    case (.real, _): value.number?.databaseValue ?? .null
    case (_, .text(let text)): text.databaseValue
    case (_, .integer(let integer)): integer.databaseValue
    default: .null
    }
  }

  /// What the column holds for a row, as a screen shows it; nil for null.
  func content(in row: Fields) -> RecordField.Content? {
    let value = (group.map { row[$0]?.group?[field] } ?? row[field]) ?? .null
    return switch (form, value) {
    case (.day, .text(let text)): Day(iso: text).map(RecordField.Content.day)
    case (.moment, .text(let text)): CivilDateTime(text).map(RecordField.Content.moment)
    case (.instant, .text(let text)):
      Instant(rfc3339: text).map(RecordField.Content.instant)
    case (.names, .text(let text)): .names(text.split(separator: ",").map(String.init))
    case (_, .null), (_, .group): nil
    case (_, let value): .value(value)
    }
  }

  /// The field's value of what the column holds; nil for null.
  func field(of value: DatabaseValue) -> Value? {
    switch (value.storage, form) {
    case (.string(let text), _): .text(text)
    case (.double(let number), _): .real(number)
    case (.int64(let number), .bool): .bool(number != 0)
    case (.int64(let number), .instant): .text(Instant(milliseconds: number).utc)
    case (.int64(let number), _): .integer(number)
    case (.null, _), (.blob, _): nil
    }
  }
}
