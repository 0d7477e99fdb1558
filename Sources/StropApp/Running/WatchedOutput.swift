import CLinux
import Foundation
import StropCore
import Synchronization

/// What a command prints, on its way to where it would go without strop; the end of it is kept.
///
/// A file is left to the command, and read afterwards. A pipe gets one in front of it. What goes to a terminal is seen
/// where all three streams do (`WatchedTerminal`).
final class WatchedOutput: Sendable {
  private struct Pipe {
    /// Where it goes: 1 or 2.
    let stream: CInt
    /// Whether what the command writes to its standard output comes through.
    let isOutput: Bool
    let readEnd: CInt
    let writeEnd: CInt
  }

  /// A file that a stream leads to, with its size before.
  private struct Target {
    let stream: CInt
    let sizeBefore: Int
  }

  private let pipes: [Pipe]
  private let files: [Target]
  /// What the command's streams are to be: those that are not as here.
  private let redirections: [(stream: CInt, descriptor: CInt)]
  private let tail = Mutex(Tail())
  /// Of what goes to standard output; nil where no value is looked for.
  private let scanner: Mutex<LineScanner?>
  private let relays = DispatchGroup()
  /// How many relays have read something that is not passed on yet.
  private let busy = Atomic<Int>(0)

  /// `key`: what the line of JSON holds that is looked for; nil for none.
  /// `apart`: whether standard output is left to strop, so that what the command prints goes to standard error.
  init(finding key: String?, apart: Bool) {
    scanner = Mutex(key.map(LineScanner.init))
    var (pipes, files): ([Pipe], [Target]) = ([], [])
    var redirections: [(stream: CInt, descriptor: CInt)] = []
    var seen: [(stat, CInt?)] = []
    func addPipe(_ stream: CInt, to target: CInt) -> CInt? {
      var ends: [CInt] = [-1, -1]
      guard pipe2(&ends, O_CLOEXEC) == 0 else { return nil }
      pipes.append(
        Pipe(
          stream: target, isOutput: stream == STDOUT_FILENO, readEnd: ends[0], writeEnd: ends[1]))
      redirections.append((stream, ends[1]))
      return ends[1]
    }
    if apart { _ = addPipe(STDOUT_FILENO, to: STDERR_FILENO) }
    for stream in [STDOUT_FILENO, STDERR_FILENO] where !(apart && stream == STDOUT_FILENO) {
      var status = stat()
      guard fstat(stream, &status) == 0 else { continue }
      let same = seen.first { $0.0.st_dev == status.st_dev && $0.0.st_ino == status.st_ino }
      if let same {
        // Both in one, so that their order stays.
        if let writeEnd = same.1 { redirections.append((stream, writeEnd)) }
        continue
      }
      var writeEnd: CInt?
      switch status.st_mode & S_IFMT {
      case S_IFREG: files.append(Target(stream: stream, sizeBefore: Int(status.st_size)))
      case S_IFIFO, S_IFSOCK: writeEnd = addPipe(stream, to: stream)
      default: break
      }
      seen.append((status, writeEnd))
    }
    self.pipes = pipes
    self.files = files
    self.redirections = redirections
  }

  /// Starts a command that prints into it.
  ///
  /// - Throws: `ChildProcess.NotStarted`.
  func start(_ path: String, _ words: [String]) throws(ChildProcess.NotStarted) -> pid_t {
    defer {
      for pipe in pipes { close(pipe.writeEnd) }
    }
    let child = try ChildProcess.start(path, words, streams: redirections)
    for pipe in pipes {
      relays.enter()
      Thread.detachNewThread { [self] in
        pass(pipe)
        relays.leave()
      }
    }
    return child
  }

