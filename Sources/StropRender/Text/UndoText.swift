package import StropCore

extension TextRenderer {
  /// `checkin 7k3f`, `plan papers/2026-W48`, `setting day-start`: no more than tells it apart.
  private func name(_ subject: Subject) -> String {
    let key =
      switch subject.type {
      case _ where Identifier.isWhole(subject.key) && subject.type != SkillChange.type:
        subject.key.prefix(Identifier.shortest)
      // A setting's key begins with the machine it is of.
      case Setting.type: subject.key.drop { $0 != "/" }.dropFirst()
      default: subject.key[...]
      }
    return subject.type + " " + key
  }

  /// What undo or redo did.
  package func undo(_ receipt: UndoReceipt) -> String {
    var screen = Screen()
    let action = receipt.undone ? phrases.undone : phrases.doneAgain
    screen.add(Line(action) + Line(receipt.command))
    for subject in receipt.subjects.prefix(5) { screen.add("  " + Line(name(subject), .quiet)) }
    if receipt.subjects.count > 5 { screen.add(Line("  … +\(receipt.subjects.count - 5)", .quiet)) }
    screen.add(
      receipt.undone
        ? suggestion(phrases.redoIt, ["strop redo"], indent: 0)
        : suggestion(phrases.undoIt, ["strop undo"], indent: 0))
    return text(screen)
  }
}
