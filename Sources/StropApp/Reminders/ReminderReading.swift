import StropCore
import StropStore

// What the user typed of a reminder.
extension Strop {
  /// A rule that still comes, as typed.
  func parsed(rule text: String) throws -> Rule {
    let rule: Rule
    do {
      rule = try Rule.parse(text.foldedName, from: clock.day)
    } catch {
      throw Failure.badRule(text, error)
    }
    guard rule.next(after: clock) != nil else { throw Failure.badRule(text, .neverFires) }
    return rule
  }

  func parsed(channels text: String) throws -> [Reminder.Channel] {
    guard let channels = Reminder.channels(text.foldedName.filter { $0 != " " }) else {
      throw Failure.badChannel(text)
    }
    return channels
  }

  /// The topic with its skill or item by slug.
  func resolved(_ topic: Reminder.Topic, _ reader: Reader) throws -> Reminder.Topic {
    func slug(_ name: String) throws -> String { try reader.skill(named: name).slug }
    switch topic {
    case .skill(let name): return .skill(try slug(name))
    case .slack(let days, let name):
      guard Reminder.Topic.slacks.contains(days) else { throw Failure.badSlack(days) }
      return .slack(atMost: days, skill: try name.map { try slug($0) })
    case .retest(let name): return .retest(skill: try name.map { try slug($0) })
    case .item(let name): return .item(try reader.item(named: name).slug)
    case .judgements: return .judgements
    case .report: return .report
    case .text(let text):
      return .text(try required(text, "text"))
    }
  }

  /// The moment that `30m`, `21:45` or `tomorrow 09:00` names, always ahead.
  func snoozeEnd(_ text: String) throws -> CivilDateTime {
    let folded = text.foldedName
    // `21:45` is a time here, though elsewhere it can be a length.
    if !folded.contains(":"), let minutes = Minutes.parse(folded) {
      return zone.clock(
        at: Instant(milliseconds: environment.now.milliseconds + Int64(minutes) * 60_000)
      ).wholeMinute
    }
    var words = folded.split(separator: " ").map(String.init)
    if let time = words.last.flatMap({ CivilTime($0) }) {
      words.removeLast()
      if words.isEmpty {
        let moment = CivilDateTime(day: clock.day, time: time)
        return moment > clock ? moment : CivilDateTime(day: clock.day + 1, time: time)
      }
      let day = DayPhrase.parse(
        words.joined(separator: " "), today: clock.day, weekday: .earliest)
      if let day, CivilDateTime(day: day, time: time) > clock {
        return CivilDateTime(day: day, time: time)
      }
    }
    throw Failure.badSnooze(text)
  }
}
