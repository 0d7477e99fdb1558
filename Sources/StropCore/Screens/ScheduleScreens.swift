/// The line in the user's crontab that calls strop, as it stands there.
package struct ScheduledJob: Hashable, Sendable {
  /// The whole line.
  package let line: String
  /// The five fields that say when, such as `7,22,37,52 * * * *`.
  package let timing: String
  /// Minutes after each quarter of an hour, 0 to 14; nil where the user wrote other times.
  package let minute: Int?
  /// The path of the program that cron starts.
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

/// A variable that the user's own crontab sets above strop's line, so that it acts on that line.
package enum ScheduleWarning: Hashable, Sendable {
  /// `TZ` is the zone that strop takes where no setting names one; `CRON_TZ` moves jobs under some
  /// crons and does nothing under Debian's.
  case zone(name: String, value: String)
  /// Another one that changes what strop does: SHELL, HOME, MAILTO, XDG_DATA_HOME, STROP_….
  case variable(name: String, value: String)
}

/// What installing or uninstalling the line did to the user's crontab.
package struct ScheduleChange: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// Nothing was written.
    case unchanged
    case installed
    /// The block was there, and stands in the same place with other lines.
    case replaced
    case removed
  }

  package let kind: Kind
  /// Whole lines that are not in the crontab any more.
  package let removed: [String]
  /// Whole lines that are new in the crontab.
  package let added: [String]
  /// A copy of the crontab as it was; nil where nothing was written or nothing was there.
  package let backup: String?
  /// Empty where the line is not in the crontab.
  package let warnings: [ScheduleWarning]

  package init(
    kind: Kind,
    removed: [String] = [],
    added: [String] = [],
    backup: String? = nil,
    warnings: [ScheduleWarning] = []
  ) {
    self.kind = kind
    self.removed = removed
    self.added = added
    self.backup = backup
    self.warnings = warnings
  }
}

/// How strop stands in the user's crontab.
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
