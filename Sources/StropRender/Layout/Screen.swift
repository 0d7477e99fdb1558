/// The lines of a screen, from the top.
struct Screen {
  private(set) var lines: [Line] = []

  mutating func add(_ line: Line) {
    lines.append(line)
  }

  mutating func add(_ lines: [Line]) {
    self.lines += lines
  }

  /// An empty line, unless the screen is empty or ends in one.
  mutating func blank() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  /// Ends in one newline.
  func text(columns: Int, color: Bool, links: Bool) -> String {
    var lines = lines
    while let last = lines.last, last.isEmpty { lines.removeLast() }
    return lines.map { $0.text(columns: columns, color: color, links: links) + "\n" }.joined()
  }
}
