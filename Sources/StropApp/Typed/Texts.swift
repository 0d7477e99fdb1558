import StropCore

// How long what is typed may be, and how it is kept.
extension Strop {
  /// The longest note, in UTF-8 bytes: an hour's typing, and a line that every tool still reads.
  static let noteLimit = 100_000
  /// The longest title, in UTF-8 bytes.
  static let titleLimit = 600
  /// The longest of the other texts, such as a reason, in UTF-8 bytes.
  private static let lineLimit = 2_000
  /// How many pieces of evidence one line attaches.
  static let evidenceLimit = 100

  /// A text as it is kept: without space around it, nil where nothing is left.
  ///
  /// `limit`: in UTF-8 bytes.
  /// - Throws: `Failure.textTooLong`.
  func text(_ typed: String?, limit: Int = Strop.lineLimit) throws -> String? {
    guard let typed else { return nil }
    guard typed.utf8.count <= limit else { throw Failure.textTooLong(limit: limit) }
    let trimmed = typed.trimmed
    return trimmed.isEmpty ? nil : trimmed
  }

  /// A note or a prediction as it is kept, like `text`.
  ///
  /// - Throws: `Failure.noteTooLong`.
  func note(_ typed: String?) throws -> String? {
    do {
      return try text(typed, limit: Strop.noteLimit)
    } catch Failure.textTooLong(let limit) {
      throw Failure.noteTooLong(limit: limit)
    }
  }

  /// A text that must be there; `field`: the option or argument that it is.
  ///
  /// - Throws: `Failure.emptyText`, `.textTooLong`.
  func required(
    _ typed: String, _ field: String, limit: Int = Strop.lineLimit
  ) throws -> String {
    guard let text = try text(typed, limit: limit) else { throw Failure.emptyText(field) }
    return text
  }

  /// - Throws: `Failure.tooMany` where an option is given more often than anything needs it.
  func bound(_ count: Int, of option: String, to limit: Int) throws {
    guard count <= limit else { throw Failure.tooMany(option, limit: limit) }
  }
}
