import CLinux
import Foundation
import StropCore

/// The user's terminal, with another one of the command's own behind it: what is printed there can be seen on its way,
/// and nothing else changes.
///
/// The command has a session of its own, in which `TerminalMonitor` does what a shell does: it tells when the command
/// stops, so that this process stops as well, and the shell that the user sees has its prompt.
struct WatchedTerminal: Sendable {
  private let master: CInt
  /// To the monitor, which waits until it is told to start the command.
  private let monitor: CInt

  /// Makes one, with a monitor on it that is to start a program.
  ///
  /// Nil where the three streams do not all lead to one terminal, which is this process's own, or the system has none to
  /// give.
  init?(for program: String, _ words: [String]) {
    var terminals: [stat] = []
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      var status = stat()
      guard isatty(stream) == 1, fstat(stream, &status) == 0 else { return nil }
      terminals.append(status)
    }
    guard Set(terminals.map(\.st_rdev)).count == 1, tcgetpgrp(STDIN_FILENO) >= 0 else { return nil }
    master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)
    var name = [CChar](repeating: 0, count: 128)
    var ends: [CInt] = [-1, -1]
    guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0,
      ptsname_r(master, &name, name.count) == 0, fcntl(master, F_SETFL, O_NONBLOCK) == 0,
      socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0
    else { return nil }
    defer { close(ends[1]) }
    monitor = ends[0]
    let path = String(
      decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    // Beyond what the user may have opened for the command.
    let passed = fcntl(ends[1], F_DUPFD_CLOEXEC, TerminalMonitor.lowestDescriptor)
    guard passed >= 0 else { return nil }
    defer { close(passed) }
    let started = try? ChildProcess.start(
      "/proc/self/exe", TerminalMonitor.words(passed, program, words), in: .terminal(path),
      streams: [(passed, passed)])
    guard started != nil else { return nil }
  }

  /// Has the program run, to its end; `key`: what the line of JSON holds that is looked for.
  ///
  /// - Throws: `ChildProcess.NotStarted`; `Failure.run`: `.noResources`.
  func run(finding key: String?) throws -> WatchedCommand.End {
    resize()
    let signals = try SignalPipe(SignalPipe.ending + [SIGWINCH, SIGCONT])
    var session = Session(terminal: self, finding: key)
    let clock = ContinuousClock()
    let start = clock.now
    session.takeTerminal()
    defer { session.giveTerminalBack() }
    TerminalMonitor.go(monitor)
    while !session.isOver { try session.turn(signals) }
    session.readAll()
    session.scanner?.end()
    close(master)
    return WatchedCommand.End(
      status: session.status, took: clock.now - start,
      tail: OutputTail.text(session.tail.bytes, isWhole: session.tail.isWhole),
      lastLine: session.scanner?.last,
      wasOnTerminal: true, drain: {})
  }

  /// Gives the command's terminal the size of the user's.
  private func resize() {
    var size = winsize()
    if ioctl(STDIN_FILENO, UInt(TIOCGWINSZ), &size) == 0 {
      _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    }
  }

  /// A command that runs there.
  private struct Session {
    let terminal: WatchedTerminal
    /// The command; 0 before it is known.
    private var child: pid_t = 0
    /// As `waitpid` gives it.
    private(set) var status: CInt = 0
    private(set) var isOver = false
    private(set) var tail = WatchedOutput.Tail()
    var scanner: LineScanner?
    /// What the user typed and the command has not taken yet.
    private var typed: [UInt8] = []
    /// How the user's terminal was set while it was not the command's; nil before it was for the first time.
    private var settings: termios?
    private var isRaw = false
    private var hasInput = true
    private var buffer = [UInt8](repeating: 0, count: 64 << 10)

    init(terminal: WatchedTerminal, finding key: String?) {
      self.terminal = terminal
      scanner = key.map(LineScanner.init)
    }

    /// How long it takes to see that it is in the foreground, in milliseconds.
    private static let patience: CInt = 200
    /// How long a signal to stop may take to reach this process, in milliseconds.
    private static let slowestStop: CInt = 1_000

    private var isInForeground: Bool { tcgetpgrp(STDIN_FILENO) == getpgrp() }

    /// Has every key go to the command, which sees to it as its own terminal says.
    mutating func takeTerminal() {
      var own = termios()
      guard !isRaw, isInForeground, tcgetattr(STDIN_FILENO, &own) == 0 else { return }
      // In the background it is set as the shell's prompt wants it.
      if settings == nil { tcsetattr(terminal.master, TCSANOW, &own) }
      settings = own
      var raw = own
      cfmakeraw(&raw)
      isRaw = tcsetattr(STDIN_FILENO, TCSADRAIN, &raw) == 0
    }

    mutating func giveTerminalBack() {
      guard isRaw, var settings else { return }
      isRaw = false
      if isInForeground { tcsetattr(STDIN_FILENO, TCSADRAIN, &settings) }
    }

    /// Waits until something happens, and sees to it.
    mutating func turn(_ signals: borrowing SignalPipe) throws(ChildProcess.NotStarted) {
      let reads = isRaw && hasInput && typed.isEmpty
      var polled = [
        pollfd(fd: signals.readEnd, events: Int16(POLLIN), revents: 0),
        pollfd(fd: terminal.monitor, events: Int16(POLLIN), revents: 0),
        pollfd(
          fd: terminal.master, events: Int16(POLLIN | (typed.isEmpty ? 0 : POLLOUT)), revents: 0),
        pollfd(fd: reads ? STDIN_FILENO : -1, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&polled, nfds_t(polled.count), isRaw ? -1 : Session.patience) > 0 else {
        // A shell tells nobody that it brings a job that runs to the foreground.
        return takeTerminal()
      }
      if polled[2].revents != 0 {
        readOutput()
        writeTyped()
      }
      if polled[3].revents != 0 { readTyped() }
      if polled[0].revents != 0, let signal = signals.nextOfWaiting() { take(signal) }
      if polled[1].revents != 0 { try hear(signals) }
    }

    private mutating func take(_ signal: SignalPipe.Signal) {
      switch signal.number {
      case SIGWINCH: terminal.resize()
      case SIGCONT: resume()
      default: if child > 0 { kill(child, signal.number) }
      }
    }

    /// Takes what the monitor tells.
    private mutating func hear(
      _ signals: borrowing SignalPipe
    ) throws(ChildProcess.NotStarted) {
      var event = TerminalMonitor.Event()
      let size = MemoryLayout<TerminalMonitor.Event>.size
      guard read(terminal.monitor, &event, size) == size else {
        // It died, and the command with its terminal.
        isOver = true
        if status == 0 { status = SIGHUP }
        return
      }
      switch event.kind {
      case .started: child = event.value
      case .ended:
        status = event.value
        isOver = true
      case .failed: throw ChildProcess.NotStarted(code: event.value)
      case .stopped: stop(by: event.value, signals)
      }
    }

    /// Stops with the command, as a shell expects of the job that it started.
    private mutating func stop(by signal: CInt, _ signals: borrowing SignalPipe) {
      readAll()
      giveTerminalBack()
      // What came before is not what lets it go on.
      while let earlier = signals.nextOfWaiting() {
        if earlier.number != SIGCONT { take(earlier) }
      }
      kill(0, signal == SIGSTOP ? SIGSTOP : SIGTSTP)
      // Another thread may be the one that it reaches, before or after this one goes on. Where nobody could let it go on,
      // the system does not stop it, and nothing comes.
      while let other = signals.next(within: Session.slowestStop), other.number != SIGCONT {
        take(other)
      }
      resume()
    }

    private mutating func resume() {
      terminal.resize()
      var now = termios()
      // Where this process was stopped by another one, its shell has set the terminal since.
      if tcgetattr(STDIN_FILENO, &now) == 0, now.c_lflag & tcflag_t(ICANON) != 0 { isRaw = false }
      takeTerminal()
      if child > 0 { kill(-child, SIGCONT) }
    }

    /// - Returns: whether there was anything.
    @discardableResult
    private mutating func readOutput() -> Bool {
      let count = read(terminal.master, &buffer, buffer.count)
      guard count > 0 else {
        // Nobody has it open at the moment: not before the monitor has, nor after the command has ended.
        if count < 0, errno == EIO { usleep(1_000) }
        return false
      }
      tail.take(buffer[..<count])
      scanner?.take(buffer[..<count])
      _ = WatchedOutput.write(buffer[..<count], to: STDOUT_FILENO)
      return true
    }

    mutating func readAll() { while readOutput() {} }

    private mutating func readTyped() {
      let count = read(STDIN_FILENO, &buffer, 4 << 10)
      if count > 0 {
        typed += buffer[..<count]
        writeTyped()
      } else if count == 0 || errno != EINTR && errno != EAGAIN {
        hasInput = false
      }
    }

    private mutating func writeTyped() {
      guard !typed.isEmpty else { return }
      let count = typed.withUnsafeBytes { write(terminal.master, $0.baseAddress, $0.count) }
      if count > 0 { typed.removeFirst(count) }
    }
  }
}
