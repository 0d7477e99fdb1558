import Glibc

/// A stream that tells whether what was written arrived: a full disk must not look like success.
struct Output: Sendable {
  enum Problem: Error {
    /// Whoever read it has gone, as `head` does: no fault.
    case closedPipe
    case notWritten
  }

  static let standard = Output(descriptor: STDOUT_FILENO)
  static let errors = Output(descriptor: STDERR_FILENO)

  let descriptor: Int32

  /// - Throws: `Problem`.
  func write(_ text: String) throws {
    var text = text
    try text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if written >= 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
        } else if errno == EPIPE {
          throw Problem.closedPipe
        } else if errno != EINTR && errno != EAGAIN {
          throw Problem.notWritten
        }
      }
    }
  }
}
