import StropCore

extension PhraseBook {
  var noReproductions: String { say("No reproduction is recorded yet.", "还没有复现记录。") }
  var startOne: String { say("start one:", "开始一个：") }
  var addResult: String { say("a run's result:", "记一次结果：") }
  var anotherSeed: String { say("another seed:", "再跑一个种子：") }
  var concludeIt: String { say("done with it:", "做完了：") }
  var seeReproduction: String { say("all of it:", "全部：") }

  func verdict(_ verdict: ClaimStanding.Verdict) -> String {
    switch verdict {
    case .inProgress: say("in progress", "进行中")
    case .singleSeed: say("single seed", "只有一个种子")
    case .reproduced: say("reproduced", "已复现")
    case .notReproduced: say("not reproduced", "未复现")
    case .abandoned: say("abandoned", "已放弃")
    }
  }

  /// What a verdict does not say by itself; nothing where it says it all.
  func caution(_ verdict: ClaimStanding.Verdict) -> String? {
    guard verdict == .singleSeed else { return nil }
    return say("one run is a number, not a verdict", "只跑一次只是一个数，不算结论")
  }

  /// `claim 61, higher is better, tolerance 2%`.
  func claimed(_ claim: Claim) -> String {
    let value = figure(claim.value)
    let better =
      switch claim.better {
      case .higher: say("higher is better", "越高越好")
      case .lower: say("lower is better", "越低越好")
      }
    let tolerance = claim.tolerance.map {
      say("tolerance ", "容差 ") + figure($0.amount) + ($0.isRelative ? "%" : "")
    }
    return [say("claim \(value)", "论文 \(value)"), better, tolerance].compactMap(\.self)
      .joined(separator: comma)
  }

  /// `57.3 ± 0.8, 3 runs`: the mean and the sample's standard deviation.
  func measured(_ standing: ClaimStanding) -> String {
    guard standing.mean != nil else { return say("no result yet", "还没有结果") }
    let count = standing.runs.count
    return mean(standing) + say(", " + counted(count, "run"), "，跑了 \(count) 次")
  }

  /// `gap -3.7, -6.1%, -8.0 standard errors`.
  func gap(_ standing: ClaimStanding) -> String? {
    guard let gap = standing.gap else { return nil }
    var parts = [say("gap ", "差 ") + signed(figure(gap, digits: 3))]
    if let relative = standing.relativeGap { parts.append(signed(decimal(relative * 100)) + "%") }
    if let errors = standing.gapInStandardErrors {
      parts.append(signed(decimal(errors)) + say(" standard errors", " 个标准误"))
    }
    return parts.joined(separator: comma)
  }

  private func signed(_ number: String) -> String {
    let isPositive = !number.hasPrefix("-") && number.contains { ("1"..."9").contains($0) }
    return isPositive ? "+" + number : number
  }

  /// A number of any size, to so many significant digits, as short as it gets: `71.2`, `0.00012`, `1.2e+21`.
  func figure(_ number: Double, digits: Int = 4) -> String {
    guard number.isFinite else { return none }
    guard number != 0 else { return "0" }
    var exponent = 0
    var size = abs(number)
    while size >= 10 {
      size /= 10
      exponent += 1
    }
    while size < 1 {
      size *= 10
      exponent -= 1
    }
    // Of a whole number every digit is said.
    let places = max(0, digits - 1 - exponent)
    guard places <= 12, exponent <= 14 else { return number.description }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let rounded = (number * scale).rounded() / scale
    return rounded == rounded.rounded() ? String(Int(rounded)) : rounded.description
  }

  /// `57.3 ± 0.8`: the mean and the sample's standard deviation, where there are several runs; a dash without any.
  func mean(_ standing: ClaimStanding) -> String {
    (standing.mean.map { figure($0) } ?? none)
      + (standing.standardDeviation.map { " ± " + figure($0, digits: 2) } ?? "")
  }

  /// `started 12 Nov`, `finished 20 Nov`.
  func standing(_ reproduction: Reproduction) -> String {
    guard let ending = reproduction.ending else {
      let day = shortDay(reproduction.started.day)
      return say("started \(day)", "\(day) 开始")
    }
    let day = shortDay(ending.day)
    return ending.isAbandoned
      ? say("abandoned \(day)", "\(day) 放弃") : say("finished \(day)", "\(day) 完成")
  }

  func seed(_ seed: Int) -> String { say("seed \(seed)", "种子 \(seed)") }
  var replaced: String { say("replaced by a later run of its seed", "同一种子后来重跑过") }
}
