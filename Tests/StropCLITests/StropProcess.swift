import Foundation
import Glibc
import Testing

/// How a command ended, and what it said on each stream.
struct Outcome: Equatable {
  /// The exit code; 128 + the signal's number where a signal ended it, as in a shell.
  var status: Int32
  var output: String
  var errors: String

  /// Ended well, with nothing to complain of.
  static func success(_ output: String) -> Outcome {
    Outcome(status: 0, output: output, errors: "")
  }

  /// Refused, with nothing on standard output.
  static func failure(_ status: Int32, _ errors: String) -> Outcome {
    Outcome(status: status, output: "", errors: errors)
  }

  /// The one object that `--json` prints.
  var json: [String: Any] {
    get throws {
      try #require(status == 0, "exit \(status): \(errors)")
      let object = try JSONSerialization.jsonObject(with: Data(output.utf8))
      return try #require(object as? [String: Any])
    }
  }

  func object(_ key: String) throws -> [String: Any] {
    try #require(try json[key] as? [String: Any], "no object \(key) in \(output)")
  }

  func list(_ key: String) throws -> [[String: Any]] {
    try #require(try json[key] as? [[String: Any]], "no list \(key) in \(output)")
  }

  func lines() -> [String] {
    output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}

/// One process of another program, with exactly the environment, directory and streams it is given.
struct StropProcess {
  enum Input {
    case none, closed
    case text(String)
  }

  enum Destination {
    case captured, closed, closedPipe
    case file(String)
  }

  /// Held while one starts, so that no other keeps the writing end of its pipes open.
  private static let starting = NSLock()

  /// In seconds. Of strop's own commands only a hang takes so long; the process is then killed, and the test fails.
  static let patience = 60

  private let process: pid_t
  private let command: String
  private let streams: [Stream]
  private let owner: AnyObject?

  /// Starts `arguments`, of which the first is the program's path; `owner` lives as long as it does.
  init(
    _ arguments: [String], variables: [String: String], directory: String, input: Input = .none,
    output: Destination = .captured, owner: AnyObject? = nil
  ) throws {
    self.owner = owner
    command = arguments.joined(separator: " ")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }

    var inputFile: FileHandle?
    switch input {
    case .none: posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    case .closed: posix_spawn_file_actions_addclose(&actions, 0)
    case .text(let text):
      let path = directory + "/.standard-input-\(UInt64.random(in: 0 ... .max))"
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      try FileManager.default.removeItem(atPath: path)
      posix_spawn_file_actions_adddup2(&actions, file.fileDescriptor, 0)
      inputFile = file
    }
    StropProcess.starting.lock()
    defer { StropProcess.starting.unlock() }
    let outputPipe = try Stream.Pipe()
    let errorPipe = try Stream.Pipe()
    switch output {
    case .captured: posix_spawn_file_actions_adddup2(&actions, outputPipe.write, 1)
    case .closed: posix_spawn_file_actions_addclose(&actions, 1)
    case .closedPipe:
      close(outputPipe.read)
      posix_spawn_file_actions_adddup2(&actions, outputPipe.write, 1)
    case .file(let path): posix_spawn_file_actions_addopen(&actions, 1, path, O_WRONLY, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, errorPipe.write, 2)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    // The threads that run tests block most signals: a child could be neither interrupted nor told
    // that its own child has ended.
    var blocked = sigset_t()
    sigemptyset(&blocked)
    posix_spawnattr_setsigmask(&attributes, &blocked)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))

    var started: pid_t = 0
    let shell = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", directory] + arguments
    let code = withCStrings(shell) { arguments in
      withCStrings(variables.map { $0 + "=" + $1 }) { variables in
        posix_spawn(&started, "/bin/sh", &actions, &attributes, arguments, variables)
      }
    }
    close(outputPipe.write)
    close(errorPipe.write)
    try inputFile?.close()
    if case .closedPipe = output {
      streams = [Stream(descriptor: nil), Stream(descriptor: errorPipe.read)]
    } else {
      streams = [Stream(descriptor: outputPipe.read), Stream(descriptor: errorPipe.read)]
    }
    process = started
    try #require(code == 0, "cannot start \(command): error \(code)")
  }

  /// Kills the process and what it started; `end` must still be called.
  func stop() { kill(-process, SIGKILL) }

  /// Drains both streams until the process has closed them, then waits for its end.
  ///
  /// `seconds`: how long it may take.
  func end(within seconds: Int = StropProcess.patience) -> Outcome {
    let deadline = Date().addingTimeInterval(TimeInterval(seconds))
    while streams.contains(where: \.isOpen) {
      let left = deadline.timeIntervalSinceNow
      guard left > 0 else {
        Issue.record("still running after \(seconds) s: \(command)")
        stop()
        break
      }
      Stream.drain(streams, waiting: Int32(left * 1_000))
    }
    var raw: Int32 = 0
    while waitpid(process, &raw, 0) == -1, errno == EINTR {}
    let signal = raw & 0x7f
    return Outcome(
      status: signal == 0 ? (raw >> 8) & 0xff : 128 + signal, output: streams[0].text,
      errors: streams[1].text)
  }
}

/// Gives `body` a null-terminated array of C strings.
private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = strings.map { strdup($0) }
  defer { copies.forEach { free($0) } }
  return body(copies + [nil])
}

/// The reading end of a pipe, and what has come through it.
private final class Stream {
  struct Pipe {
    let read: Int32
    let write: Int32

    init() throws {
      var ends: [Int32] = [-1, -1]
      try #require(pipe(&ends) == 0)
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      read = ends[0]
      write = ends[1]
    }
  }

  private var descriptor: Int32?
  private var bytes: [UInt8] = []

  init(descriptor: Int32?) { self.descriptor = descriptor }

  deinit { if let descriptor { close(descriptor) } }

  var isOpen: Bool { descriptor != nil }
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Reads what has come through any of `streams`, once something has or the time is up.
  static func drain(_ streams: [Stream], waiting milliseconds: Int32) {
    let open = streams.filter(\.isOpen)
    var polled = open.map { pollfd(fd: $0.descriptor ?? -1, events: Int16(POLLIN), revents: 0) }
    guard poll(&polled, nfds_t(polled.count), milliseconds) > 0 else { return }
    for (stream, result) in zip(open, polled) where result.revents != 0 { stream.readOnce() }
  }

  private func readOnce() {
    guard let open = descriptor else { return }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(open, &buffer, buffer.count)
    if count > 0 {
      bytes += buffer.prefix(count)
    } else if count == 0 || errno != EINTR {
      close(open)
      descriptor = nil
    }
  }
}
