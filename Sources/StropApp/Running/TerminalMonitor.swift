import CLinux
import Glibc

/// What strop is on a command's own terminal: the leader of its session, as a shell would be. It starts the command in
/// the foreground, and tells the strop on the user's terminal what becomes of it.
package enum TerminalMonitor {
  struct Event {
    enum Kind: CInt {
      case started, stopped, ended, failed
    }

    private var code: CInt = 0
    /// The command's number, the signal that stopped it, its end as `waitpid` gives it, or why the system did not start
    /// it.
    var value: CInt = 0

    init() {}

    init(_ kind: Kind, _ value: CInt) {
      code = kind.rawValue
      self.value = value
    }

    var kind: Kind { Kind(rawValue: code) ?? .failed }
  }

  /// Where the descriptor that it tells through is looked for.
  static let lowestDescriptor: CInt = 200
  private static let mark = "--terminal-monitor"

  /// Its command line.
  static func words(_ descriptor: CInt, _ program: String, _ words: [String]) -> [String] {
    ["strop", mark, String(descriptor), program] + words
  }

  /// Tells the one behind a descriptor to start its command.
  static func go(_ descriptor: CInt) {
    var word: UInt8 = 1
    _ = write(descriptor, &word, 1)
  }

  /// Is it, where this process was started to be; returns at once where it was not.
  package static func runWhereAsked() {
    let words = CommandLine.arguments
    guard words.count > 4, words[1] == mark, let descriptor = CInt(words[2]),
      fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0, getsid(0) == getpid()
    else { return }
    func tell(_ kind: Event.Kind, _ value: CInt) {
      var event = Event(kind, value)
      _ = write(descriptor, &event, MemoryLayout<Event>.size)
    }
    // Started before its command is to be, since this takes a while. Nobody is left to tell it where it never is.
    var word: UInt8 = 0
    guard read(descriptor, &word, 1) == 1 else { exit(0) }
    let program: ChildProcess.Foreground
    do {
      program = try ChildProcess.startInForeground(words[3], Array(words[4...]))
    } catch {
      tell(.failed, error.code)
      exit(0)
    }
    let child = program.number
    tell(.started, child)
    var status: CInt = 0
    while waitpid(child, &status, WUNTRACED) == child, status & 0xff == 0x7f {
      if ChildProcess.isStopped(child) { tell(.stopped, status >> 8 & 0xff) }
    }
    // Whoever is left in the command's group is not to be hung up on with this session.
    signal(SIGTTOU, SIG_IGN)
    tcsetpgrp(STDIN_FILENO, getpgrp())
    if let problem = program.notStarted {
      tell(.failed, problem.code)
    } else {
      tell(.ended, status)
    }
    exit(0)
  }
}
