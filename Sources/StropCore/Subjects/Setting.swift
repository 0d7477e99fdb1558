/// One device's choice: subject `setting/DEVICE/KEY`.
package struct Setting: Record {
  package static let type = "setting"

  package let device: String
  package let key: String
  package let value: String

  package init?(id: String, row: Fields) {
    guard let slash = id.firstIndex(of: "/"), let value = row["value"]?.text else { return nil }
    device = String(id[..<slash])
    key = String(id[id.index(after: slash)...])
    self.value = value
  }

  package var id: String { device + "/" + key }

  package var fields: Fields { ["value": .text(value)] }

  /// A patch that sets (or, with nil, unsets) a setting.
  package static func patch(device: String, key: String, value: String?) -> Patch {
    .create(Subject(type, device + "/" + key), ["value": .optional(value)])
  }
}