  private func pass(_ pipe: Pipe) {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      // Counted before it is read: until then the pipe has it.
      var waiting = pollfd(fd: pipe.readEnd, events: Int16(POLLIN), revents: 0)
      poll(&waiting, 1, -1)
      busy.add(1, ordering: .sequentiallyConsistent)
      defer { busy.subtract(1, ordering: .sequentiallyConsistent) }
      let count = read(pipe.readEnd, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      tail.withLock { $0.take(buffer[..<count]) }
      if pipe.isOutput { scanner.withLock { $0?.take(buffer[..<count]) } }
      if !WatchedOutput.write(buffer[..<count], to: pipe.stream) {
        // Nobody reads any more, which the command is to see as well: its pipe is closed, under a number that stays taken.
        let none = open("/dev/null", O_RDONLY | O_CLOEXEC)
        dup3(none, pipe.readEnd, O_CLOEXEC)
        return
      }
    }
  }

  /// - Returns: false where nobody reads any more: the command is then told by its own pipe.
  static func write(_ bytes: ArraySlice<UInt8>, to stream: CInt) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(stream, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var waiting = pollfd(fd: stream, events: Int16(POLLOUT), revents: 0)
        poll(&waiting, 1, -1)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  /// The end of all that was printed, once the command has ended.
  ///
  /// What still stands in the pipes has been passed on by then; a process that the command left behind may go on
  /// writing, as it may without strop.
  func end() -> (bytes: [UInt8], isWhole: Bool) {
    // Whoever reads it may be slow. Once nothing is left, only what the command left behind has the pipes open.
    while relays.wait(timeout: .now() + .milliseconds(20)) == .timedOut, hasMore {}
    let passed = tail.withLock { ($0.bytes, $0.isWhole) }
    guard !files.isEmpty else { return passed }
    return files.reduce(passed) { found, file in
      let read = WatchedOutput.tail(of: file)
      return (found.0 + read.bytes, found.1 && read.isWhole)
    }
  }

  /// Whether something that was printed is still on its way.
  private var hasMore: Bool {
    // The pipes first: what is read in between is counted by then.
    let isWaiting = pipes.contains { pipe in
      var count: CInt = 0
      return ioctl(pipe.readEnd, UInt(FIONREAD), &count) == 0 && count > 0
    }
    return isWaiting || busy.load(ordering: .sequentiallyConsistent) > 0
  }

  /// The last line of JSON that was looked for, once the command has ended.
  var lastLine: [UInt8]? {
    if let file = files.first, file.stream == STDOUT_FILENO { scan(file) }
    return scanner.withLock {
      $0?.end()
      return $0?.last
    }
  }

  private func scan(_ file: Target) {
    guard scanner.withLock({ $0 != nil }),
      let handle = FileHandle(forReadingAtPath: "/proc/self/fd/\(file.stream)")
    else { return }
    defer { try? handle.close() }
    let size = Int((try? handle.seekToEnd()) ?? 0)
    try? handle.seek(toOffset: UInt64(size >= file.sizeBefore ? file.sizeBefore : 0))
    while let chunk = try? handle.read(upToCount: 1 << 20), !chunk.isEmpty {
      scanner.withLock { $0?.take(chunk) }
    }
  }

  /// Waits until nobody can write any more: who reads from here waits for that as well.
  @Sendable func drain() { relays.wait() }

  private static func tail(of file: Target) -> (bytes: [UInt8], isWhole: Bool) {
    let path = "/proc/self/fd/\(file.stream)"
    guard let handle = FileHandle(forReadingAtPath: path) else { return ([], true) }
    defer { try? handle.close() }
    let size = Int((try? handle.seekToEnd()) ?? 0)
    let begin = size >= file.sizeBefore ? file.sizeBefore : 0
    let start = max(begin, size - OutputTail.window)
    guard size > start, (try? handle.seek(toOffset: UInt64(start))) != nil,
      let data = try? handle.read(upToCount: size - start)
    else { return ([], true) }
    return ([UInt8](data), start == begin)
  }

  /// The end of what was printed.
  struct Tail {
    private(set) var bytes: [UInt8] = []
    private(set) var isWhole = true

    mutating func take(_ new: ArraySlice<UInt8>) {
      bytes += new
      guard bytes.count > 2 * OutputTail.window else { return }
      bytes.removeFirst(bytes.count - OutputTail.window)
      isWhole = false
    }
  }
}
