import Foundation
package import StropCore
import StropStore

/// A proposal that the user took up, with what was typed of it.
package struct CollectedCheckIn: Sendable {
  package let proposal: CommitProposal
  package let skill: String
  package let minutes: String?

  package init(_ proposal: CommitProposal, skill: String, minutes: String?) {
    self.proposal = proposal
    self.skill = skill
    self.minutes = minutes
  }
}

extension Strop {
  /// How far back it looks where nothing is said: what one still remembers.
  private static let collectedDays = 14

  /// Looks for the user's own commits that back nothing yet, and records nothing.
  ///
  /// `repositories`: paths; none for this directory's. `since`: the first day, as typed.
  /// - Throws: `Failure` of days; `.badEvidence` for what is no repository, or where git knows no e-mail; `.programNotRun`.
  package func collectCommits(
    in repositories: [String], since: String?
  ) async throws -> CommitCollection {
    let first = try since.map { try pastDay($0) } ?? today - (Strop.collectedDays - 1)
    guard let git = environment.program("git") else {
      throw Failure.badEvidence(repositories.first ?? ".", .noGit)
    }
    let known = try read(recordedCommits)
    var (proposals, addresses, recorded): ([CommitProposal], [String], Int) = ([], [], 0)
    for (root, address) in try await ownRepositories(repositories, git) {
      let commits = try await commits(
        in: GitRepository(git: git, directory: root), by: address, since: first)
      let new = commits.filter { !known.contains($0.sha) }
      addresses.append(address)
      recorded += commits.count - new.count
      let skill = try read { try $0.skill(lastBackedBy: root) }
      let days = Dictionary(grouping: new) { zone.day(at: $0.at, dayStart: settings.dayStart) }
      for (day, commits) in days where (first...today).contains(day) {
        proposals.append(
          CommitProposal(
            repository: root, shownRepository: environment.abbreviated(root), day: day,
            commits: commits, skill: skill, checkIns: try read { try checkIns(on: day, $0) }))
      }
    }
    return CommitCollection(
      proposals: proposals.sorted { ($0.day, $0.repository) < ($1.day, $1.repository) },
      days: first...today, addresses: addresses.uniqued(), recorded: recorded,
      zone: zone)
  }

  /// The commits that back anything, by their SHAs, in whichever copy of a repository.
  private func recordedCommits(_ reader: Reader) throws -> Set<String> {
    Set(
      try reader.evidenceInUse().filter { $0.kind == .commit }.map { CommitName($0.value).sha })
  }

  /// Records the proposals that were taken up, all of them or, where it throws, none; without commits that were recorded
  /// since it looked.
  ///
  /// - Throws: `Failure`.
  package func record(_ collected: [CollectedCheckIn]) throws -> [Receipt<ChangedCheckIn>] {
    let minutes = try collected.map { try self.minutes($0.minutes) }
    return try write { transaction in
      var patches: [Patch] = []
      var ids: [String] = []
      let known = try recordedCommits(transaction.reader)
      for (one, minutes) in zip(collected, minutes) {
        let commits = one.proposal.commits.filter { !known.contains($0.sha) }
        guard !commits.isEmpty else { continue }
        let checkIn = CheckIn(
          id: newID(), skill: try transaction.reader.skill(named: one.skill).slug, item: nil,
          moment: moment(on: one.proposal.day), minutes: minutes,
          note: try note(String(one.proposal.note.prefix(Strop.collectedNote))))
        let attached = commits.suffix(Strop.evidenceLimit).map {
          Attachment(kind: .commit, value: one.proposal.repository + "@" + $0.sha, sha256: nil)
        }
        patches += [checkIn.creation] + self.patches(attaching: attached, to: checkIn.subject)
        ids.append(checkIn.id)
      }
      try transaction.append(patches, command: "evidence collect")
      return try ids.map { try receipt(.added, $0, transaction.reader) }
    }
  }

  /// The most characters of a note that is made of what commits say.
  private static let collectedNote = 1_000

  private func checkIns(on day: Day, _ reader: Reader) throws -> [Listed<CheckIn>] {
    try reader.checkIns(CheckInFilter(days: day...day)).map { try reader.listed($0, .checkIn) }
  }

  /// Each repository once, by its absolute path, with the user's e-mail there.
  private func ownRepositories(
    _ typed: [String], _ git: String
  ) async throws -> [(root: String, address: String)] {
    var found: [(root: String, address: String)] = []
    for path in typed.isEmpty ? ["."] : typed {
      let directory = environment.absolute(path)
      let shown = environment.abbreviated(directory)
      let asked = GitRepository(git: git, directory: directory)
      guard environment.isThere(directory),
        let root = try await asked.ask("rev-parse", "--show-toplevel")
      else { throw Failure.badEvidence(path, .notRepository(directory: shown)) }
      guard let address = try await asked.ask("config", "user.email"),
        !address.isEmpty
      else { throw Failure.badEvidence(path, .noAddress(repository: shown)) }
      if !found.contains(where: { $0.root == root }) { found.append((root, address)) }
    }
    return found
  }

  /// The user's commits on any branch, oldest first; of the same work committed twice, as a rebase leaves it, one.
  private func commits(
    in repository: GitRepository, by address: String, since day: Day
  ) async throws -> [CommitProposal.Commit] {
    // A commit is made no earlier than its author wrote it, so that none is left out by when it was made.
    let since = beginning(of: day).rfc3339(offset: 0)
    let listed = try await repository.ask(
      "-c", "i18n.logOutputEncoding=UTF-8", "log", "--branches", "HEAD", "--no-merges",
      "--no-show-signature", "--since=" + since, "--format=%H%x1f%at%x1f%ae%x1f%aE%x1f%s")
    guard let listed else {
      let head = try await repository.ask("rev-parse", "--verify", "HEAD")
      guard head == nil else { throw Failure.programNotRun("git", reason: "git log") }
      return []
    }
    let own = address.lowercased()
    var seen: Set<[String]> = []
    return listed.split(separator: "\n").compactMap { line -> CommitProposal.Commit? in
      let parts = line.split(
        separator: "\u{1f}", maxSplits: 4, omittingEmptySubsequences: false
      ).map(String.init)
      guard parts.count == 5, let seconds = Int64(parts[1]),
        [parts[2], parts[3]].contains(where: { $0.lowercased() == own }),
        seen.insert([parts[1], parts[4]]).inserted
      else { return nil }
      return CommitProposal.Commit(
        sha: parts[0], subject: parts[4], at: Instant(milliseconds: seconds * 1_000))
    }.sorted { ($0.at, $0.sha) < ($1.at, $1.sha) }
  }
}
