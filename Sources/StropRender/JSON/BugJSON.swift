package import StropCore

extension JSONRenderer {
  /// `strop bug open`, `try` and `close`.
  package func bug(_ recorded: Recorded<BugCard>) -> JSON {
    root([
      ("bug", .object(members(recorded.shown))),
      ("checkin", recorded.practice.map { checkIn($0.shown.logged) } ?? .null),
    ])
  }

  /// `strop bug show`.
  package func bug(_ card: BugCard) -> JSON { root([("bug", .object(members(card)))]) }

  /// `strop bug list`.
  package func bugs(_ list: BugList) -> JSON {
    root([("bugs", .array(list.bugs.map { .object(members($0, list.zone)) }))])
  }

  /// `strop bug stats`: how many were closed of every class, also of those that none is of.
  package func bugStatistics(_ statistics: BugStatistics) -> JSON {
    root([
      ("closed", .number(statistics.closed)),
      ("open", .number(statistics.open)),
      ("medianHours", .optional(statistics.medianHours)),
      (
        "byClass",
        .object(
          Bug.Class.allCases.map { bugClass in
            let line = statistics.byClass.first { $0.bugClass == bugClass }
            return (bugClass.rawValue, .number(line?.closed ?? 0))
          })
      ),
      ("hypothesesPerBug", .optional(statistics.hypothesesPerBug)),
    ])
  }

  func members(_ card: BugCard) -> [(name: String, value: JSON)] {
    members(card.line, card.zone) + [("hypotheses", .array(card.steps.map { step($0, card.zone) }))]
  }

  private func members(_ line: BugLine, _ zone: Zone) -> [(name: String, value: JSON)] {
    let bug = line.bug
    return [
      ("id", .string(bug.id)),
      ("symptom", .string(bug.symptom)),
      ("class", .optional(bug.closing?.bugClass.rawValue)),
      ("opened", instant(bug.opened.at, zone)),
      ("closed", bug.closing.map { instant($0.at, zone) } ?? .null),
      ("cause", .optional(bug.closing?.cause)),
      ("fix", .optional(bug.closing?.fix)),
      ("tried", .number(line.hypotheses)),
    ]
  }

  private func step(_ step: Step<Hypothesis>, _ zone: Zone) -> JSON {
    .object([
      ("id", .string(step.entry.id)),
      ("hypothesis", .string(step.entry.text)),
      ("result", .string(step.entry.result.rawValue)),
      ("at", instant(step.entry.moment.at, zone)),
      ("day", .string(step.entry.moment.day.iso)),
      ("minutes", .optional(step.minutes)),
      ("note", .optional(step.note)),
    ])
  }

  func instant(_ instant: Instant, _ zone: Zone) -> JSON {
    .string(instant.rfc3339(offset: zone.offset(instant)))
  }
}
