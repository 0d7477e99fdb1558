package import StropCore

extension TextRenderer {
  /// How far long work has come, on a line that can be taken back: shorter than the terminal is wide, and
  /// without its end.
  package func progress(_ progress: WorkProgress) -> String {
    let label = phrases.label(progress.work).sanitized
    // What is written into the last column may wrap.
    let room = columns - 1
    let amount = phrases.amount(progress).map { "  " + $0 } ?? ""
    guard let share = progress.share else { return (label + amount).fitted(to: room) }
    let done = Int((share * Double(Self.progressWidth)).rounded(.down))
    let bar =
      String(repeating: glyphs.full, count: done)
      + String(repeating: glyphs.empty, count: Self.progressWidth - done)
    // Not rounded: 100% is when it is done.
    let percent = "\(Int(share * 100))%".padded(to: 4, aligned: .right)
    let shown = "  \(bar) \(percent)"
    let all = label.displayWidth + shown.displayWidth + amount.displayWidth
    return all <= room
      ? label + shown + amount : label.fitted(to: room - shown.displayWidth) + shown
  }

  /// In columns.
  private static let progressWidth = 20
}
