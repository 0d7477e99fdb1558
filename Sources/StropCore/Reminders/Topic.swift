extension Reminder {
  package enum Kind: String, CaseIterable, Sendable {
    /// Practise a skill; silent once it is practised that day.
    case skill
    /// Practise, on days only when little or no slack is left.
    case slack
    /// A skill outside the focus that was not practised for long.
    case retest
    /// An item of the checklist, until it is done.
    case item
    /// Judgements whose day has come, while any waits for its outcome.
    case judgements
    /// The weekly report.
    case report
    /// The user's own words.
    case text
  }

  /// What a reminder is about; what decides whether it is needed.
  package enum Topic: Hashable, Sendable {
    case skill(String)
    /// Needed while 0 to `atMost` days of slack are left: 0 only where the week would be missed.
    /// Of one skill, or of every one in the focus where it is nil.
    case slack(atMost: Int, skill: String?)
    /// Of one skill, or of whichever is most overdue where it is nil.
    case retest(skill: String?)
    /// By its slug.
    case item(String)
    case judgements
    case report
    case text(String)

    /// Days of slack that a rule can name: a week has six days after its first.
    package static let slacks = 0...6

    package var kind: Kind {
      switch self {
      case .skill: .skill
      case .slack: .slack
      case .retest: .retest
      case .item: .item
      case .judgements: .judgements
      case .report: .report
      case .text: .text
      }
    }

    /// The one skill that it names, if any.
    package var skill: String? {
      switch self {
      case .skill(let slug): slug
      case .slack(_, let slug), .retest(let slug): slug
      case .item, .judgements, .report, .text: nil
      }
    }

    package var item: String? {
      if case .item(let slug) = self { slug } else { nil }
    }

    package var text: String? {
      if case .text(let text) = self { text } else { nil }
    }

    package var slack: Int? {
      if case .slack(let days, _) = self { days } else { nil }
    }

    /// Nil where a field that the kind needs is missing or out of range.
    init?(row: Fields) {
      let skill = row["skill"]?.text
      switch row["kind"]?.text.flatMap(Kind.init(rawValue:)) {
      case .skill:
        guard let skill else { return nil }
        self = .skill(skill)
      case .slack:
        guard let days = row["slack"]?.integer, Topic.slacks.contains(days) else {
          return nil
        }
        self = .slack(atMost: days, skill: skill)
      case .retest: self = .retest(skill: skill)
      case .item:
        guard let item = row["item"]?.text else { return nil }
        self = .item(item)
      case .judgements: self = .judgements
      case .report: self = .report
      case .text:
        guard let text = row["text"]?.text else { return nil }
        self = .text(text)
      case nil: return nil
      }
    }

    var fields: Fields {
      [
        "kind": .text(kind.rawValue), "skill": .optional(skill), "item": .optional(item),
        "text": .optional(text), "slack": slack.map { .integer(Int64($0)) } ?? .null,
      ]
    }
  }
}
