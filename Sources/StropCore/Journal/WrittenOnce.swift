/// What of a subject is written before an outcome is known, and so must not be written anew once it is.
package struct WrittenOnce: Sendable {
  /// Fields of the journal that keep their first value.
  let fields: Set<String>
  /// How long undoing makes a subject as if it had never been; later it stays, withdrawn. In milliseconds.
  let grace: Int64

  /// What of subjects of a type is; nil for most.
  static func of(_ type: String) -> WrittenOnce? { type == Judgement.type ? judgement : nil }

  private static let judgement = WrittenOnce(
    fields: ["paper", "claim", "p", "by", "rule", "when"], grace: 86_400_000)

  /// What an entry may change of a row.
  func changes(of row: Fields, by entry: Entry) -> Fields {
    entry.patch.fields.filter { name, _ in !fields.contains(name) || row[name] ?? .null == .null }
  }

  /// Whether what an entry brought into being stays, though it was undone.
  func stays(_ entry: Entry, undoneAt undone: HybridClock) -> Bool {
    entry.patch.fields[Field.create]?.bool == true
      && undone.instant.milliseconds - entry.clock.instant.milliseconds > grace
  }
}
