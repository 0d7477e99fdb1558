package import StropCore
import StropStore

/// How a bug was closed, as typed.
package struct BugClosing: Sendable {
  package let cause: String
  package let bugClass: Bug.Class
  package let fix: String?

  package init(cause: String, bugClass: Bug.Class, fix: String?) {
    self.cause = cause
    self.bugClass = bugClass
    self.fix = fix
  }
}

extension Strop {
  /// Begins to hunt a bug. It is practice where something was typed about that.
  ///
  /// - Throws: `Failure`; nothing is recorded then.
  package func openBug(_ symptom: String, _ request: WorkRequest) async throws -> Recorded<BugCard>
  {
    let bug = Bug(
      id: newID(), symptom: try required(symptom, "SYMPTOM"), opened: moment(on: today))
    let work = request.isEmpty ? nil : try await work(request, of: .bugs)
    return try write { transaction in
      try transaction.append(
        [bug.creation] + (work.map { patches($0, backedBy: .bug, bug.id) } ?? []),
        command: "bug open")
      return try recorded(card(of: bug, transaction.reader), work, transaction.reader)
    }
  }

  /// Records what may cause a bug, and what trying it showed.
  ///
  /// - Throws: `Failure`; `.bugIsClosed` among them.
  package func tryBug(
    _ name: String, _ text: String, _ result: Hypothesis.Result, _ request: WorkRequest
  ) async throws -> Recorded<BugCard> {
    let text = try required(text, "HYPOTHESIS")
    let work = try await work(request, of: .bugs)
    return try write { transaction in
      let bug = try openBug(named: name, transaction.reader)
      let hypothesis = Hypothesis(
        id: newID(), bug: bug.id, text: text, result: result, moment: work.checkIn.moment,
        checkIn: work.checkIn.id)
      try transaction.append(
        [hypothesis.creation] + patches(work, backedBy: .bug, bug.id), command: "bug try")
      return try recorded(card(of: bug, transaction.reader), work, transaction.reader)
    }
  }

  /// Closes a bug whose cause is known.
  ///
  /// - Throws: `Failure`; `.bugIsClosed` among them.
  package func closeBug(
    _ name: String, _ closing: BugClosing, _ request: WorkRequest
  ) async throws -> Recorded<BugCard> {
    let cause = try required(closing.cause, "--cause")
    let fix = try await codeReference(closing.fix)
    var work = try await work(request, of: .bugs)
    work.evidence += [fix?.attachment].compactMap(\.self)
    return try write { transaction in
      var bug = try openBug(named: name, transaction.reader)
      let old = bug
      bug.closing = Bug.Closing(
        at: environment.now, day: today, cause: cause, bugClass: closing.bugClass,
        fix: fix?.value)
      try transaction.append(
        bug.changes(from: old) + patches(work, backedBy: .bug, bug.id), command: "bug close")
      return try recorded(card(of: bug, transaction.reader), work, transaction.reader)
    }
  }

  /// Bugs that are not removed.
  ///
  /// `isOpen`: only those that are, or are not; `bugClass`: only those that were closed as such.
  package func bugs(isOpen: Bool? = nil, bugClass: Bug.Class? = nil) throws -> BugList {
    try read { reader in
      let counts = try reader.hypothesisCounts()
      let bugs = try reader.bugs().filter { bug in
        (isOpen.map { $0 == (bug.closing == nil) } ?? true)
          && (bugClass.map { $0 == bug.closing?.bugClass } ?? true)
      }
      return BugList(
        bugs: try bugs.map {
          BugLine(listed: try reader.listed($0, .bug), hypotheses: counts[$0.id] ?? 0)
        },
        isFiltered: isOpen != nil || bugClass != nil, zone: zone, now: environment.now)
    }
  }

  /// A bug with all that was tried.
  ///
  /// - Throws: `LogbookFailure.unknownEntry`, `.ambiguousEntry`, `.ambiguousID`.
  package func bug(_ name: String) throws -> BugCard {
    try read { reader in try card(of: bug(named: name, reader), reader) }
  }

  package func bugStatistics() throws -> BugStatistics {
    try read { reader in
      BugStatistics(
        try reader.bugs(), hypotheses: try reader.hypothesisCounts(), now: environment.now)
    }
  }

  private func openBug(named name: String, _ reader: Reader) throws -> Bug {
    let bug = try bug(named: name, reader)
    if let closing = bug.closing {
      throw Failure.logbook(.bugIsClosed(id: try reader.shortID(bug.id, in: .bug), closing.day))
    }
    return bug
  }

  private func bug(named name: String, _ reader: Reader) throws -> Bug {
    let bugs = try reader.bugs()
    return try reader.entry(
      name, of: .bug, among: [bugs.filter { $0.closing == nil }, bugs], text: \.symptom)
  }

  func card(of bug: Bug, _ reader: Reader) throws -> BugCard {
    let steps = try reader.hypotheses(of: bug.id).map { try reader.step($0, checkIn: $0.checkIn) }
    return BugCard(
      line: BugLine(listed: try reader.listed(bug, .bug), hypotheses: steps.count), steps: steps,
      zone: zone, now: environment.now, today: today)
  }
}
