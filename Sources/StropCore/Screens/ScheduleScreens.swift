/// What calls strop.
package enum SchedulePlace: String, Sendable {
  /// A line in the user's crontab.
  case crontab
  /// The user's systemd, by two units.
  case systemd
}

/// The line in the user's crontab, or the units of the user's systemd, that call strop, as they stand there.
package struct ScheduledJob: Hashable, Sendable {
  /// The whole line; of units, the command.
  package let line: String
  /// What says when, such as `7,22,37,52 * * * *` or `*:7/15`.
  package let timing: String
  /// Minutes after each quarter of an hour, 0 to 14; nil where the user wrote other times.
  package let minute: Int?
  /// The path of the program that is started.
  package let binary: String
  /// The path of the database that it gets.
  package let database: String

  package init(line: String, timing: String, minute: Int?, binary: String, database: String) {
    self.line = line
    self.timing = timing
    self.minute = minute
    self.binary = binary
    self.database = database
  }
}

/// What the user should know of the place.
package enum ScheduleWarning: Hashable, Sendable {
  /// A variable that the user's own crontab sets above strop's line, so that it acts on that line.
  ///
  /// `TZ` is the zone that strop takes where no setting names one; `CRON_TZ` moves jobs under some
  /// crons and does nothing under Debian's.
  case zone(name: String, value: String)
  /// Another one that changes what strop does: SHELL, HOME, MAILTO, XDG_DATA_HOME, STROP_….
  case variable(name: String, value: String)
  /// The user's systemd does not run now: the timer starts at the next login.
  case noUserBus
  /// The timer is there and does not run.
  case notActive
  /// The user's systemd ends with the last login, and ticks with it.
  case noLinger
}

/// What installing or uninstalling did.
package struct ScheduleChange: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// Nothing was written.
    case unchanged
    case installed
    /// The block was there, and stands in the same place with other lines.
    case replaced
    case removed
  }

  package let place: SchedulePlace
  package let kind: Kind
  /// Whole lines that are not there any more.
  package let removed: [String]
  /// Whole lines that are new.
  package let added: [String]
  /// A copy of the crontab as it was; nil where nothing was written or nothing was there.
  package let backup: String?
  package let warnings: [ScheduleWarning]
  /// Settings that installing wrote, since cron does not know them.
  package var written: [(key: String, value: String)] = []
  /// Settings that installing once wrote and that uninstalling left.
  package var left: [(key: String, value: String)] = []
  /// Whether the other place calls strop, too.
  package var isElsewhereToo = false

  package init(
    place: SchedulePlace,
    kind: Kind,
    removed: [String] = [],
    added: [String] = [],
    backup: String? = nil,
    warnings: [ScheduleWarning] = []
  ) {
    self.place = place
    self.kind = kind
    self.removed = removed
    self.added = added
    self.backup = backup
    self.warnings = warnings
  }
}

/// How strop stands in the user's crontab, or among the user's units.
package struct ScheduleStatus: Hashable, Sendable {
  package enum Binary: String, CaseIterable, Sendable {
    case executable
    case notExecutable
    /// There is no such file: the program was moved or removed.
    case missing
  }

  /// Whether strop's block is there.
  package let isInstalled: Bool
  /// What stands between the block's marks, whatever it is.
  package let lines: [String]
  /// Nil where the block is not there, or was edited so that it does not call strop any more.
  package let job: ScheduledJob?
  /// The state of the job's program; nil without a job.
  package let binary: Binary?
  /// Whether the job starts the very program that asks.
  package let isThisBinary: Bool
  /// Whether the job's database is the one in use.
  package let isThisDatabase: Bool
  package let warnings: [ScheduleWarning]

  package init(
    isInstalled: Bool,
    lines: [String] = [],
    job: ScheduledJob? = nil,
    binary: Binary? = nil,
    isThisBinary: Bool = false,
    isThisDatabase: Bool = false,
    warnings: [ScheduleWarning] = []
  ) {
    self.isInstalled = isInstalled
    self.lines = lines
    self.job = job
    self.binary = binary
    self.isThisBinary = isThisBinary
    self.isThisDatabase = isThisDatabase
    self.warnings = warnings
  }
}

/// `strop schedule status`: what calls strop, and whether it does.
package struct ScheduleOverview: Sendable {
  package let place: SchedulePlace
  package let status: ScheduleStatus
  /// When a tick last came, on the wall clock here; nil before the first.
  package let lastTick: CivilDateTime?
  /// Minutes since the last tick, or since the schedule was installed, where that is too long ago.
  package let minutesOverdue: Int?
  /// Whether what would call strop runs: cron's daemon, or the timer.
  package let isCalled: Bool
  /// The zone by which ticks go, where none is set and that one is not the user's.
  package let strayZone: String?
  /// The zone in force, where its name says where the user is.
  package let zone: String?
  /// Whether the other place calls strop, too.
  package let isElsewhereToo: Bool

  package init(
    place: SchedulePlace, status: ScheduleStatus, lastTick: CivilDateTime?, minutesOverdue: Int?,
    isCalled: Bool, strayZone: String?, zone: String?, isElsewhereToo: Bool
  ) {
    self.place = place
    self.status = status
    self.lastTick = lastTick
    self.minutesOverdue = minutesOverdue
    self.isCalled = isCalled
    self.strayZone = strayZone
    self.zone = zone
    self.isElsewhereToo = isElsewhereToo
  }
}
