import StropCore

/// What was claimed against what the runs gave: the means' distances from the claims, as parts of these, with the
/// intervals of the means; the shaded band is what the claim tolerates.
struct ClaimChart {
  struct Row {
    let name: String
    let figure: String
    let standing: ClaimStanding
  }

  let rows: [Row]
  let percent: (Double) -> String

  private static let rowHeight = 38.0
  /// No distance beyond it is told from another.
  private static let farthest = 1.0

  private func distance(_ value: Double, _ standing: ClaimStanding) -> Double {
    (value - standing.claim.value) / abs(standing.claim.value)
  }

  var drawing: Drawing {
    let reaches = rows.flatMap { row -> [Double] in
      guard let mean = row.standing.mean, row.standing.claim.value != 0 else { return [] }
      let interval = row.standing.interval ?? mean...mean
      return [interval.lowerBound, interval.upperBound].map { abs(distance($0, row.standing)) }
        + [row.standing.tolerance / abs(row.standing.claim.value)]
    }
    let end = min(scaleEnd(reaches.max() ?? 0), Self.farthest)
    let left = 10.0
    let width = Drawing.width - 2 * left
    func x(_ part: Double) -> Double {
      left + (max(-end, min(end, part)) + end) / (2 * end) * width
    }
    let bottom = Double(rows.count) * Self.rowHeight
    var shapes: [Drawing.Shape] = [-end, 0, end].flatMap { part -> [Drawing.Shape] in
      let anchor: Drawing.Anchor = part < 0 ? .start : part > 0 ? .end : .middle
      return [
        .text(
          percent(part), x: part == 0 ? x(0) : part < 0 ? 0 : Drawing.width, y: bottom + 14,
          anchor: anchor)
      ]
    }
    for (index, row) in rows.enumerated() {
      let top = Double(index) * Self.rowHeight
      let room = Drawing.width - Double(row.figure.displayWidth) * 6.2 - 12
      shapes += [
        .text(Drawing.fitted(row.name, in: room), x: 0, y: top + 12),
        .text(row.figure, x: Drawing.width, y: top + 12, anchor: .end),
        .line(x1: x(-end), y1: top + 26, x2: x(end), y2: top + 26, look: .grid),
      ]
      let standing = row.standing
      guard standing.claim.value != 0 else { continue }
      let tolerance = standing.tolerance / abs(standing.claim.value)
      if tolerance > 0 {
        shapes.append(
          .bar(
            x: x(-tolerance), y: top + 19, width: x(tolerance) - x(-tolerance), height: 14,
            look: .shade(1)))
      }
      shapes.append(.line(x1: x(0), y1: top + 17, x2: x(0), y2: top + 35, look: .mark))
      if let interval = standing.interval {
        shapes.append(
          .line(
            x1: x(distance(interval.lowerBound, standing)), y1: top + 26,
            x2: x(distance(interval.upperBound, standing)), y2: top + 26, look: .whisker))
      }
      if let mean = standing.mean {
        shapes.append(
          .dot(x: x(distance(mean, standing)), y: top + 26, radius: 5, look: .series(0)))
      }
    }
    return Drawing(height: bottom + 20, shapes: shapes)
  }
}
