/// What an import took in.
package struct ImportSummary: Hashable, Sendable {
  /// Entries that were new.
  package var taken: Int
  /// Entries that the journal had already.
  package var known: Int
  /// Devices that wrote the new entries.
  package var devices: Set<String>

  package init(taken: Int = 0, known: Int = 0, devices: Set<String> = []) {
    self.taken = taken
    self.known = known
    self.devices = devices
  }
}
