/// Rows with a name, a figure, and a bar below them.
struct BarsChart {
  struct Row {
    let name: String
    let figure: String
    /// One after the other, as parts of the whole width: 0 to 1 together.
    let parts: [(share: Double, look: Drawing.Look)]
    /// What the bar would be at its end, as a part of the whole width; nil where that is not known.
    let whole: Double?
  }

  let rows: [Row]

  private static let rowHeight = 34.0
  private static let barHeight = 10.0

  var drawing: Drawing {
    let shapes = rows.enumerated().flatMap { index, row -> [Drawing.Shape] in
      let top = Double(index) * Self.rowHeight
      let room = Drawing.width - Double(row.figure.displayWidth) * 6.2 - 12
      var shapes: [Drawing.Shape] = [
        .text(Drawing.fitted(row.name, in: room), x: 0, y: top + 12),
        .text(row.figure, x: Drawing.width, y: top + 12, anchor: .end),
      ]
      var x = 0.0
      for part in row.parts where part.share > 0 {
        let width = part.share * Drawing.width
        shapes.append(
          .bar(x: x, y: top + 17, width: width, height: Self.barHeight, look: part.look))
        x += width
      }
      if let whole = row.whole {
        let end = min(1, whole) * Drawing.width
        shapes.append(
          .bar(x: 0, y: top + 17, width: end, height: Self.barHeight, look: .outline))
        // What went past it would hide its end.
        if x > end {
          shapes.append(.line(x1: end, y1: top + 15, x2: end, y2: top + 29, look: .mark))
        }
      }
      return shapes
    }
    return Drawing(height: Double(rows.count) * Self.rowHeight, shapes: shapes)
  }
}
