/// What one `strop sync` did.
package struct SyncReceipt: Sendable {
  /// Where the journal is shared, without passwords.
  package let remote: String
  /// Entries that were new here.
  package var taken = 0
  /// The devices that wrote those, by what they are called, or their ids.
  package var writers: [String] = []
  /// Entries that were new there.
  package var sent = 0
  /// What else the repository holds, and is left alone: files that came with this sync, outside `journal/`.
  package var others: [String] = []
  /// The whole path of the copy that was made before a first join; nil where none was needed.
  package var copy: String?
  /// Whether ticks do this by themselves.
  package let isAutomatic: Bool
  /// The zone in force, where its name says nothing of where the user is, as on many servers.
  package var vagueZone: String?

  package init(remote: String, isAutomatic: Bool) {
    self.remote = remote
    self.isAutomatic = isAutomatic
  }
}

/// How the journal is shared, as this machine knows it without asking the remote.
package struct SyncStatus: Sendable {
  /// Without passwords; nil where the journal is not shared.
  package let remote: String?
  /// Whether ticks share it by themselves.
  package let isAutomatic: Bool
  /// Whether strop was ever called by cron or systemd, or is to be.
  package let isScheduled: Bool
  /// When all went well last; nil before that.
  package let last: Instant?
  /// The last failure, where nothing has gone well since.
  package let trouble: SyncTrouble?
  /// This device first, then the others, those that wrote last before those that did not.
  package let devices: [SyncedDevice]
  /// Where the user is, and the day of practice there.
  package let zone: Zone
  package let today: Day

  package init(
    remote: String?, isAutomatic: Bool, isScheduled: Bool, last: Instant?, trouble: SyncTrouble?,
    devices: [SyncedDevice], zone: Zone, today: Day
  ) {
    self.remote = remote
    self.isAutomatic = isAutomatic
    self.isScheduled = isScheduled
    self.last = last
    self.trouble = trouble
    self.devices = devices
    self.zone = zone
    self.today = today
  }

  /// Entries that the remote does not have yet.
  package var waiting: Int { devices.map(\.waiting).reduce(0, +) }
}

/// Sharing that fails.
package struct SyncTrouble: Hashable, Sendable {
  /// When it first failed.
  package let since: Instant
  /// For how many whole days it has.
  package let days: Int
  /// Why, the last time.
  package let reason: LocalizedText

  package init(since: Instant, days: Int, reason: LocalizedText) {
    self.since = since
    self.days = days
    self.reason = reason
  }

  /// After how many days it is told unasked.
  package static let patience = 3
}

/// A device whose entries are here.
package struct SyncedDevice: Hashable, Sendable {
  package let id: String
  /// What its user calls it; nil where it never shared its journal.
  package let name: String?
  /// Whether it is the one that writes here.
  package let isOwn: Bool
  /// How many of its entries are here.
  package let entries: Int
  /// How many of those the remote does not have yet.
  package let waiting: Int
  /// When it wrote the newest of them, by its own clock.
  package let seen: Instant
  /// By how many milliseconds its clock was ahead of this one's at least, when its newest entries came; nil where
  /// it was not.
  package let ahead: Int64?

  package init(
    id: String, name: String?, isOwn: Bool, entries: Int, waiting: Int, seen: Instant,
    ahead: Int64?
  ) {
    self.id = id
    self.name = name
    self.isOwn = isOwn
    self.entries = entries
    self.waiting = waiting
    self.seen = seen
    self.ahead = ahead
  }

  /// From how many milliseconds on a clock is wrong, rather than a little ahead: an hour, by which clocks are off
  /// that somebody set to their zone's time and took for UTC.
  package static let wrongClock: Int64 = 3_600_000
}
