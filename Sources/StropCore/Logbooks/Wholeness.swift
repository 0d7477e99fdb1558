// What makes a logbook's entry whole, so that evidence that names it can be verified. docs/logbooks.md has the rules in
// words. What is not whole is evidenced where it names something that can be looked at.

extension PaperCard {
  /// Read for its content at least once: pass 2 or 3.
  package var isWhole: Bool { steps.contains { $0.entry.pass ?? 0 >= 2 } }
}

extension Judgement {
  /// Came out, and was never withdrawn.
  package var isWhole: Bool {
    withdrawn == nil && [.yes, .no].contains(resolution?.outcome)
  }
}

extension JudgementLine {
  package var level: EvidenceLevel {
    judgement.isWhole ? .verified : EvidenceLevel(of: evidence)
  }
}

extension ReproductionCard {
  /// Finished with a verdict of several seeds, each of whose runs names the code that ran.
  package var isWhole: Bool {
    reproduction.state == .finished && [.reproduced, .notReproduced].contains(verdict)
      && claims.allSatisfy { $0.runs.allSatisfy { $0.commit != nil } }
  }

  package var level: EvidenceLevel {
    isWhole ? .verified : runs.contains { $0.entry.commit != nil } ? .evidenced : .claimed
  }
}

extension Bug {
  /// Closed with a cause, after something that was tried confirmed it.
  package func isWhole(_ hypotheses: [Hypothesis]) -> Bool {
    closing != nil && hypotheses.contains { $0.result == .confirmed }
  }
}

extension BugCard {
  package var level: EvidenceLevel {
    bug.isWhole(steps.map(\.entry))
      ? .verified : bug.closing?.fix != nil ? .evidenced : .claimed
  }
}

extension ExperimentCard {
  /// Ended with a verdict, on a prediction that was written before the first run, by a run that ended well.
  package var isWhole: Bool {
    experiment.ending != nil && predictedBeforeRun == true
      && runs.contains { $0.run.end?.exit == 0 }
  }

  package var level: EvidenceLevel {
    isWhole ? .verified : runs.isEmpty ? .claimed : .evidenced
  }
}
