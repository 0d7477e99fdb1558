/// A time zone, as the core needs it: a name, and the offset from UTC at an instant.
package struct Zone: Sendable {
  /// An IANA name such as `Asia/Shanghai`, or a fixed offset such as `UTC+08:00`.
  package let name: String
  /// Seconds east of UTC at an instant.
  package let offset: @Sendable (Instant) -> Int

  package init(name: String, offset: @escaping @Sendable (Instant) -> Int) {
    self.name = name
    self.offset = offset
  }

  package static let utc = Zone(name: "UTC") { _ in 0 }

  /// What a wall clock in this zone shows: reminders and quiet hours go by it.
  package func clock(at instant: Instant) -> CivilDateTime {
    CivilDateTime(at: instant, offset: offset(instant))
  }

  /// The day of practice that `instant` belongs to, with days beginning at `dayStart`:
  /// 01:30 on Tuesday is still Monday's practice when days begin at 04:00.
  package func day(at instant: Instant, dayStart: CivilTime) -> Day {
    let clock = clock(at: instant)
    return clock.time < dayStart ? clock.day - 1 : clock.day
  }
}
