/// A record as a list shows it.
package struct Listed<Value: Record>: Sendable {
  package let value: Value
  /// The shortest beginning of its id that names it.
  package let shortID: String
  private let declared: @Sendable (Value) -> [RecordField]

  /// `fields`: those of a value, as its kind declares them.
  package init(
    _ value: Value, shortID: String, fields: @escaping @Sendable (Value) -> [RecordField]
  ) {
    self.value = value
    self.shortID = shortID
    declared = fields
  }

  /// Its fields, in the order in which its kind declares them.
  package var fields: [RecordField] { declared(value) }
}

/// What a command did to something; `Shown` is what its screen needs of it.
package struct Receipt<Shown: Sendable>: Sendable {
  package let action: ReceiptAction
  package let shown: Shown

  package init(_ action: ReceiptAction, _ shown: Shown) {
    self.action = action
    self.shown = shown
  }
}

package enum ReceiptAction: CaseIterable, Sendable {
  case added, edited, removed
}
