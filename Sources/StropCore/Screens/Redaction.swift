// What is left of a portfolio's entries without notes, hosts and prices. A path and a command tell of a host as its name
// does, so of a path the last part stays, and no command.

extension PortfolioItem {
  var redacted: PortfolioItem {
    PortfolioItem(
      slug: slug, title: title, doneWhen: doneWhen, progress: progress, level: level,
      evidence: evidence.map {
        CitedEvidence($0.evidence.redacted, title: $0.title, run: $0.run?.redacted)
      })
  }
}

extension JudgementLine {
  var redacted: JudgementLine {
    JudgementLine(
      listed: listed, paperTitle: paperTitle, evidence: evidence.map(\.redacted), today: today)
  }
}

extension ReproductionCard {
  var redacted: ReproductionCard {
    var reproduction = reproduction
    if let ending = reproduction.ending {
      reproduction.ending = Reproduction.Ending(
        isAbandoned: ending.isAbandoned, at: ending.at, day: ending.day, reason: nil)
    }
    return ReproductionCard(
      listed: listed.with(reproduction), sourceTitle: sourceTitle,
      claims: claims.map { ClaimStanding($0.claim, results: $0.runs.map(\.redacted)) },
      runs: runs.map { Step($0.entry.redacted, minutes: $0.minutes, note: nil) }, zone: zone,
      today: today)
  }
}

extension RunResult {
  fileprivate var redacted: RunResult {
    RunResult(
      id: id, reproduction: reproduction, metric: metric, value: value, seed: seed,
      commit: commit.map(lastPart), conditions: conditions, moment: moment, checkIn: checkIn)
  }
}

extension BugCard {
  var redacted: BugCard {
    var bug = bug
    if let closing = bug.closing {
      bug.closing = Bug.Closing(
        at: closing.at, day: closing.day, cause: closing.cause, bugClass: closing.bugClass,
        fix: closing.fix.map(lastPart))
    }
    return BugCard(
      line: BugLine(listed: line.listed.with(bug), hypotheses: line.hypotheses),
      steps: steps.map { Step($0.entry, minutes: $0.minutes, note: nil) }, zone: zone, now: now,
      today: today)
  }
}

extension ExperimentCard {
  var redacted: ExperimentCard {
    ExperimentCard(
      listed: listed,
      runs: runs.map {
        WatchedRun(
          listed: $0.listed.with($0.run.redacted), state: $0.state, metrics: $0.metrics)
      },
      conclusion: conclusion.map { Step($0.entry, minutes: $0.minutes, note: nil) }, price: nil,
      zone: zone, now: now, today: today)
  }
}

extension Run {
  fileprivate var redacted: Run {
    Run(
      id: id, parent: parent, started: started, command: "", host: "", directory: "",
      code: code.map {
        Code(repository: lastPart($0.repository), commit: $0.commit, isDirty: $0.isDirty)
      }, gpus: gpus, end: end, tail: nil)
  }
}

extension Evidence {
  fileprivate var redacted: Evidence {
    Evidence(
      id: id, parent: parent, kind: kind,
      value: [.file, .commit].contains(kind) ? lastPart(value) : value, sha256: sha256,
      verification: verification)
  }
}

extension Listed {
  fileprivate func with(_ value: Value) -> Listed {
    Listed(value, shortID: shortID) { _ in [] }
  }
}

/// Of a path, and of `REPOSITORY@SHA`; an address on the web stays.
private func lastPart(_ text: String) -> String {
  guard text.hasPrefix("/"), let slash = text.lastIndex(of: "/") else { return text }
  return String(text[text.index(after: slash)...])
}
