import StropCore
import StropStore

/// Whether reminders are needed: asked of a day, with all that is known by now.
struct ReminderNeeds {
  let practices: PracticeReader
  /// Many reminders ask the same.
  private let answers = Answers()

  private struct Question: Hashable {
    let topic: Reminder.Topic
    let always: Bool
    let day: Day
  }

  private final class Answers {
    var known: [Question: Bool] = [:]
  }

  init(_ practices: PracticeReader) {
    self.practices = practices
  }

  private var reader: Reader { practices.reader }

  /// Whether the user has to be told, on each of `days`.
  func isNeeded(_ reminder: Reminder, on days: Set<Day>) throws -> Bool {
    try days.allSatisfy { day in
      let question = Question(topic: reminder.topic, always: reminder.always, day: day)
      if let answer = answers.known[question] { return answer }
      let answer = try isNeeded(reminder.topic, always: reminder.always, on: day)
      answers.known[question] = answer
      return answer
    }
  }

  /// Why a reminder is silent whatever the day; nil where it is not.
  func silence(of topic: Reminder.Topic) -> ReminderSilence? {
    guard let slug = topic.skill, let skill = skill(slug) else { return nil }
    if skill.archived { return .archived(slug) }
    switch topic {
    case .skill, .slack: return isInFocus(skill, on: practices.today) ? nil : .shelved(slug)
    case .retest, .item, .judgements, .report, .text: return nil
    }
  }

  private func isNeeded(_ topic: Reminder.Topic, always: Bool, on day: Day) throws -> Bool {
    switch topic {
    case .skill(let slug):
      guard let skill = skill(slug), !skill.archived, isInFocus(skill, on: day) else {
        return false
      }
      let practice = try practices.practice(of: skill, known: day.week.monday)
      guard !practice.days.contains(day), !isOff(slug, on: day) else { return false }
      return always || practice.standing(of: day.week, on: day).owed > 0
    case .slack: return try !pressing(topic, on: day).isEmpty
    case .retest: return try retest(topic, on: day) != nil
    case .item(let slug):
      return try isOpen(slug) && !isOff(String(slug.prefix { $0 != "/" }), on: day)
    case .judgements: return try !reader.judgements(due: day).isEmpty
    case .report, .text: return true
    }
  }

  private func isInFocus(_ skill: Skill, on day: Day) -> Bool {
    practices.plans(of: skill).plan(in: day.week).focus
  }

  /// The skills for which a reminder by slack is needed, the least slack first: on `day` a session
  /// still counts, and no more than the slack that it names is left.
  func pressing(_ topic: Reminder.Topic, on day: Day) throws -> [(
    skill: Skill, standing: WeekStanding
  )] {
    guard case .slack(let atMost, let slug) = topic else { return [] }
    let named = slug.map { slug in skill(slug).map { [$0] } ?? [] }
    let skills = named ?? practices.focus(in: day.week)
    let pressing: [(skill: Skill, standing: WeekStanding)] = try skills.compactMap { skill in
      let practice = try practices.practice(of: skill, known: day.week.monday)
      guard !skill.archived, !practice.days.contains(day), !practice.isSkipped(day) else {
        return nil
      }
      let standing = practice.standing(of: day.week, on: day)
      return standing.owed > 0 && (0...atMost).contains(standing.slack) ? (skill, standing) : nil
    }
    return pressing.enumerated()
      .sorted { ($0.element.standing.slack, $0.offset) < ($1.element.standing.slack, $1.offset) }
      .map(\.element)
  }

  /// The retest that a reminder of one would name on `day`.
  func retest(_ topic: Reminder.Topic, on day: Day) throws -> RetestStanding? {
    guard case .retest(let slug) = topic else { return nil }
    return RetestStanding.mostOverdue(
      try retests(on: day).filter {
        (slug == nil || $0.slug == slug) && !isOff($0.slug, on: day)
      })
  }

  /// Skills outside the focus that were once practised, in the curriculum's order.
  func retests(on day: Day) throws -> [RetestStanding] {
    let focus = Set(practices.focus(in: day.week).map(\.slug))
    return try practices.skills.filter { !focus.contains($0.slug) && !$0.archived }
      .compactMap { skill in
        try reader.lastDay(skill.slug).map {
          RetestStanding(slug: skill.slug, days: day - $0, every: skill.retest.days)
        }
      }
  }

  func skill(_ slug: String) -> Skill? { practices.skills.first { $0.slug == slug } }

  /// Whether a day is taken off for a skill, known or not.
  private func isOff(_ slug: String, on day: Day) -> Bool {
    practices.dayOff(day, for: skill(slug)) != nil
  }

  private func isOpen(_ slug: String) throws -> Bool {
    try reader.itemProgress(slug)?.state.isOpen ?? true
  }
}
