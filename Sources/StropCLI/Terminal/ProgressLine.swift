import Glibc
import StropApp
import StropCore
import StropRender

/// A line on the terminal that says how far a large file has been read, and goes when it is.
enum ProgressLine {
  /// Does nothing where standard error is no terminal.
  static func show(_ progress: FileProgress?) {
    guard Terminal.isTerminal(STDERR_FILENO) else { return }
    guard let progress else {
      try? Output.errors.write("\r\u{1b}[K")
      return
    }
    let size = "\(ByteCount.text(progress.read)) / \(ByteCount.text(progress.size))"
    let name = String(progress.path.split(separator: "/").last ?? "").sanitized
    // A line that wraps could not be taken back.
    let room = Terminal.currentColumns - size.displayWidth - 3
    try? Output.errors.write("\r\u{1b}[K\(name.fitted(to: room))  \(size)")
  }
}
