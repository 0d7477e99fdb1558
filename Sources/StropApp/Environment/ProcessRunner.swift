import CLinux
import Foundation
import Subprocess
import SystemPackage

/// Runs other programs, mostly to their ends; the only way in which strop starts one.
package struct ProcessRunner: Sendable {
  package struct Outcome: Hashable, Sendable {
    /// The exit code; 128 + the signal's number where a signal ended it, as in a shell.
    package let status: Int32
    package let output: String
    package let errors: String

    package init(status: Int32, output: String, errors: String) {
      self.status = status
      self.output = output
      self.errors = errors
    }
  }

  /// - Parameters: the program's path, its arguments, its standard input, and variables to set, or with nil to take
  ///   away.
  package let run:
    @Sendable (
      _ program: String, _ arguments: [String], _ input: String, _ variables: [String: String?]
    ) async throws -> Outcome

  package init(
    run: @escaping @Sendable (String, [String], String, [String: String?]) async throws -> Outcome
  ) {
    self.run = run
  }

  /// A program that did not end in time; it and what it started were killed.
  package struct TimedOut: Error, CustomStringConvertible {
    package let limit: Duration

    package var description: String { "it did not end within \(limit.components.seconds) s" }
  }

  /// What a program may print before it is stopped: 16 MiB.
  private static let limit = 16 << 20

  /// Runs programs that end within a minute.
  package static let system = system(within: .seconds(60))

  /// Runs programs that may take `limit`: each in a session of its own, which is killed as a whole when the
  /// time is up. Asking first would spare the children that do not listen: once their parent has ended,
  /// swift-subprocess 1.0.2 ends nothing more.
  ///
  /// - Throws: `TimedOut`; and what kept the program from running.
  package static func system(within limit: Duration) -> ProcessRunner {
    ProcessRunner { program, arguments, input, variables in
      try await withThrowingTaskGroup(of: Outcome?.self) { group in
        defer { group.cancelAll() }
        group.addTask { try await start(program, arguments, input, variables) }
        group.addTask {
          try await Task.sleep(for: limit)
          return nil
        }
        guard let outcome = try await group.next() ?? nil else { throw TimedOut(limit: limit) }
        return outcome
      }
    }
  }

  /// Runs programs that may take as long as they like, and may ask the user something: they stay in strop's own
  /// session, and so have its terminal, and its interrupt ends them.
  package static let attended = ProcessRunner { program, arguments, input, variables in
    try await start(program, arguments, input, variables, PlatformOptions())
  }

  private static func start(
    _ program: String, _ arguments: [String], _ input: String, _ variables: [String: String?]
  ) async throws -> Outcome {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)
    ]
    return try await start(program, arguments, input, variables, options)
  }

  private static func start(
    _ program: String, _ arguments: [String], _ input: String, _ variables: [String: String?],
    _ options: PlatformOptions
  ) async throws -> Outcome {
    try SystemResources.program.require()
    let result = try await Subprocess.run(
      .path(FilePath(program)), arguments: Arguments(arguments),
      environment: .inherit.updating(
        Dictionary(
          uniqueKeysWithValues: variables.compactMap { name, value in
            Subprocess.Environment.Key(rawValue: name).map { ($0, value) }
          })),
      platformOptions: options,
      input: .fileDescriptor(try unnamedFile(holding: input), closeAfterSpawningProcess: true),
      output: .string(limit: limit), error: .string(limit: limit))
    return Outcome(
      status: status(result.terminationStatus), output: result.standardOutput,
      errors: result.standardError)
  }

  /// Starts a program that may outlive strop, in a session of its own, without input or output.
  ///
  /// `time`: how long it is watched.
  /// - Returns: how it ended, 127 where it could not be run; nil where it goes on. Neither it nor what it starts is ended.
  static func launch(
    _ program: String, _ arguments: [String], watching time: Duration
  ) async -> Int32? {
    let (ends, end) = AsyncStream<Int32?>.makeStream()
    // What is not awaited is not cancelled, which would end the program.
    Task.detached {
      var options = PlatformOptions()
      options.createSession = true
      let result = try? await Subprocess.run(
        .path(FilePath(program)), arguments: Arguments(arguments), platformOptions: options,
        input: .none, output: .discarded, error: .discarded)
      end.yield(result.map { status($0.terminationStatus) } ?? 127)
    }
    Task.detached {
      try? await Task.sleep(for: time)
      end.yield(nil)
    }
    return await ends.first { _ in true } ?? nil
  }

  /// 128 + the signal's number where a signal ended it.
  private static func status(_ termination: TerminationStatus) -> Int32 {
    switch termination {
    case .exited(let code): code
    case .signaled(let signal): 128 + signal
    }
  }

  /// A file in memory, that nothing but its descriptor leads to. Input comes from it rather than from a pipe, which
  /// swift-subprocess 1.0.2 cannot survive where the program ends before it has read everything.
  private static func unnamedFile(holding text: String) throws -> FileDescriptor {
    let descriptor = memfd_create("strop", 1)  // MFD_CLOEXEC
    guard descriptor >= 0 else { throw Errno(rawValue: errno) }
    let file = FileDescriptor(rawValue: descriptor)
    do {
      _ = try file.writeAll(text.utf8)
      _ = try file.seek(offset: 0, from: .start)
      return file
    } catch {
      try? file.close()
      throw error
    }
  }
}
