import Glibc
import StropApp
import StropCore
import StropRender
import Synchronization

/// A line on the terminal that says how far long work has come, and goes when it is done.
final class ProgressLine: Sendable {
  private let environment: Environment
  private let language: Mutex<Language>

  /// `language`: until it is known which one the user has set.
  init(_ environment: Environment, _ language: Language) {
    self.environment = environment
    self.language = Mutex(language)
  }

  func speak(_ language: Language) { self.language.withLock { $0 = language } }

  /// Does nothing where standard error is no terminal, or one whose lines cannot be taken back.
  func show(_ progress: WorkProgress?) {
    guard Terminal.isTerminal(STDERR_FILENO),
      !["", "dumb"].contains(environment.variable("TERM") ?? "")
    else { return }
    let line = progress.map { progress in
      TextRenderer(
        language: language.withLock(\.self), columns: Terminal.errorColumns, color: false,
        glyphs: environment.isUTF8 ? .unicode : .ascii
      ).progress(progress)
    }
    try? Output.errors.write("\r\u{1b}[K" + (line ?? ""))
  }
}
