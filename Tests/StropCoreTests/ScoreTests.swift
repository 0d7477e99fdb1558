import Foundation
import StropCore
import Testing

/// What logbooks come to, against numpy and lifelines (`Fixtures/record-scores`).
struct ScoreTests {
  private static let moment = Moment(
    at: Instant(milliseconds: 1_795_000_000_000), zone: "UTC", day: Day(number: 20_770))

  /// A line of `Fixtures/scores.jsonl`.
  private struct Line: Decodable {
    struct Judgements: Decodable {
      let log: [[Int]]
      let brier: Double?
      let baseRate: Double?
      let baseRateBrier: Double?
      let buckets: [[Double]]
    }

    struct Bugs: Decodable {
      let log: [[Double]]
      let median: Double?
    }

    struct Runs: Decodable {
      let claim: Double
      let values: [Double]
      let mean: Double
      let sd: Double?
      let gap: Double
      let relativeGap: Double?
      let gapInStandardErrors: Double?
    }

    let judgements: Judgements
    let bugs: Bugs
    let runs: Runs
  }

  private static func lines() throws -> [Line] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/scores.jsonl")
    return try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
  }

  /// Whether two figures are the same but for rounding, or are both none.
  private func isSame(_ figure: Double?, _ expected: Double?) -> Bool {
    guard let figure, let expected else { return figure == nil && expected == nil }
    return abs(figure - expected) <= 1e-9 * max(1, abs(expected))
  }

  private func judgement(
    _ percent: Int, _ outcome: Judgement.Outcome?, withdrawn: Instant? = nil
  ) -> Judgement {
    Judgement(
      id: "7k3fq0x9ab", paper: "2305.18290", claim: "it holds at 70B", probability: percent,
      by: ScoreTests.moment.day, rule: nil, moment: ScoreTests.moment, checkIn: nil,
      resolution: outcome.map {
        Judgement.Resolution(outcome: $0, at: ScoreTests.moment.at, day: ScoreTests.moment.day)
      }, withdrawn: withdrawn)
  }

  private func standing(
    _ claim: Double, _ values: [(value: Double, seed: Int?)], _ better: Claim.Better = .higher,
    _ tolerance: Claim.Tolerance? = nil
  ) -> ClaimStanding {
    ClaimStanding(
      Claim(
        id: "7k3fq0x9ab", reproduction: "7k3fq0x9ac", metric: "accuracy", value: claim,
        better: better, tolerance: tolerance, position: 0),
      results: values.map {
        RunResult(
          id: "7k3fq0x9ad", reproduction: "7k3fq0x9ac", metric: "accuracy", value: $0.value,
          seed: $0.seed, commit: nil, conditions: nil, moment: ScoreTests.moment, checkIn: nil)
      })
  }

  @Test func `scores of 200 random logs of judgements are numpy's`() throws {
    let lines = try ScoreTests.lines().map(\.judgements)
    #expect(lines.count == 200)
    for line in lines {
      let score = JudgementScore(line.log.map { judgement($0[0], $0[1] == 1 ? .yes : .no) })
      #expect(score.resolved == line.log.count)
      #expect(isSame(score.brier, line.brier))
      #expect(isSame(score.baseRate, line.baseRate))
      #expect(isSame(score.baseRateBrier, line.baseRateBrier))
      #expect(score.isAnecdotal == (line.log.count < 30))
      #expect(score.buckets.count == line.buckets.count)
      for (bucket, expected) in zip(score.buckets, line.buckets) {
        let figures = [
          bucket.from, bucket.to, Double(bucket.count), bucket.meanForecast, bucket.frequency,
        ]
        #expect(zip(figures, expected).allSatisfy { isSame($0, $1) })
      }
    }
  }

  @Test func `medians of 200 random logs of bugs are lifelines'`() throws {
    for line in try ScoreTests.lines().map(\.bugs) {
      let median = KaplanMeier.median(
        line.log.map { KaplanMeier.Observation(duration: $0[0], isOver: $0[1] == 1) })
      #expect(isSame(median, line.median))
    }
  }

  @Test func `figures of 200 random claims are numpy's`() throws {
    for line in try ScoreTests.lines().map(\.runs) {
      let standing = standing(line.claim, line.values.map { (value: $0, seed: nil) })
      #expect(standing.runs.count == line.values.count)
      #expect(isSame(standing.mean, line.mean))
      #expect(isSame(standing.standardDeviation, line.sd))
      #expect(isSame(standing.gap, line.gap))
      #expect(isSame(standing.relativeGap, line.relativeGap))
      #expect(isSame(standing.gapInStandardErrors, line.gapInStandardErrors))
      #expect((standing.verdict == .singleSeed) == (line.values.count == 1))
    }
  }

  @Test func `what is void, open or withdrawn counts for no score`() {
    let score = JudgementScore([
      judgement(70, .yes), judgement(20, .void), judgement(20, nil),
      judgement(0, .yes, withdrawn: ScoreTests.moment.at),
    ])
    #expect(score.resolved == 1)
    #expect(isSame(score.brier, 0.09))
  }

  @Test func `a half that is never reached is no median`() {
    let open = KaplanMeier.Observation(duration: 9, isOver: false)
    let closed = KaplanMeier.Observation(duration: 2, isOver: true)
    #expect(KaplanMeier.median([]) == nil)
    #expect(KaplanMeier.median([open, open, closed]) == nil)
    #expect(KaplanMeier.median([open, closed]) == 2)
  }

  @Test func `the newest result of a seed counts, and all of those without one`() {
    let standing = standing(60, [(50, 1), (58, nil), (58, nil), (64, 1)])
    #expect(standing.runs.map(\.value) == [58, 58, 64])
    #expect(standing.mean == 60)
    #expect(standing.verdict == .reproduced)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let values: [Double]
    let better: Claim.Better
    let tolerance: Claim.Tolerance?
    let verdict: ClaimStanding.Verdict

    var testDescription: String { "\(values) of 10, \(better) is better" }

    init(
      _ values: [Double], _ better: Claim.Better, _ tolerance: Claim.Tolerance?,
      _ verdict: ClaimStanding.Verdict
    ) {
      self.values = values
      self.better = better
      self.tolerance = tolerance
      self.verdict = verdict
    }

    static let all = [
      Case([], .higher, nil, .inProgress), Case([99], .higher, nil, .singleSeed),
      Case([11, 12], .higher, nil, .reproduced), Case([9, 9.5], .higher, nil, .notReproduced),
      // Better than claimed is no gap.
      Case([1, 2], .lower, nil, .reproduced), Case([11, 12], .lower, nil, .notReproduced),
      // To the digit: 9.8 is 2% below 10.
      Case([9.8, 9.8], .higher, Claim.Tolerance(amount: 2, isRelative: true), .reproduced),
      Case([9.7, 9.8], .higher, Claim.Tolerance(amount: 2, isRelative: true), .notReproduced),
      Case([10.4, 10.6], .lower, Claim.Tolerance(amount: 0.5, isRelative: false), .reproduced),
    ]
  }

  @Test(arguments: Case.all) func `a verdict needs two runs, and looks at the worse side`(
    _ item: Case
  ) {
    let standing = standing(
      10, item.values.map { (value: $0, seed: nil) }, item.better, item.tolerance)
    #expect(standing.verdict == item.verdict)
  }

  @Test func `a reproduction stands as the least of its claims`() {
    let met = standing(10, [(11, nil), (11, nil)])
    let missed = standing(10, [(9, nil), (9, nil)])
    let single = standing(10, [(11, nil)])
    typealias Verdict = ClaimStanding.Verdict
    #expect(Verdict(of: [met, met], .open) == .reproduced)
    #expect(Verdict(of: [met, missed], .finished) == .notReproduced)
    #expect(Verdict(of: [missed, single], .open) == .singleSeed)
    #expect(Verdict(of: [single, standing(10, [])], .open) == .inProgress)
    #expect(Verdict(of: [], .open) == .inProgress)
    #expect(Verdict(of: [met], .abandoned) == .abandoned)
  }
}
