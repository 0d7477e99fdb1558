/// What can go wrong with a command that is to be run.
package enum RunFailure: Sendable {
  /// Nothing stands behind `--`.
  case commandMissing
  /// The system lacks what watching one takes.
  case noResources(reason: String)
  /// Nothing of that name is found.
  case noCommand(String)
  /// It is there, but the system does not start it.
  case notStarted(String, reason: String)
}
