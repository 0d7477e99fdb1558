/// Columns made of parts, one on top of the other, each with a mark for what was planned.
struct StackedChart {
  struct Column {
    /// Below it; empty for none.
    let label: String
    /// From the bottom on.
    let parts: [Double]
    let planned: Double
    let tip: String
  }

  let columns: [Column]
  /// Of a value of the scale.
  let label: (Double) -> String

  private static let plot = (left: 34.0, top: 8.0, bottom: 128.0)

  var drawing: Drawing {
    let plot = Self.plot
    let most = columns.map { max($0.parts.reduce(0, +), $0.planned) }.max() ?? 0
    let end = scaleEnd(most)
    func y(_ value: Double) -> Double { plot.bottom - value / end * (plot.bottom - plot.top) }
    var shapes: [Drawing.Shape] = [0, end / 2, end].flatMap { value -> [Drawing.Shape] in
      [
        .line(x1: plot.left, y1: y(value), x2: Drawing.width, y2: y(value), look: .grid),
        .text(label(value), x: plot.left - 4, y: y(value) + 4, anchor: .end),
      ]
    }
    let step = (Drawing.width - plot.left) / Double(max(columns.count, 1))
    let width = min(28, step * 0.8)
    for (index, column) in columns.enumerated() {
      let x = plot.left + Double(index) * step + (step - width) / 2
      var base = 0.0
      for (series, part) in column.parts.enumerated() where part > 0 {
        shapes.append(
          .bar(
            x: x, y: y(base + part), width: width, height: y(base) - y(base + part),
            look: .series(series), tip: column.tip))
        base += part
      }
      if column.planned > 0 {
        shapes.append(
          .line(
            x1: x - step * 0.1, y1: y(column.planned), x2: x + width + step * 0.1,
            y2: y(column.planned), look: .mark))
      }
      if !column.label.isEmpty {
        shapes.append(
          .text(column.label, x: x + width / 2, y: plot.bottom + 14, anchor: .middle))
      }
    }
    return Drawing(height: plot.bottom + 20, shapes: shapes)
  }
}
