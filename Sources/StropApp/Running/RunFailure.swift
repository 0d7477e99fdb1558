/// What can go wrong with a command that is to be run.
package enum RunFailure: Sendable {
  /// Nothing stands behind `--`; the slug of the item that is to be checked, if one is.
  case commandMissing(checking: String? = nil)
  /// What names no experiment.
  case notPlanned(String)
  /// An item that no command can show done; its slug.
  case notChecked(String)
  /// The system lacks what watching one takes.
  case noResources(reason: String)
  /// Nothing of that name is found.
  case noCommand(String)
  /// It is there, but the system does not start it.
  case notStarted(String, reason: String)
}
