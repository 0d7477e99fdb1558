/// One device's choice: subject `setting/DEVICE/KEY`.
package struct Setting: Hashable, Sendable {
  package static let type = "setting"

  package let device: String
  package let key: String
  package let value: String

  package init?(key subjectKey: String, row: Fields) {
    guard let slash = subjectKey.firstIndex(of: "/"), let value = row["value"]?.text else {
      return nil
    }
    device = String(subjectKey[..<slash])
    key = String(subjectKey[subjectKey.index(after: slash)...])
    self.value = value
  }

  /// A patch that sets (or, with nil, unsets) a setting.
  package static func patch(device: String, key: String, value: String?) -> Patch {
    .create(Subject(type, device + "/" + key), ["value": .optional(value)])
  }
}

/// When a device first ran strop: subject `start/DEVICE`. Days before the earliest do not count.
package enum Start {
  package static let type = "start"

  package static func patch(device: String, moment: Moment) -> Patch {
    .create(Subject(type, device), ["when": moment.value])
  }
}
