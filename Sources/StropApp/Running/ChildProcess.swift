import CLinux
import Glibc

/// Starting a program as it would be started without strop: with the signals that this process was given.
enum ChildProcess {
  /// Where it stands among processes.
  enum Place {
    /// In the group of this one.
    case here
    /// In a session of its own, on the terminal at this path.
    case terminal(String)
  }

  /// Why the system did not start one.
  struct NotStarted: Error {
    let code: CInt

    func failure(_ name: String) -> Failure {
      .run(.notStarted(name, reason: String(cString: strerror(code))))
    }
  }

  /// `words`: its arguments, its name the first; `streams`: its descriptors that are not as here, with what each is.
  /// - Returns: its number.
  /// - Throws: `NotStarted`.
  static func start(
    _ path: String, _ words: [String], in place: Place = .here,
    streams: [(stream: CInt, descriptor: CInt)] = []
  ) throws(NotStarted) -> pid_t {
    let inherited = InheritedSignals.here
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var mask = inherited.blocked
    posix_spawnattr_setsigmask(&attributes, &mask)
    var flags = POSIX_SPAWN_SETSIGMASK
    if !inherited.ignoresBrokenPipes {
      var pipes = sigset_t([SIGPIPE])
      posix_spawnattr_setsigdefault(&attributes, &pipes)
      flags |= POSIX_SPAWN_SETSIGDEF
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    switch place {
    case .here: break
    case .terminal(let terminal):
      flags |= 0x80  // POSIX_SPAWN_SETSID
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, terminal, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
      posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)
    }
    posix_spawnattr_setflags(&attributes, Int16(flags))
    for (stream, descriptor) in streams {
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
    guard problem == 0 else { throw NotStarted(code: problem) }
    return child
  }

  /// A program that was started in the foreground of a terminal.
  struct Foreground {
    let number: pid_t
    /// From it comes, once the program has ended, why the system did not start it; nothing where it did.
    fileprivate let problem: CInt

    /// Why the system did not start it; nil where it did. It must have ended.
    var notStarted: NotStarted? {
      var code: CInt = 0
      return read(problem, &code, MemoryLayout<CInt>.size) > 0 ? NotStarted(code: code) : nil
    }
  }

  /// Starts a program in a group of its own, to which the terminal behind standard input belongs; only in a process of
  /// one thread.
  ///
  /// By fork, since posix_spawn waits until the program has begun, and would wait for ever where the terminal stops it
  /// just before.
  /// - Throws: `NotStarted` where there can be no process.
  static func startInForeground(_ path: String, _ words: [String]) throws(NotStarted) -> Foreground
  {
    let inherited = InheritedSignals.here
    func cStrings(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] {
      words.map { strdup($0) } + [nil]
    }
    // All that takes memory, before there are two.
    let arguments = cStrings(words)
    let script = cStrings(["sh", path] + words.dropFirst())
    defer { (arguments + script).forEach { free($0) } }
    var ends: [CInt] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { throw NotStarted(code: errno) }
    // A process in the background is stopped where it takes the terminal.
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    let child = fork_process()
    if child == 0 {
      setpgid(0, 0)
      tcsetpgrp(STDIN_FILENO, getpid())
      if !inherited.ignoresBrokenPipes { signal(SIGPIPE, SIG_DFL) }
      var mask = inherited.blocked
      pthread_sigmask(SIG_SETMASK, &mask, nil)
      execve(path, arguments, process_environment())
      // As a shell runs a script without a first line that names one.
      if errno == ENOEXEC { execve("/bin/sh", script, process_environment()) }
      var code = errno
      _ = write(ends[1], &code, MemoryLayout<CInt>.size)
      _exit(127)
    }
    let code = errno
    pthread_sigmask(SIG_SETMASK, &before, nil)
    close(ends[1])
    guard child > 0 else {
      close(ends[0])
      throw NotStarted(code: code)
    }
    return Foreground(number: child, problem: ends[0])
  }

  /// Whether a process stands still now: what `waitpid` told can be over.
  static func isStopped(_ child: pid_t) -> Bool {
    var text = [UInt8](repeating: 0, count: 512)
    let file = open("/proc/\(child)/stat", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    let count = max(0, read(file, &text, text.count))
    // The state stands behind the name, which is in brackets and may hold any.
    guard let name = text[..<count].lastIndex(of: UInt8(ascii: ")")), name + 2 < count else {
      return false
    }
    // The second one while a debugger watches it.
    return [UInt8(ascii: "T"), UInt8(ascii: "t")].contains(text[name + 2])
  }
}
