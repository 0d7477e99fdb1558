import GRDB
import StropCore

extension Kind<Setting> {
  static let setting = Kind(
    "setting",
    columns: [
      .text("device", required: true), .text("key", required: true),
      .text("value", required: true),
    ],
    indexes: ["setting_by_device ON (device)"],
    derived: { ["device": .text($0.device), "key": .text($0.key)] })
}

extension Reader {
  /// What `device` has set.
  package func settings(device: String) throws -> [String: String] {
    let settings = try all(.setting, "WHERE device = ?", [device])
    return Dictionary(settings.map { ($0.key, $0.value) }) { $1 }
  }
}
