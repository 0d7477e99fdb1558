import Foundation
package import StropCore
import StropStore

extension Strop {
  private enum Finding: Hashable {
    case holds
    case fails(Evidence.Problem)
    /// Not to be told on this machine.
    case elsewhere
    /// Not to be told without the network.
    case link
  }

  /// Checks again all evidence that can be checked on this machine, and records what was found.
  ///
  /// `since`: only what was attached on that day or later.
  /// - Throws: `Failure` of days; `.programNotRun`.
  package func verifyEvidence(since: String?) async throws -> VerificationSummary {
    let day = try since.map { try pastDay($0) }
    let evidence = try read { try $0.evidenceInUse(since: day.map(beginning)) }
    let git = environment.program("git")
    var findings: [Finding] = []
    var addresses: [String: String?] = [:]
    let meter = ProgressMeter(environment.reportProgress)
    defer { meter.end() }
    for one in evidence {
      meter.tell(WorkProgress(.verifying, Int64(findings.count), of: Int64(evidence.count)))
      findings.append(
        one.kind == .commit
          ? try await commit(one, git, &addresses) : try finding(one))
    }
    return try write { transaction in
      var patches: [Patch] = []
      var (failed, elsewhere): ([Listed<Evidence>], [Listed<Evidence>]) = ([], [])
      var titles: [String: String] = [:]
      for (one, finding) in zip(evidence, findings) {
        var new = one
        switch finding {
        case .holds: new.verification = Evidence.Verification(at: environment.now)
        case .fails(let problem):
          new.verification = Evidence.Verification(at: environment.now, problem: problem)
          failed.append(try transaction.reader.listed(new, .evidence))
          titles[one.value] = try cited(one, transaction.reader).title
        case .elsewhere: elsewhere.append(try transaction.reader.listed(new, .evidence))
        case .link: break
        }
        if isNews(new.verification, after: one.verification) { patches += new.changes(from: one) }
      }
      try transaction.append(patches, command: "evidence verify")
      return VerificationSummary(
        verified: findings.count { $0 == .holds }, failed: failed, elsewhere: elsewhere,
        links: findings.count { $0 == .link }, since: day, titles: titles)
    }
  }

  /// Whether a finding says more than the one before: another thing, or the same on another day.
  private func isNews(
    _ new: Evidence.Verification?, after old: Evidence.Verification?
  ) -> Bool {
    func day(_ verification: Evidence.Verification) -> Day {
      zone.day(at: verification.at, dayStart: settings.dayStart)
    }
    guard let new, let old else { return new != old }
    return new.problem != old.problem || day(new) != day(old)
  }

  /// The instant at which a day of practice begins.
  func beginning(of day: Day) -> Instant {
    let local =
      Int64(day.number) * 86_400_000 + Int64(settings.dayStart.minutes) * 60_000
    return Instant(
      milliseconds: local - Int64(zone.offset(Instant(milliseconds: local))) * 1_000)
  }

  /// `addresses`: the user's e-mail in each repository that was asked; nil where there is none.
  private func commit(
    _ evidence: Evidence, _ git: String?, _ addresses: inout [String: String?]
  ) async throws -> Finding {
    let name = CommitName(evidence.value)
    guard let git, let directory = name.repository, environment.isThere(directory) else {
      return .elsewhere
    }
    let repository = GitRepository(git: git, directory: directory)
    if addresses[directory] == nil {
      let isRepository = try await repository.ask("rev-parse", "--git-dir") != nil
      addresses[directory] =
        isRepository ? try await repository.ask("config", "user.email") : .some(nil)
    }
    guard let address = addresses[directory] ?? nil else { return .elsewhere }
    return try await repository.problem(with: name.sha, by: address).map(Finding.fails) ?? .holds
  }

  private func finding(_ evidence: Evidence) throws -> Finding {
    switch evidence.kind {
    case .url, .arxiv: return .link
    case .commit: return .elsewhere
    case .file:
      guard let recorded = evidence.sha256,
        let digest = try environment.digest(ofFile: evidence.value)
      else { return .elsewhere }
      return digest == recorded ? .holds : .fails(.changed)
    case .paper, .judgement, .reproduction, .bug, .experiment, .run:
      return try read { try entry(evidence, $0) }.map(Finding.fails) ?? .holds
    }
  }

  /// Why a logbook's entry does not hold; nil where it does.
  private func entry(_ evidence: Evidence, _ reader: Reader) throws -> Evidence.Problem? {
    func kept<Value>(
      _ kind: Kind<Value>, _ isRemoved: (Value) -> Bool, _ isWhole: (Value) throws -> Bool
    ) throws -> Evidence.Problem? {
      guard let value = try reader.one(kind, evidence.value), !isRemoved(value) else {
        return .gone
      }
      return try isWhole(value) ? nil : .incomplete
    }
    switch evidence.kind {
    case .paper:
      return try kept(.paper, \.removed) { try card(of: $0.id, reader).isWhole }
    case .judgement: return try kept(.judgement, \.removed, \.isWhole)
    case .reproduction:
      return try kept(.reproduction, \.removed) { try card(of: $0, reader).isWhole }
    case .bug:
      return try kept(.bug, \.removed) { $0.isWhole(try reader.hypotheses(of: $0.id)) }
    case .experiment:
      return try kept(.experiment, \.removed) { try card(of: $0, reader).isWhole }
    case .run:
      guard let run = try reader.one(.run, evidence.value), !run.removed else { return .gone }
      return run.end?.exit == 0 ? nil : .failed
    case .url, .arxiv, .file, .commit: return nil
    }
  }
}
