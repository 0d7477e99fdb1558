import GRDB
import StropCore

/// Which device writes on which machine: facts local to a file. On a network home, several machines
/// use one file, and each is a device of its own.
enum DeviceFact {
  /// The device made last, whose settings a new one takes over.
  static let newest = "newest-device"

  /// Where a machine's device is kept; nil is a machine that cannot be told from others.
  static func key(_ machine: String?) -> String { "device@" + (machine ?? "") }

  /// Where a backup keeps the device that a machine had, so that it never writes again.
  static func formerKey(_ machine: String?) -> String { "former@" + (machine ?? "") }

  /// Turns the devices of a copied file into former ones.
  static func retire(in db: Database) throws {
    try db.execute(
      sql: """
        UPDATE local SET key = 'former' || substr(key, 7) WHERE key LIKE 'device@%'
        """)
  }
}

extension Reader {
  /// The device that writes on a machine; nil before its first write.
  package func writingDevice(on machine: String?) throws -> String? {
    if let device = try local(DeviceFact.key(machine)) { return device }
    guard machine == nil else { return nil }
    return try String.fetchOne(
      db, sql: "SELECT value FROM local WHERE key LIKE 'device@%' ORDER BY key LIMIT 1")
  }

  /// A machine's device, or the one that it takes over from: whose reminders ring here.
  package func device(on machine: String?) throws -> String? {
    try writingDevice(on: machine) ?? local(DeviceFact.formerKey(machine))
      ?? local(DeviceFact.key(nil))
  }

  /// The device whose settings hold on a machine.
  package func settingsDevice(on machine: String?) throws -> String? {
    try device(on: machine) ?? local(DeviceFact.newest)
  }
}
