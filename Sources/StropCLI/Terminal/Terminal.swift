import Foundation
import Glibc
import StropApp

/// The terminal that a command speaks to, if any.
struct Terminal {
  /// 80 where there is none to ask.
  let columns: Int
  let color: Bool
  /// Whether there is somebody to ask: both standard input and output are terminals.
  let isInteractive: Bool

  init(_ environment: Environment, _ choice: GlobalOptions.Color) {
    let isOutput = Terminal.isTerminal(STDOUT_FILENO)
    isInteractive = isOutput && Terminal.isTerminal(STDIN_FILENO)
    columns = Terminal.columns(environment.variable("COLUMNS"))
    color =
      switch choice {
      case .always: true
      case .never: false
      case .auto:
        isOutput && environment.variable("NO_COLOR") == nil
          && environment.variable("TERM") != "dumb"
      }
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// What `columns` is where no environment has been read.
  static var currentColumns: Int {
    columns(ProcessInfo.processInfo.environment["COLUMNS"])
  }

  private static func columns(_ variable: String?) -> Int {
    variable.flatMap { Int($0) } ?? width ?? 80
  }

  private static var width: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Asks one question; nil at the end of input.
  static func ask(_ question: String) throws -> String? {
    try Output.standard.write(question)
    return readLine()
  }
}
