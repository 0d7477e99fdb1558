package import StropCore

// What was done that another engineer can check.
extension JSONRenderer {
  /// `strop portfolio --format json`: under each ability what is verified first.
  package func portfolio(_ portfolio: Portfolio) -> JSON {
    root([
      ("from", .string(portfolio.days.lowerBound.iso)),
      ("to", .string(portfolio.days.upperBound.iso)),
      ("zone", .string(portfolio.zone.name)),
      ("made", .string(portfolio.today.iso)),
      ("redacted", .bool(portfolio.isRedacted)),
      ("onlyVerified", .bool(portfolio.isOnlyVerified)),
      ("activeDays", .number(portfolio.activeDays)),
      ("minutes", .number(portfolio.minutes())),
      ("abilities", .array(Ability.allCases.map { ability($0, portfolio) })),
      ("calibration", calibration(portfolio)),
      ("skills", .array(portfolio.practice.map(practised))),
    ])
  }

  /// `entries` holds what its logbook has: judgements, reproductions, bugs or experiments.
  private func ability(_ ability: Ability, _ portfolio: Portfolio) -> JSON {
    let counts = portfolio.levels(of: ability)
    let entries =
      switch ability {
      case .papers: sorted(portfolio.judgements, \.level) { members($0, portfolio.zone) }
      case .reproductions: sorted(portfolio.reproductions, \.level, members)
      case .bugs: sorted(portfolio.bugs, \.level, members)
      case .experiments: sorted(portfolio.experiments, \.level, members)
      }
    return .object([
      ("ability", .string(ability.rawValue)),
      ("title", .string(phrases.ability(ability))),
      ("minutes", .number(portfolio.minutes(of: ability))),
      ("levels", levels(counts)),
      (
        "items",
        sorted(portfolio.items.filter { $0.ability == ability }, \.level) {
          members($0, portfolio.zone)
        }
      ),
      ("entries", entries),
    ])
  }

  /// Objects with their levels, the best first.
  private func sorted<Value>(
    _ values: [Value], _ level: (Value) -> EvidenceLevel,
    _ members: (Value) -> [(name: String, value: JSON)]
  ) -> JSON {
    .array(
      EvidenceLevel.allCases.reversed().flatMap { wanted in
        values.filter { level($0) == wanted }.map {
          .object([("level", .string(wanted.rawValue))] + members($0))
        }
      })
  }

  private func members(_ item: PortfolioItem, _ zone: Zone) -> [(name: String, value: JSON)] {
    let progress = item.progress
    return [
      ("slug", .string(item.slug)),
      ("skill", .string(item.skill)),
      ("title", text(item.title)),
      ("doneWhen", .optional(item.doneWhen?[language])),
      ("day", .optional(progress.finished?.day.iso)),
      ("value", .optional(progress.value)),
      ("match", .optional(progress.match)),
      ("unaided", .optional(progress.unaided)),
      ("predicted", .optional(progress.prediction?.text)),
      ("predictedBeforeResult", .optional(progress.prediction.map { !$0.isLate })),
      ("evidence", .array(item.evidence.map { cited($0, zone) })),
    ]
  }

  /// Evidence as elsewhere, with what a logbook calls it, or what was run.
  private func cited(_ cited: CitedEvidence, _ zone: Zone) -> JSON {
    let evidence = cited.evidence
    return .object([
      ("id", .string(evidence.id)),
      ("kind", .string(evidence.kind.rawValue)),
      ("value", .string(evidence.value)),
      ("level", .string(evidence.level.rawValue)),
      ("problem", .optional(evidence.verification?.problem?.rawValue)),
      ("url", .optional(evidence.url)),
      ("sha256", .optional(evidence.sha256)),
      ("title", .optional(cited.title)),
      (
        "run",
        cited.run.map { run in
          .object([
            ("command", .filled(run.command)),
            ("host", .filled(run.host)),
            ("started", instant(run.started.at, zone)),
            ("exit", .optional(run.end?.exit)),
            ("commit", .optional(run.code?.commit)),
            ("dirty", .optional(run.code?.isDirty)),
          ])
        } ?? .null
      ),
    ])
  }

  private func calibration(_ portfolio: Portfolio) -> JSON {
    .object(
      [
        ("papersRead", .number(portfolio.papersRead)),
        ("papersStudied", .number(portfolio.papersStudied)),
        ("open", .number(portfolio.openJudgements)),
        ("withdrawn", .number(portfolio.withdrawnJudgements)),
        ("void", .number(portfolio.voidJudgements)),
      ] + members(portfolio.calibration))
  }

  private func practised(_ skill: Portfolio.PractisedSkill) -> JSON {
    .object([
      ("slug", .string(skill.slug)),
      ("title", text(skill.title)),
      ("days", .number(skill.days)),
      ("minutes", .number(skill.levels.minutes.total)),
      ("minutesByLevel", levels(skill.levels.minutes)),
      ("checkinsByLevel", levels(skill.levels.checkIns)),
    ])
  }
}
