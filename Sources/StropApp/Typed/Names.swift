import Foundation
import StropCore
import StropStore

extension Reader {
  /// The skill that the user means by `name`.
  ///
  /// `skills`: where they were read already.
  /// - Throws: `Failure.unknownSkill`, `.ambiguousSkill`, `.emptyName`.
  func skill(named name: String, among skills: [Skill]? = nil) throws -> Skill {
    let skills = try skills ?? self.skills()
    let folded = name.foldedName
    guard !folded.isEmpty else { throw Failure.emptyName }
    // An old slug of a renamed skill still names it.
    if let renamed = skills.first(where: { $0.was.contains(folded) }) { return renamed }
    if let exact = skills.first(where: { $0.slug == folded }) { return exact }
    // Archived skills come last: one is meant only where no other can be.
    let groups = [skills.filter { !$0.archived }, skills.filter(\.archived), skills]
    let matches = groups.map { group in
      NameMatch.find(
        folded, in: group, slug: \.slug,
        titles: { [$0.title.english.foldedName, $0.title.chinese.foldedName] })
    }
    let match = matches.first { if case .unknown = $0 { false } else { true } } ?? matches[2]
    switch match {
    case .found(let skill): return skill
    case .ambiguous(let several):
      throw Failure.ambiguousSkill(name, candidates: several.map(\.slug))
    case .unknown(let nearest):
      throw Failure.unknownSkill(name, nearest: nearest.map(\.slug), count: skills.count)
    }
  }

  /// The item that the user means by `name`: `skill/item`, or the item alone.
  ///
  /// - Throws: `Failure.unknownItem`, `.ambiguousItem`, `.emptyName`.
  func item(named name: String, skill: Skill? = nil) throws -> Item {
    let items = try items()
    let folded = name.foldedName
    guard !folded.isEmpty else { throw Failure.emptyName }
    if let exact = items.first(where: { $0.slug == folded }) { return exact }
    if let renamed = items.first(where: { item in
      item.was.contains { item.skill + "/" + $0 == folded || $0 == folded }
    }) {
      return renamed
    }
    let inSkill = skill.map { skill in items.filter { $0.skill == skill.slug } } ?? []
    for candidates in [inSkill, items] where !candidates.isEmpty {
      let match = NameMatch.find(
        folded, in: candidates, slug: \.slug,
        shortSlug: { String($0.slug.dropFirst($0.skill.count + 1)) },
        titles: { [$0.title.english.foldedName, $0.title.chinese.foldedName] })
      switch match {
      case .found(let item): return item
      case .ambiguous(let several):
        throw Failure.ambiguousItem(name, candidates: several.map(\.slug))
      case .unknown(let nearest):
        if candidates.count == items.count {
          throw Failure.unknownItem(name, nearest: nearest.map(\.slug))
        }
      }
    }
    throw Failure.unknownItem(name, nearest: [])
  }

  /// The whole id that the user means by the beginning of one.
  ///
  /// - Throws: `Failure.badID`, `.unknownID`, `.ambiguousID`.
  func id<Value: IdentifiedRecord>(_ text: String, in kind: Kind<Value>) throws -> String {
    guard let prefix = Identifier.normalized(text) else { throw Failure.badID(text) }
    let ids = try ids(kind, beginningWith: prefix)
    guard let id = ids.first else { throw Failure.unknownID(text, listing: Value.listing) }
    guard ids.count == 1 else { throw Failure.ambiguousID(text, candidates: ids) }
    return id
  }

  /// What the user means by the beginning of an id.
  ///
  /// - Throws: `Failure.badID`, `.unknownID`, `.ambiguousID`.
  func value<Value: IdentifiedRecord>(_ text: String, of kind: Kind<Value>) throws -> Value {
    guard let value = try one(kind, try id(text, in: kind)) else {
      throw Failure.unknownID(text, listing: Value.listing)
    }
    return value
  }
}

extension Strop {
  /// The day that the user means.
  ///
  /// - Throws: `Failure.badDay`; `.dayNotBegun` for the weekday that the calendar shows between midnight and the
  ///   day's start, since nobody then means the one of last week.
  func day(_ text: String, weekday: DayPhrase.WeekdayReading) throws -> Day {
    let folded = text.foldedName
    if weekday == .latest, clock.day > today, Weekday(folded) == clock.day.weekday {
      throw Failure.dayNotBegun(clock.day, today: today, until: settings.dayStart)
    }
    guard let day = DayPhrase.parse(folded, today: today, weekday: weekday) else {
      throw Failure.badDay(text)
    }
    return day
  }

  /// A day that is not in the future.
  ///
  /// - Throws: `Failure.badDay`, `.futureDay`.
  func pastDay(_ text: String?) throws -> Day {
    guard let text else { return today }
    let day = try day(text, weekday: .latest)
    guard day <= today else { throw Failure.futureDay(day, today: today) }
    return day
  }
}
