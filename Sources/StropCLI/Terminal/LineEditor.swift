import CLibedit
import Glibc

/// Lines typed at a prompt and edited as a shell's are, by Debian's libedit: wide characters, arrows, Control-A, -E, -W
/// and -U, and what was typed before.
enum LineEditor {
  /// The line behind `prompt`; nil at the end of input.
  ///
  /// `history`: what Up brings back, oldest first; each without line breaks.
  static func read(_ prompt: String, history: [String]) -> String? {
    beginning
    rl_resize_terminal()
    clear_history()
    for line in history { add_history(line) }
    guard let line = readline(prompt) else { return nil }
    defer { free(line) }
    return String(cString: line)
  }

  /// Once, since beginning anew throws away what was typed ahead.
  private static let beginning: Void = {
    // It reads keys as the locale says, which may know no Chinese.
    setlocale(LC_CTYPE, "")
    if mblen("中", 3) != 3 { setlocale(LC_CTYPE, "C.UTF-8") }
    libedit_leave_signals_alone()
    rl_initialize()
    // Else it takes what lies between the cursor and a mark.
    rl_parse_and_bind("bind ^W ed-delete-prev-word")
  }()
}
