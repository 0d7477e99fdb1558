/// How many standard errors around a mean hold the true one 19 times in 20, by Student's t.
enum StudentT {
  /// Of 1 to 30 degrees of freedom.
  private static let table = [
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
    2.052, 2.048, 2.045, 2.042,
  ]

  /// The 97.5th percentile; `freedom`: at least 1. Past the table by the expansion of M. Abramowitz and I. A. Stegun
  /// 1964, "Handbook of Mathematical Functions", 26.7.5, to two terms.
  static func quantile(freedom: Int) -> Double {
    if freedom <= table.count { return table[max(freedom, 1) - 1] }
    let z = 1.959964
    let n = Double(freedom)
    let cube = z * z * z
    return z + (cube + z) / (4 * n) + (5 * cube * z * z + 16 * cube + 3 * z) / (96 * n * n)
  }
}

extension ClaimStanding {
  /// What holds the true mean 19 times in 20, if runs scatter as a normal distribution does: mean ± t · sd / √n; nil for
  /// fewer than two runs.
  package var interval: ClosedRange<Double>? {
    guard let mean, let sd = standardDeviation, sd.isFinite, mean.isFinite else { return nil }
    let reach = StudentT.quantile(freedom: runs.count - 1) * sd / Double(runs.count).squareRoot()
    return (mean - reach)...(mean + reach)
  }
}
