package import StropCore
import Foundation
import StropStore

/// A command to be run and watched, as typed.
package struct RunRequest: Sendable {
  /// The program and its arguments.
  package let command: [String]
  /// A file of JSON lines into which it writes what it measures.
  package let metrics: String?
  /// Whether standard output is left to strop, so that what it prints goes to standard error.
  package let isApart: Bool

  package init(command: [String], metrics: String?, isApart: Bool = false) {
    self.command = command
    self.metrics = metrics
    self.isApart = isApart
  }
}

/// A command that was run, and what was recorded of it.
package struct EndedRun: Sendable {
  package let run: WatchedRun
  /// How its command ended: the exit code, or the signal.
  package let exit: Int
  package let signal: Int32?
  /// Why its end could not be recorded; nil where it was.
  package let problem: Failure?
  /// A file of metrics into which it wrote nothing; nil where there is none.
  package let emptyMetrics: String?
  /// Whether the command had a terminal of its own.
  package let wasOnTerminal: Bool
  /// Waits until nothing that the command left behind can print any more.
  package let drain: @Sendable () -> Void
}

/// What a run gave.
struct Measured: Sendable {
  let run: Run
  let metrics: [Metric]
  /// What was looked for on its standard output.
  let value: Double?
}

extension Strop {
  /// Runs a command for an experiment; its start is recorded before it begins.
  ///
  /// - Throws: `Failure`; nothing was run then.
  package func runExperiment(_ name: String, _ request: RunRequest) async throws -> EndedRun {
    let parent: Subject
    do {
      parent = try read { try experiment(named: name, $0).subject }
    } catch Failure.logbook(.unknownEntry) {
      throw Failure.run(.notPlanned(name))
    }
    return try await run(request, for: parent, command: "experiment run", finding: nil) { _, _ in []
    }
  }

  /// Runs a command, and records it as one batch.
  ///
  /// `parent`: what it is run for; `command`: what the user typed, as undo names it.
  /// `key`: of the value that is looked for in the last line of JSON on its standard output; nil for none.
  /// `conclude`: what more is recorded of its end, given what was measured; nothing where it is not recorded.
  func run(
    _ request: RunRequest, for parent: Subject, command name: String, finding key: String?,
    starting: [Patch] = [], conclude: (Reader, Measured) throws -> [Patch]
  ) async throws -> EndedRun {
    var command = try WatchedCommand(request.command, environment)
    command.key = key
    command.isApart = request.isApart
    // While the run is recorded; asked once it goes on, git could tell of what the command itself did.
    let search = Task { await environment.code() }
    let path = request.metrics.map(environment.absolute)
    let metrics = path.map(MetricsFile.init)
    let secrets = environment.variables.filter { SecretMask.isName($0.key) }.map(\.value)
    var run = Run(
      id: newID(), parent: parent, started: moment(on: today),
      command: String(
        SecretMask.masked(request.command.joined(separator: " "), known: secrets)
          .prefix(Strop.commandLimit)),
      host: environment.host, directory: environment.workingDirectory.path)
    let lock = try RunLock(id: run.id, databasePath: store.path)
    let started = run
    let batch = try write { try $0.append([started.creation] + starting, command: name) }
    run.code = await search.value
    let facts = RunFacts(of: run, recorded: started, environment) {
      try self.record($0, continuing: batch)
    }
    let end: WatchedCommand.End
    do {
      end = try await command.run()
    } catch {
      run.end = Run.End(at: environment.now, exit: 126)
      try? record(run.changes(from: started), continuing: batch)
      lock.end()
      throw error
    }
    let known = await facts.end()
    run = known.run
    let later = environment.later(by: end.took)
    run.end = Run.End(at: later.now, exit: end.exit)
    run.tail = end.tail.map { SecretMask.masked($0, known: secrets) }
    let values = metrics?.read()
    let measured = (values ?? []).map { Metric(run: run.id, name: $0.name, number: $0.number) }
    let found = Measured(
      run: run, metrics: measured,
      value: key.flatMap { key in end.lastLine.flatMap { MetricsFile.number(key, in: $0) } })
    let changes = run.changes(from: known.recorded) + measured.map(\.creation)
    let problem = patiently {
      // What lay there for long can be another database by now, or have tables of another form.
      let strop =
        end.took < RunFacts.short
        ? at(later) : try Strop.open(later, path: store.path, .existing)
      try strop.write { transaction in
        let more = try conclude(transaction.reader, found)
        _ = try transaction.append(changes + more, command: nil, continuing: batch)
      }
    }
    if problem == nil { lock.end() }
    // Whatever became of the database, the command has ended, and its exit code counts.
    let listed =
      (try? read { try $0.listed(run, .run) })
      ?? Listed(
        run, shortID: String(run.id.prefix(Identifier.shortest)), fields: Kind.run.fields(of:))
    return EndedRun(
      run: WatchedRun(listed: listed, state: .finished, metrics: measured),
      exit: end.exit, signal: end.signal, problem: problem,
      emptyMetrics: values?.isEmpty ?? true ? path.map(environment.abbreviated) : nil,
      wasOnTerminal: end.wasOnTerminal, drain: end.drain)
  }

  /// How often a database that is held by another command is waited for.
  private static let patience = 12

  /// Records something that must not be lost because another command, such as an import, takes its time.
  ///
  /// - Returns: why it could not be recorded; nil where it was.
  private func patiently(_ body: () throws -> Void) -> Failure? {
    var last: Failure?
    for _ in 0..<Strop.patience {
      do {
        try body()
        return nil
      } catch let failure as Failure {
        last = failure
        switch failure {
        case .busy, .store(.busy, _, _): continue
        default: return failure
        }
      } catch {
        return .store(.other("\(error)"), path: store.path, restoring: nil)
      }
    }
    return last
  }

  /// In characters.
  private static let commandLimit = 2_000

  /// The same over the same database, some time later.
  private func at(_ environment: Environment) -> Strop {
    Strop(
      environment: environment, store: store, settings: settings, zone: zone, today: today,
      firstRun: nil)
  }

  private func record(_ patches: [Patch], continuing batch: String?) throws {
    _ = try write { try $0.append(patches, command: nil, continuing: batch) }
  }
}

/// What is found out of a run while it goes on. It is recorded with its end, or by itself where that takes long.
private struct RunFacts {
  struct Known: Sendable {
    let run: Run
    /// What of it stands in the journal.
    let recorded: Run
  }

  /// How long a run is short.
  static let short = Duration.seconds(2)

  private let wait: Task<Void, Never>
  private let known: Task<Known, Never>

  init(
    of run: Run, recorded: Run, _ environment: Environment,
    record: @escaping @Sendable ([Patch]) throws -> Void
  ) {
    let search = Task {
      var found = run
      found.gpus = await environment.gpus()
      return found
    }
    let wait = Task { _ = try? await Task.sleep(for: RunFacts.short) }
    self.wait = wait
    known = Task {
      await wait.value
      let found = await search.value
      guard !wait.isCancelled, found != recorded,
        (try? record(found.changes(from: recorded))) != nil
      else { return Known(run: found, recorded: recorded) }
      return Known(run: found, recorded: found)
    }
  }

  /// What is known at the run's end.
  func end() async -> Known {
    wait.cancel()
    return await known.value
  }
}
