package import StropCore

extension JSONRenderer {
  /// `strop paper read`, and `add`, which makes no check-in.
  package func paper(_ recorded: Recorded<PaperCard>) -> JSON {
    root([
      ("paper", object(recorded.shown)),
      ("checkin", recorded.practice.map { checkIn($0.shown.logged) } ?? .null),
    ])
  }

  /// `strop paper show`.
  package func paper(_ card: PaperCard) -> JSON { root([("paper", object(card))]) }

  /// `strop paper list`.
  package func papers(_ list: PaperList) -> JSON {
    root([
      ("papers", .array(list.papers.map { .object(members($0, list.zone)) })),
      ("moreListed", .number(list.moreListed)),
    ])
  }

  private func object(_ card: PaperCard) -> JSON {
    .object(
      members(card.line, card.zone) + [
        ("otherTitle", .optional(card.otherTitle)),
        ("readings", .array(card.steps.map { step($0, card.zone) })),
        ("judgements", .array(card.judgements.map { judgement($0, card.zone) })),
      ])
  }

  private func members(_ line: PaperLine, _ zone: Zone) -> [(name: String, value: JSON)] {
    [
      ("id", .string(line.key)),
      ("title", .string(line.title)),
      ("authors", .optional(line.authors)),
      ("year", .optional(line.year)),
      ("url", .string(line.url)),
      ("skill", .optional(line.skill)),
      ("added", line.added.map { instant($0.at, zone) } ?? .null),
      ("listed", .bool(line.isListed)),
      ("read", .number(line.readings.count)),
      ("pass", .optional(line.pass)),
      ("firstRead", .optional(line.firstRead?.iso)),
      ("lastRead", .optional(line.lastRead?.iso)),
      ("lagMonths", .optional(line.lagMonths)),
      ("judged", .number(line.judgements.count)),
    ]
  }

  private func step(_ step: Step<Reading>, _ zone: Zone) -> JSON {
    .object([
      ("id", .string(step.entry.id)),
      ("pass", .optional(step.entry.pass)),
      ("at", instant(step.entry.moment.at, zone)),
      ("day", .string(step.entry.moment.day.iso)),
      ("minutes", .optional(step.minutes)),
      ("note", .optional(step.note)),
    ])
  }

  /// `strop paper judge`.
  package func judgement(_ recorded: Recorded<JudgementLine>, _ zone: Zone) -> JSON {
    root([
      ("judgement", judgement(recorded.shown, zone)),
      ("checkin", recorded.practice.map { checkIn($0.shown.logged) } ?? .null),
    ])
  }

  /// `strop paper resolve`.
  package func judgement(resolved line: JudgementLine, _ zone: Zone) -> JSON {
    root([("judgement", judgement(line, zone))])
  }

  /// `p` is in percent, as typed.
  func members(_ line: JudgementLine, _ zone: Zone) -> [(name: String, value: JSON)] {
    let judgement = line.judgement
    return [
      ("id", .string(judgement.id)),
      ("paper", .string(judgement.paper)),
      ("claim", .string(judgement.claim)),
      ("p", .number(judgement.probability)),
      ("by", .string(judgement.by.iso)),
      ("rule", .optional(judgement.rule)),
      ("written", instant(judgement.moment.at, zone)),
      ("outcome", .optional(judgement.resolution?.outcome.rawValue)),
      ("resolved", judgement.resolution.map { instant($0.at, zone) } ?? .null),
      ("withdrawn", judgement.withdrawn.map { instant($0, zone) } ?? .null),
      ("overdue", .bool(line.isOverdue)),
      ("evidence", .array(line.evidence.map(evidence))),
    ]
  }

  private func judgement(_ line: JudgementLine, _ zone: Zone) -> JSON {
    .object(members(line, zone))
  }

  /// `strop paper score`: `open` counts the overdue ones too.
  package func score(_ card: ScoreCard) -> JSON {
    root(
      members(card.score) + [
        ("open", .number(card.open.count)),
        ("overdue", .number(card.overdue.count)),
        ("withdrawn", .number(card.withdrawn.count)),
        ("void", .number(card.void)),
        (
          "judgements",
          .array((card.open + card.withdrawn).map { judgement($0, card.zone) })
        ),
      ])
  }

  /// Probabilities are parts of 1.
  func members(_ score: JudgementScore) -> [(name: String, value: JSON)] {
    [
      ("resolved", .number(score.resolved)),
      ("brier", .optional(score.brier)),
      ("baseRate", .optional(score.baseRate)),
      ("baseRateBrier", .optional(score.baseRateBrier)),
      ("anecdotal", .bool(score.isAnecdotal)),
      ("buckets", .array(score.buckets.map(bucket))),
    ]
  }

  private func bucket(_ bucket: JudgementScore.Bucket) -> JSON {
    .object([
      ("from", .real(bucket.from)),
      ("to", .real(bucket.to)),
      ("n", .number(bucket.count)),
      ("meanForecast", .real(bucket.meanForecast)),
      ("frequency", .real(bucket.frequency)),
    ])
  }
}
