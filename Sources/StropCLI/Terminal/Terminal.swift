import Foundation
import Glibc
import StropApp
import StropRender

/// The terminal that a command speaks to, if any.
struct Terminal {
  /// What COLUMNS says, if it makes sense.
  private let fixedColumns: Int?
  let color: Bool
  let links: Bool
  /// Whether standard output is one.
  let isOutput: Bool
  /// Whether there is somebody to ask: both standard input and output are terminals.
  let isInteractive: Bool
  /// Whether its cursor can be moved, as editing a line takes.
  private let canEdit: Bool

  init(_ environment: Environment, _ choice: Choices.Color) {
    isOutput = Terminal.isTerminal(STDOUT_FILENO)
    isInteractive = isOutput && Terminal.isTerminal(STDIN_FILENO)
    canEdit = isInteractive && !["", "dumb"].contains(environment.variable("TERM") ?? "")
    fixedColumns = Terminal.fixedColumns(environment.variable("COLUMNS"))
    color =
      switch choice {
      case .always: true
      case .never: false
      case .auto:
        isOutput && environment.variable("NO_COLOR") == nil
          && environment.variable("TERM") != "dumb"
      }
    links = environment.hasLinks(isTerminal: isOutput)
  }

  /// As many as there are now: a terminal may change while it is asked; 80 where there is none.
  var columns: Int { fixedColumns ?? Terminal.width(of: STDOUT_FILENO) ?? 80 }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// What `columns` is where no environment has been read.
  static var currentColumns: Int { columns(of: STDOUT_FILENO) }

  /// Of the terminal that standard error is.
  static var errorColumns: Int { columns(of: STDERR_FILENO) }

  private static func columns(of descriptor: Int32) -> Int {
    fixedColumns(ProcessInfo.processInfo.environment["COLUMNS"]) ?? width(of: descriptor) ?? 80
  }

  private static func fixedColumns(_ variable: String?) -> Int? {
    variable.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
  }

  private static func width(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// The most bytes of a line that Linux's line discipline keeps; it drops the rest.
  private static let longestLine = 4_095

  /// Asks one question, and gives the line that was typed without space around it; nil at the end of
  /// input, also behind a line that was not ended: nobody pressed Enter.
  ///
  /// `recalling`: earlier answers for Up to bring back, oldest first.
  /// - Throws: `Failure.noteTooLong` for a line that the terminal did not keep whole.
  func ask(_ question: String, recalling earlier: [String] = []) throws -> String? {
    // A line that was ended before it was asked for has been edited already, by the terminal.
    if canEdit, !Terminal.hasLine {
      return LineEditor.read(question, history: earlier.map(\.sanitized))?.withoutKeys.trimmed
    }
    try Output.standard.write(question)
    guard let line = Terminal.readLine() else { return nil }
    guard line.count < Terminal.longestLine else {
      throw Failure.noteTooLong(limit: Terminal.longestLine)
    }
    return String(decoding: line, as: UTF8.self).withoutKeys.trimmed
  }

  /// The bytes up to the end of a line; nil where the input ends before.
  private static func readLine() -> [UInt8]? {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while read(STDIN_FILENO, &byte, 1) == 1 {
      // An edited line leaves what was typed behind it with carriage returns.
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return line }
      line.append(byte)
    }
    return nil
  }

  /// Whether a line, or the end of input, waits to be read.
  private static var hasLine: Bool {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&input, 1, 0) > 0
  }

  /// Asks for a line that the terminal does not show; without a terminal, reads it from standard input.
  /// Nil at the end of input and on Control-C.
  func askSecretly(_ question: String) throws -> String? {
    var attributes = termios()
    guard isInteractive, tcgetattr(STDIN_FILENO, &attributes) == 0 else {
      return Swift.readLine()?.trimmed
    }
    let former = attributes
    // Without ISIG, Control-C is a character, and VEOL ends the line at it: the terminal shows what is
    // typed again in every case.
    let interrupt: cc_t = 3
    attributes.c_lflag &= ~tcflag_t(ECHO | ISIG)
    withUnsafeMutableBytes(of: &attributes.c_cc) { $0[Int(VEOL)] = interrupt }
    // Before the question, since what is typed from then on is the answer.
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &attributes)
    defer { withUnsafePointer(to: former) { _ = tcsetattr(STDIN_FILENO, TCSAFLUSH, $0) } }
    try Output.standard.write(question)
    var line: [UInt8] = []
    var byte: UInt8 = 0
    var isEnded = false
    while !isEnded, read(STDIN_FILENO, &byte, 1) == 1 {
      isEnded = byte == UInt8(ascii: "\n") || byte == interrupt
      if !isEnded { line.append(byte) }
    }
    try Output.standard.write("\n")
    return !isEnded || byte == interrupt || line.isEmpty
      ? nil : String(decoding: line, as: UTF8.self).trimmed
  }

  /// What the terminal was like before a dialogue, for the handler of its signal.
  private nonisolated(unsafe) static var before = termios()

  /// Runs a dialogue so that Control-C leaves the cursor on a line of its own and the terminal as it was, and then
  /// ends the program as it always does.
  static func leavingLineOnInterrupt<Result>(
    _ dialogue: () async throws -> Result
  ) async rethrows -> Result {
    tcgetattr(STDIN_FILENO, &before)
    let former = signal(SIGINT) { _ in
      tcsetattr(STDIN_FILENO, TCSADRAIN, &Terminal.before)
      var newline = UInt8(ascii: "\n")
      _ = Glibc.write(STDOUT_FILENO, &newline, 1)
      signal(SIGINT, SIG_DFL)
      raise(SIGINT)
    }
    defer { signal(SIGINT, former) }
    return try await dialogue()
  }
}
