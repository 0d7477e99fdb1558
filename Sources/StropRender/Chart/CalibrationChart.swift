import StropCore

/// Forecasts against what came of them: on the diagonal where they were right (A. H. Murphy and R. L. Winkler 1977,
/// "Reliability of Subjective Probability Forecasts"). A dot's area is how many forecasts it stands for.
struct CalibrationChart {
  let score: JudgementScore
  let phrases: PhraseBook

  private static let plot = (left: 34.0, top: 20.0, size: 200.0)

  var drawing: Drawing {
    let plot = Self.plot
    func x(_ part: Double) -> Double { plot.left + part * plot.size }
    func y(_ part: Double) -> Double { plot.top + (1 - part) * plot.size }
    var shapes: [Drawing.Shape] = [0, 0.25, 0.5, 0.75, 1].flatMap { part -> [Drawing.Shape] in
      [
        .line(x1: x(0), y1: y(part), x2: x(1), y2: y(part), look: .grid),
        .line(x1: x(part), y1: y(0), x2: x(part), y2: y(1), look: .grid),
        .text(phrases.percent(part), x: x(0) - 4, y: y(part) + 4, anchor: .end),
        .text(phrases.percent(part), x: x(part), y: y(0) + 22, anchor: .middle),
      ]
    }
    shapes += [
      .line(x1: x(0), y1: y(0), x2: x(1), y2: y(1), look: .axis),
      .text(phrases.cameTrueAxis, x: 0, y: 10),
      .text(phrases.saidAxis, x: x(1), y: y(0) + 38, anchor: .end),
    ]
    let most = score.buckets.map(\.count).max() ?? 1
    for bucket in score.buckets {
      let (cx, cy) = (x(bucket.meanForecast), y(bucket.frequency))
      let radius = 3 + 7 * (Double(bucket.count) / Double(most)).squareRoot()
      shapes.append(
        .dot(x: cx, y: cy, radius: radius, look: .series(0), tip: phrases.bucket(bucket)))
      // Towards the middle, where no axis is; beside the dot, its neighbour could lie.
      let below = bucket.frequency >= 0.5
      shapes.append(
        .text(
          "\(bucket.count)", x: cx, y: below ? cy + radius + 11 : cy - radius - 4, anchor: .middle))
    }
    return Drawing(height: plot.top + plot.size + 44, shapes: shapes)
  }
}
