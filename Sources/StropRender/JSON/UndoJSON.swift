package import StropCore

extension JSONRenderer {
  /// `strop undo` and `redo`.
  package func undo(_ receipt: UndoReceipt) -> JSON {
    let batch = JSON.object([
      ("batch", .string(receipt.batch)),
      ("command", .string(receipt.command)),
      ("subjects", strings(receipt.effects.map(\.subject.text))),
      ("passedOver", strings(receipt.passedOver)),
    ])
    return root([(receipt.undone ? "undone" : "redone", batch)])
  }
}
