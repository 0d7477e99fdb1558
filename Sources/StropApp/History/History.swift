package import StropCore
import StropStore

/// Which check-ins the user asked for; nil is what was not given.
package struct LogRequest: Sendable {
  package var skill: String?
  package var since: String?
  package var until: String?
  /// The newest ones only.
  package var limit: Int?

  package init(
    skill: String? = nil, since: String? = nil, until: String? = nil, limit: Int? = nil
  ) {
    self.skill = skill
    self.since = since
    self.until = until
    self.limit = limit
  }
}

extension Strop {
  /// Check-ins by day, then instant.
  package func log(_ request: LogRequest) throws -> Log {
    let since = try request.since.map { try day($0, weekday: .latest) }
    let until = try request.until.map { try day($0, weekday: .latest) }
    return try read { reader in
      var days: ClosedRange<Day>?
      if since != nil || until != nil {
        // To what there is: after travel to the west, practice can lie ahead of today.
        let from = try since ?? min(reader.firstDay() ?? today, until ?? today)
        let to = try until ?? max(reader.lastDay() ?? today, today)
        guard from <= to else { throw Failure.reversedRange(from: from, to: to) }
        days = from...to
      }
      let skill = try request.skill.map { try reader.skill(named: $0).slug }
      var filter = CheckInFilter(skill: skill, days: days)
      let total = try request.limit.map {
        filter.limit = $0 + Log.mostCounted + 1
        return try reader.checkInCount(filter)
      }
      filter.limit = request.limit
      let checkIns = try reader.checkIns(filter).map {
        try logged(reader.listed($0, .checkIn), reader)
      }
      return Log(
        checkIns: checkIns, earlier: max(0, (total ?? 0) - checkIns.count), skill: skill, days: days
      )
    }
  }
}
