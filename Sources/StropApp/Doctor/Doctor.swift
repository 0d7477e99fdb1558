package import StropCore
import StropStore

extension Strop {
  /// Whether everything that strop depends on is in order, each with what to do about it: all of it is looked
  /// at, whatever the first finds.
  ///
  /// `describing`: the sentence and the hint for a failure.
  package func doctor(
    describing: (Failure) -> (sentence: LocalizedText, hint: LocalizedText?)
  ) -> [HealthCheck] {
    func failed(_ name: String, _ failure: Failure) -> HealthCheck {
      let (sentence, hint) = describing(failure)
      // The hint of every other command leads here.
      let fix =
        if case .store(.damaged, _, let restoring) = failure {
          restoring.map { LocalizedText($0) }
            ?? LocalizedText(
              english: "strop export > journal.jsonl, then import it into a new --db",
              chinese: "strop export > journal.jsonl，再用 --db 导入一个新库")
        } else {
          hint
        }
      // Another process that is at work is no fault.
      let state: HealthCheck.State = if case .busy = failure { .warn } else { .fail }
      return HealthCheck(name: name, state: state, detail: sentence, fix: fix)
    }
    /// A failure of any query is one of the database.
    var broken = unusable
    func attempt<Result>(_ body: () throws -> Result) -> Result? {
      do {
        return try body()
      } catch {
        broken = broken ?? (error as? Failure) ?? failure(.other("\(error)"))
        return nil
      }
    }
    let database = broken == nil ? attempt { try databaseCheck() } : nil
    let clock =
      broken == nil ? attempt { try deviceClockCheck() ?? clockCheck() } ?? nil : nil
    let sync = broken == nil ? attempt { try syncCheck() } ?? nil : nil
    let evidence = broken == nil ? attempt { try evidenceCheck() } ?? nil : nil
    let reminders = attempt { try ownReminders() } ?? []
    let stale = attempt { try read(staleTick) } ?? nil
    let tick = attempt { try read(lastTick) } ?? nil
    let scheduled = attempt { try read(scheduledAt) } ?? nil
    let first =
      broken.map { failure in
        if case .badZone = failure { return failed("zone", failure) }
        return failed("database", failure)
      } ?? database
    let checks = [
      first, diskCheck(), backupCheck(), evidence, sync, clock,
      first?.name == "zone"
        ? nil : zoneCheck(isScheduled: scheduled != nil || !reminders.isEmpty),
      cronCheck(!reminders.isEmpty),
      // Which reminders there are is not known of a database that cannot be read.
      broken == nil ? tickCheck(!reminders.isEmpty, stale, tick) : nil, mailCheck(reminders),
      desktopCheck(),
    ]
    return checks.compactMap(\.self) + channelChecks(reminders)
  }

  /// Those that ring on this machine.
  private func ownReminders() throws -> [Reminder] {
    try read { reader in
      let device = try reader.device(on: environment.machine)
      return try reader.reminders().filter { $0.device == device }
    }
  }
}
