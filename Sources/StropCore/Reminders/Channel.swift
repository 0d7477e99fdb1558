extension Reminder {
  /// How the user is told.
  package enum Channel: String, CaseIterable, Sendable {
    case stdout
    case notifySend = "notify-send"
  }

  /// Reads `stdout,notify-send`; nil where a name is unknown or none is there.
  package static func channels(_ text: String) -> [Channel]? {
    let names = text.split(separator: ",")
    let channels = names.compactMap { Channel(rawValue: String($0)) }
    return channels.isEmpty || channels.count != names.count ? nil : channels
  }

  package static func text(of channels: [Channel]) -> String {
    channels.map(\.rawValue).joined(separator: ",")
  }
}
