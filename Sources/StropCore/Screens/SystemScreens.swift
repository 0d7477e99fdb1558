/// What holds where a setting is not made.
package enum StandardSetting: Hashable, Sendable {
  case none
  /// As the system says: its locale, its zone.
  case system
  case value(String)

  package var text: String? {
    if case .value(let text) = self { text } else { nil }
  }
}

/// A line of `strop config list`.
package struct ListedSetting: Sendable {
  package let key: String
  /// Nil where the default holds.
  package let value: String?
  package let standard: StandardSetting
  package let meaning: LocalizedText

  package init(key: String, value: String?, standard: StandardSetting, meaning: LocalizedText) {
    self.key = key
    self.value = value
    self.standard = standard
    self.meaning = meaning
  }
}

/// A line of `strop doctor`.
package struct HealthCheck: Sendable {
  package enum State: String, Sendable {
    case ok, warn, fail
  }

  package let name: String
  package let state: State
  package let detail: LocalizedText
  /// What to type or do; nil where all is well.
  package let fix: LocalizedText?

  package init(name: String, state: State, detail: LocalizedText, fix: LocalizedText?) {
    self.name = name
    self.state = state
    self.detail = detail
    self.fix = fix
  }
}

/// What the first run made.
package struct FirstRun: Sendable {
  /// The database, with the home directory as `~`.
  package let path: String
  package let skills: Int
  package let items: Int
  /// Slugs of the focus, and their hours a week.
  package let focus: [String]
  package let focusHours: Double
  package let zone: String
  /// Whether the zone says where the user is; a container's UTC does not.
  package let zoneIsGeographic: Bool

  package init(
    path: String, skills: Int, items: Int, focus: [String], focusHours: Double, zone: String,
    zoneIsGeographic: Bool
  ) {
    self.path = path
    self.skills = skills
    self.items = items
    self.focus = focus
    self.focusHours = focusHours
    self.zone = zone
    self.zoneIsGeographic = zoneIsGeographic
  }
}

/// What an import took in.
package struct ImportSummary: Hashable, Sendable {
  /// Entries that were new.
  package var taken: Int
  /// Entries that the journal had already.
  package var known: Int
  /// Devices that wrote the new entries.
  package var devices: Set<String>
  /// The whole path of the copy that was made first; nil where there was nothing to copy.
  package var copy: String?

  package init(taken: Int = 0, known: Int = 0, devices: Set<String> = [], copy: String? = nil) {
    self.taken = taken
    self.known = known
    self.devices = devices
    self.copy = copy
  }
}
