import CLinux
import Glibc
import Synchronization

/// How signals stood when this process began: so they are for a command that it runs.
package struct InheritedSignals: @unchecked Sendable {
  let blocked: sigset_t
  let ignoresBrokenPipes: Bool

  private static let kept = Mutex<InheritedSignals?>(nil)

  /// Those that `takeOver` found; as they are now where it was not called.
  static var here: InheritedSignals { kept.withLock { $0 } ?? InheritedSignals() }

  private init() {
    var mask = sigset_t()
    pthread_sigmask(SIG_BLOCK, nil, &mask)
    blocked = mask
    ignoresBrokenPipes = isIgnored(SIGPIPE)
  }

  /// Has a closed pipe show as an error of the write from now on. To be called before anything else, on the main
  /// thread: Swift's other threads block every signal.
  package static func takeOver() {
    let inherited = InheritedSignals()
    kept.withLock { $0 = inherited }
    signal(SIGPIPE, SIG_IGN)
  }
}

/// Signals of this process as something to be read, one after the other.
///
/// Not `sigwaitinfo`: some of the threads that Swift and its libraries start leave signals unblocked, and would take
/// them first.
struct SignalPipe: ~Copyable {
  struct Signal {
    var number: CInt = 0
    private var code: CInt = 0
    /// The process that sent it.
    fileprivate(set) var sender: pid_t = 0

    fileprivate init() {}

    fileprivate init(_ information: siginfo_t) {
      number = information.si_signo
      code = information.si_code
      sender = information._sifields._kill.si_pid
    }

    /// Whether a process sent it, rather than the terminal.
    var isOfProcess: Bool { code <= 0 }
  }

  /// Readable while one waits.
  let readEnd: CInt

  /// Those that end a process, unless it does something about them.
  static let ending = [SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGUSR1, SIGUSR2, SIGALRM]

  /// Those that this process was started to ignore go on being ignored, here and by what it starts.
  ///
  /// - Throws: `Failure.run`: `.noResources`.
  init(_ signals: [CInt]) throws {
    var ends: [CInt] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC | O_NONBLOCK) == 0 else {
      throw Failure.run(.noResources(reason: String(cString: strerror(errno))))
    }
    readEnd = ends[0]
    SignalPipe.writeEnd.store(ends[1], ordering: .relaxed)
    for number in signals where !isIgnored(number) {
      var action = sigaction()
      action.sa_flags = SA_SIGINFO | SA_RESTART
      action.__sigaction_handler.sa_sigaction = { _, information, _ in
        guard let information else { return }
        let error = errno
        var signal = Signal(information.pointee)
        // Less than a pipe takes at once: it goes as a whole.
        _ = Glibc.write(
          SignalPipe.writeEnd.load(ordering: .relaxed), &signal, MemoryLayout<Signal>.size)
        errno = error
      }
      sigaction(number, &action, nil)
    }
  }

  /// Waits for the next one.
  borrowing func next() -> Signal {
    while true {
      if let signal = nextOfWaiting() { return signal }
      var waiting = pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)
      poll(&waiting, 1, -1)
    }
  }

  /// The next one; nil where none comes within some milliseconds.
  borrowing func next(within milliseconds: CInt) -> Signal? {
    var waiting = pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)
    poll(&waiting, 1, milliseconds)
    return nextOfWaiting()
  }

  /// The next one that has come; nil where none has.
  borrowing func nextOfWaiting() -> Signal? {
    var signal = Signal()
    let count = read(readEnd, &signal, MemoryLayout<Signal>.size)
    return count == MemoryLayout<Signal>.size ? signal : nil
  }

  deinit { close(readEnd) }

  private static let writeEnd = Atomic<CInt>(-1)
}

private func isIgnored(_ number: CInt) -> Bool {
  var action = sigaction()
  sigaction(number, nil, &action)
  let handler = unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
  return handler == 1  // SIG_IGN
}

extension sigset_t {
  init(_ signals: [CInt]) {
    self.init()
    sigemptyset(&self)
    for signal in signals { sigaddset(&self, signal) }
  }
}
