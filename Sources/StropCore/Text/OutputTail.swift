/// The end of what a program printed, as people read it.
package enum OutputTail {
  /// How much of the end is looked at, in bytes.
  package static let window = 32 << 10
  private static let lines = 20
  /// In characters.
  private static let width = 500

  /// The last lines of `bytes`, without what only a terminal understands: colours, progress that was written over,
  /// full screens; nil where nothing is left.
  ///
  /// `isWhole`: whether `bytes` are all that was printed; else the first line lacks its beginning.
  package static func text(_ bytes: [UInt8], isWhole: Bool) -> String? {
    var text = String(decoding: bytes, as: UTF8.self)
    // To compile the expression takes longer than all the rest: only where there is something to find.
    if bytes.contains(0x1b) { text = withoutSequences(text) }
    var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    if !isWhole { lines = Array(lines.dropFirst()) }
    let shown = lines.map(line)
    guard let last = shown.lastIndex(where: { !$0.isEmpty }) else { return nil }
    let tail = shown[...last].suffix(self.lines).drop { $0.isEmpty }
    return tail.isEmpty ? nil : tail.joined(separator: "\n")
  }

  private static func withoutSequences(_ printed: String) -> String {
    var text = printed
    // What a full-screen program drew is gone with its screen.
    if let leave = text.ranges(of: "\u{1b}[?1049l").last {
      text = String(text[leave.upperBound...])
    } else if let enter = text.firstRange(of: "\u{1b}[?1049h") {
      text = String(text[..<enter.lowerBound])
    }
    text.replace(sequences, with: "")
    return text
  }

  /// A line as a terminal shows it in the end: what stands behind the last return, without control characters.
  private static func line(_ line: Substring) -> String {
    let last = line.split(separator: "\r").last ?? ""
    let plain = last.unicodeScalars.filter { $0 == "\t" || !$0.isTerminalControl }
    let text = String(String.UnicodeScalarView(plain)).prefix(width)
    return String(text.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }

  /// ECMA-48's control sequences and strings.
  nonisolated(unsafe) private static let sequences =
    /\x{1b}(?:\[[0-?]*[ -\/]*[@-~]|\][^\x{07}\x{1b}]*(?:\x{07}|\x{1b}\\)?|[PX^_][^\x{1b}]*(?:\x{1b}\\)?|[ -\/]*[0-~])/
}
