/// Rows whose cells line up. Where the screen is too narrow, columns shrink, then drop.
struct Table {
  struct Column {
    var alignment = TextAlignment.left
    /// Columns between it and the one before.
    var gap = 2
    /// How narrow it may get; nil where it is never cut.
    var minimum: Int?
    /// Whether it is cut only once every column that can drop has dropped: names to type.
    var isCutLast = false
    /// The lowest is dropped first; nil where it stays.
    var drops: Int?
  }

  var indent = 2
  let columns: [Column]
  var rows: [[Line]] = []

  init(indent: Int = 2, columns: [Column], rows: [[Line]] = []) {
    self.indent = indent
    self.columns = columns
    self.rows = rows
  }

  /// The rows in at most `width` columns, as far as dropping and shrinking columns can.
  func lines(within width: Int) -> [Line] {
    let widths = widths(within: width)
    return rows.map { row in
      var line = Line.spaces(indent)
      var isFirst = true
      for (index, cell) in row.enumerated() {
        guard index < widths.count, let width = widths[index] else { continue }
        if !isFirst { line = line + .spaces(columns[index].gap) }
        line = line + cell.padded(to: width, aligned: columns[index].alignment)
        isFirst = false
      }
      return line
    }
  }

  /// The width of each column; nil where it is not shown.
  private func widths(within width: Int) -> [Int?] {
    let natural = columns.indices.map { index in
      rows.map { index < $0.count ? $0[index].width : 0 }.max() ?? 0
    }
    var shown = columns.indices.filter { natural[$0] > 0 }
    while true {
      let gaps = shown.dropFirst().map { columns[$0].gap }.reduce(0, +)
      var overflow = indent + gaps + shown.map { natural[$0] }.reduce(0, +) - width
      let next = shown.filter { columns[$0].drops != nil }
        .min { columns[$0].drops ?? 0 < columns[$1].drops ?? 0 }
      let give = { (index: Int) in
        columns[index].isCutLast && next != nil
          ? 0 : max(0, natural[index] - (columns[index].minimum ?? .max))
      }
      if overflow > shown.map(give).reduce(0, +), let next {
        shown.removeAll { $0 == next }
        continue
      }
      var widths = [Int?](repeating: nil, count: columns.count)
      for index in shown.reversed() {
        let taken = min(max(0, overflow), give(index))
        widths[index] = natural[index] - taken
        overflow -= taken
      }
      return widths
    }
  }
}
