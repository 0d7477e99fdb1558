import CLinux
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
    let output: WatchedOutput

    /// The signal that ended it; nil where it exited.
    var signal: CInt? { status & 0x7f == 0 ? nil : status & 0x7f }
    /// 128 + the signal's number where one ended it, as in a shell.
    var exit: Int { signal.map { 128 + Int($0) } ?? Int(status >> 8 & 0xff) }
  }

  /// The program's path and its arguments, its name the first.
  let path: String
  let words: [String]

  /// The command that `words` name, as a shell would find it.
  ///
  /// - Throws: `Failure.run`: `.noCommand`.
  init(_ words: [String], _ environment: Environment) throws {
    guard let name = words.first else { throw Failure.run(.commandMissing) }
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
  }

  private static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Signals that are given on to the command.
  private static let forwarded = [
    SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGUSR1, SIGUSR2, SIGALRM,
  ]

  /// Runs it to its end.
  ///
  /// Signals that would end this process go to the command from then on, so that it ends first.
  /// - Throws: `Failure.run`: `.notStarted`.
  func run() async throws -> End {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(with: Result { try watch() })
      }
    }
  }

  private func watch() throws -> End {
    let signals = try SignalPipe(WatchedCommand.forwarded + [SIGCHLD])
    let output = WatchedOutput()
    let clock = ContinuousClock()
    let start = clock.now
    let child = try spawn(output)
    output.relay()
    var status: CInt = 0
    wait: while true {
      let signal = signals.next()
      if signal.number == SIGCHLD {
        while waitpid(child, &status, WNOHANG | WUNTRACED) == child {
          guard status & 0xff == 0x7f else { break wait }
          // Stopped, and not by a terminal, which stops this process with it.
          if WatchedCommand.isStopped(child) {
            kill(getpid(), SIGSTOP)
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
      status: status, took: took, tail: OutputTail.text(bytes, isWhole: isWhole), output: output)
  }

  private func spawn(_ output: WatchedOutput) throws -> pid_t {
    let inherited = InheritedSignals.here
    var mask = inherited.blocked
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setsigmask(&attributes, &mask)
    var flags = POSIX_SPAWN_SETSIGMASK
    if !inherited.ignoresBrokenPipes {
      var pipes = sigset_t([SIGPIPE])
      posix_spawnattr_setsigdefault(&attributes, &pipes)
      flags |= POSIX_SPAWN_SETSIGDEF
    }
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (stream, descriptor) in output.redirections {
      posix_spawn_file_actions_adddup2(&actions, descriptor, stream)
    }
    var child: pid_t = 0
    func start(_ path: String, _ words: [String]) -> CInt {
      var arguments = words.map { strdup($0) } + [nil]
      defer { arguments.forEach { free($0) } }
      return posix_spawn(&child, path, &actions, &attributes, &arguments, process_environment())
    }
    var problem = start(path, words)
    // As a shell runs a script without a first line that names one.
    if problem == ENOEXEC { problem = start("/bin/sh", ["sh", path] + words.dropFirst()) }
    output.closeChildEnds()
    guard problem == 0 else {
      throw Failure.run(.notStarted(words[0], reason: String(cString: strerror(problem))))
    }
    return child
  }

  /// Whether a process stands still now: what `waitpid` told can be over.
  private static func isStopped(_ child: pid_t) -> Bool {
    let text = try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)
    // The state stands behind the name, which is in brackets and may hold any.
    return text?.split(separator: ")").last?.split(separator: " ").first == "T"
  }

  /// Ends this process as a signal ended its command, so that who started it sees the same.
  package static func end(by number: CInt) -> Never {
    // The core is the command's.
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(4), &none)  // RLIMIT_CORE
    signal(number, SIG_DFL)
    var signals = sigset_t([number])
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    kill(getpid(), number)
    // One that ends nothing here.
    exit(128 + number)
  }
}
