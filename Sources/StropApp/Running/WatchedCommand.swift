import Foundation
import StropCore

/// A command that runs as it would without strop, with its streams, its terminal and its signals, while strop watches.
package struct WatchedCommand: Sendable {
  /// How it ended.
  struct End: Sendable {
    /// As `waitpid` gives it.
    let status: CInt
    let took: Duration
    /// The end of what it printed, where that could be seen.
    let tail: String?
    /// The last line of JSON that was looked for on its standard output.
    let lastLine: [UInt8]?
    /// Whether it had a terminal of its own: a signal that the user typed reached nobody else then.
    let wasOnTerminal: Bool
    /// Waits until nothing that the command left behind can print any more.
    let drain: @Sendable () -> Void

    /// The signal that ended it; nil where it exited.
    var signal: CInt? { status & 0x7f == 0 ? nil : status & 0x7f }
    /// 128 + the signal's number where one ended it, as in a shell.
    var exit: Int { signal.map { 128 + Int($0) } ?? Int(status >> 8 & 0xff) }
  }

  /// The program's path and its arguments, its name the first.
  let path: String
  let words: [String]

  /// Made beforehand, where the command gets one.
  private let terminal: WatchedTerminal?

  /// What the line of JSON on its standard output holds that is looked for; nil for none.
  var key: String?
  /// Whether standard output is left to strop, so that what it prints goes to standard error.
  var isApart = false

  /// The command that `words` name, as a shell would find it.
  ///
  /// - Throws: `Failure.run`: `.noCommand`.
  init(_ words: [String], _ environment: Environment) throws {
    guard let name = words.first else { throw Failure.run(.commandMissing()) }
    self.words = words
    if name.contains("/") {
      path = name
      guard access(name, F_OK) == 0 else { throw Failure.run(.noCommand(name)) }
    } else {
      let directories = (environment.variables["PATH"] ?? "/usr/bin:/bin").split(
        separator: ":", omittingEmptySubsequences: false)
      let found = directories.lazy.map { ($0.isEmpty ? "." : String($0)) + "/" + name }
        .first {
          FileManager.default.isExecutableFile(atPath: $0) && !WatchedCommand.isDirectory($0)
        }
      guard let found else { throw Failure.run(.noCommand(name)) }
      path = found
    }
    terminal = WatchedTerminal(for: path, words)
  }

  private static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Runs it to its end.
  ///
  /// Signals that would end this process go to the command from then on, so that it ends first.
  /// - Throws: `Failure.run`: `.notStarted`, `.noResources`.
  func run() async throws -> End {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(
          with: Result {
            do {
              return try watch()
            } catch let problem as ChildProcess.NotStarted {
              throw problem.failure(words[0])
            }
          })
      }
    }
  }

  private func watch() throws -> End {
    // A thread of Swift's blocks every signal, and so would not stop with the others.
    var stops = sigset_t([SIGTSTP, SIGTTIN, SIGTTOU])
    pthread_sigmask(SIG_UNBLOCK, &stops, nil)
    if let terminal { return try terminal.run(finding: key) }
    let signals = try SignalPipe(SignalPipe.ending + [SIGCHLD])
    let output = WatchedOutput(finding: key, apart: isApart)
    let clock = ContinuousClock()
    let start = clock.now
    let child = try output.start(path, words)
    var status: CInt = 0
    wait: while true {
      let signal = signals.next()
      if signal.number == SIGCHLD {
        while waitpid(child, &status, WNOHANG | WUNTRACED) == child {
          guard status & 0xff == 0x7f else { break wait }
          // Stopped, and not by a terminal, which stops this process with it.
          if ChildProcess.isStopped(child) {
            // This thread, so that it does not go on before all of them stand still.
            pthread_kill(pthread_self(), SIGSTOP)
            kill(child, SIGCONT)
          }
        }
      } else if signal.isOfProcess, signal.sender != child {
        // What the terminal sends, it sends to the command as well.
        kill(child, signal.number)
      }
    }
    let took = clock.now - start
    let (bytes, isWhole) = output.end()
    return End(
      status: status, took: took, tail: OutputTail.text(bytes, isWhole: isWhole),
      lastLine: output.lastLine, wasOnTerminal: false, drain: output.drain)
  }

  /// Ends this process as a signal ended its command, so that who started it sees the same.
  ///
  /// `group`: whether what else runs in the foreground with this process gets it too.
  package static func end(by number: CInt, group: Bool) -> Never {
    // The core is the command's.
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(4), &none)  // RLIMIT_CORE
    signal(number, SIG_DFL)
    var signals = sigset_t([number])
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    kill(group && (number == SIGINT || number == SIGQUIT) ? 0 : getpid(), number)
    // One that ends nothing here.
    exit(128 + number)
  }
}
