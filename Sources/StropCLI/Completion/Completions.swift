import ArgumentParser
import Foundation
import StropApp
import StropCore
import StropRender

// What a shell offers for an argument or an option: `@Argument(help: …, completion: .skills)`. What only
// the commands of one subject take stands with them.
extension CompletionKind {
  /// Skills that are not archived.
  static let skills = offered { completion in
    try completion.database().skillList().skills.filter { $0.state != .archived }.map {
      Candidate($0.skill.slug, completion.say($0.skill.title))
    }
  }

  /// Checklist items, `skill/item`: only those of a skill that the line names, if it names one; by
  /// the part behind the slash where that is what was typed.
  static let items = offered { completion in
    let all = try completion.database().itemList().items.map(\.item)
    let ofNamed = all.filter { completion.words.contains($0.skill) }
    let items = ofNamed.isEmpty ? all : ofNamed
    let short = { (item: Item) in String(item.slug.dropFirst(item.skill.count + 1)) }
    let isShort =
      !completion.prefix.isEmpty && !items.contains { $0.slug.hasPrefix(completion.prefix) }
    let uses = Dictionary(grouping: all, by: short)
    return items.compactMap { item in
      if isShort, uses[short(item)]?.count != 1 { return nil }
      return Candidate(isShort ? short(item) : item.slug, completion.say(item.title))
    }
  }

  /// The newest check-ins, the last one first.
  static let checkIns = offered(newestCheckIns)

  /// The newest check-ins, then what logbooks hold.
  static let removable = offered { completion in
    try newestCheckIns(completion)
      + completion.database().newestRecords(limit: 40).filter {
        Strop.removable.contains($0.kind.type)
      }.map { Candidate($0.shortID, completion.phrases.summary($0)) }
  }

  private static func newestCheckIns(_ completion: Completion) throws -> [Candidate] {
    try completion.database().log(LogRequest(limit: 40)).checkIns.reversed().map {
      Candidate($0.shortID, completion.phrases.summary($0.checkIn))
    }
  }

  /// What goes by an id, of whatever kind.
  static let records = offered { completion in
    try completion.database().newestRecords(limit: 40).map {
      Candidate($0.shortID, completion.phrases.summary($0))
    }
  }

  /// The keys of settings.
  static let settings = offered { completion in
    SettingKey.all.map { Candidate($0.name, completion.say($0.meaning)) }
  }

  /// The values of the setting named just before, where they are a few known ones.
  static let settingValues = offered { completion in
    let key = completion.previous.flatMap { SettingKey(named: $0) }
    return (key?.choices() ?? []).map { Candidate($0) }
  }

  /// Days that have been, as one types them, each with its date.
  static let pastDays = days(["today", "yesterday", "2d"], .latest)
  /// Days to come.
  static let comingDays = days(["today", "tomorrow"], .earliest)

  /// This week and the eight before it.
  static let weeks = periods(.week, 8)

  /// This month and the eleven before it.
  static let months = periods(.month, 11)
  /// This quarter and the seven before it.
  static let quarters = periods(.quarter, 7)

  static let channels = CompletionKind.list(
    Reminder.Channel.allCases.map(\.rawValue))
  static let itemStates = CompletionKind.list(ItemProgress.State.allCases.map(\.rawValue))
  static let hardware = CompletionKind.list(Item.Hardware.allCases.map(\.rawValue))

  /// This one, and so many before it, each with its dates.
  private static func periods(_ unit: Period.Unit, _ count: Int) -> CompletionKind {
    offered { completion in
      let current = Period(unit, holding: try completion.database().today)
      func candidate(_ text: String, _ period: Period) -> Candidate {
        Candidate(text, completion.phrases.range(period.days))
      }
      return [candidate("last", current.earlier(by: 1))]
        + (0...count).map { candidate(current.earlier(by: $0).written, current.earlier(by: $0)) }
    }
  }

  private static func days(
    _ words: [String], _ reading: DayPhrase.WeekdayReading
  ) -> CompletionKind {
    let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    return offered { completion in
      let today = try? completion.database().today
      return (words + weekdays).map { word in
        let day = today.flatMap { DayPhrase.parse(word, today: $0, weekday: reading) }
        return Candidate(word, day.map(completion.phrases.longDay) ?? "")
      }
    }
  }

  /// What `source` finds; nothing where it fails, since a shell has no place for an error.
  static func offered(
    _ source: @escaping @Sendable (Completion) throws -> [Candidate]
  ) -> CompletionKind {
    .custom { words, index, prefix in
      let completion = Completion(words: words, index: index, prefix: prefix)
      return ((try? source(completion)) ?? []).compactMap(\.offered)
    }
  }
}
