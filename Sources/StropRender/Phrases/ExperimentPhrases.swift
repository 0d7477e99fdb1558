import StropCore

extension PhraseBook {
  var noExperiments: String { say("No experiment is planned yet.", "还没有计划过实验。") }
  var planOne: String { say("plan one:", "计划一个：") }
  var runIt: String { say("run it:", "开跑：") }
  var runAgain: String { say("run it again:", "再跑一次：") }
  var concludeExperiment: String { say("what came out:", "下结论：") }
  var seeExperiment: String { say("all of it:", "全部：") }
  var hypothesisLabel: String { say("hypothesis", "假设") }
  var predictionMissing: String { say("none: write it before the first run", "还没写：要在第一次跑之前写") }
  var predictIt: String { say("predict first:", "先写预测：") }
  var stopLabel: String { say("stop when", "停止条件") }
  var budgetLabel: String { say("budget", "预算") }
  var usedLabel: String { say("used", "已用") }
  var outcomeLabel: String { say("outcome", "结论") }
  /// Before experiments with a run that is lost, or past their budget.
  var experimentLabel: String { say("experiment", "实验") }

  func verdict(_ verdict: Experiment.Verdict) -> String {
    switch verdict {
    case .confirmed: say("confirmed", "证实")
    case .refuted: say("refuted", "证伪")
    case .inconclusive: say("inconclusive", "无结论")
    }
  }

  /// How an experiment stands: its verdict, or how far it is.
  func state(_ card: ExperimentCard) -> String {
    if let ending = card.experiment.ending { return verdict(ending.verdict) }
    if card.runs.contains(where: { $0.state == .running }) { return say("running", "运行中") }
    if card.lostRun != nil { return say("run lost", "运行失联") }
    if card.isPastBudget { return say("past its budget", "超预算") }
    return card.runs.isEmpty ? say("planned", "已计划") : say("in progress", "进行中")
  }

  /// `planned 21 Nov`, `finished 24 Nov`.
  func standing(_ experiment: Experiment) -> String {
    let planned = shortDay(experiment.planned.day)
    guard let ending = experiment.ending else { return say("planned \(planned)", "\(planned) 计划") }
    return say("finished \(shortDay(ending.day))", "\(shortDay(ending.day)) 结束")
  }

  var predictedLate: String {
    say("written after the first run had started", "第一次跑开始之后才写")
  }

  /// `4 h, 8 GPU-hours`.
  func budget(_ experiment: Experiment) -> String? {
    let parts = [
      experiment.budget.map { say("\(figure($0)) h", "\(figure($0)) 小时") },
      experiment.gpuHours.map(gpuHours),
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: comma)
  }

  func gpuHours(_ hours: Double) -> String {
    say("\(figure(hours, digits: 3)) GPU-hours", "\(figure(hours, digits: 3)) GPU 小时")
  }

  /// `3.2 h in 4 runs, 6.4 GPU-hours, 44 CNY at 6.85 each`.
  func used(_ card: ExperimentCard) -> String {
    let hours = seconds(card.hours * 3_600)
    let count = card.runs.count
    let parts = [
      say("\(hours) in \(counted(count, "run"))", "跑了 \(count) 次，共 \(hours)"),
      card.gpuHours.map(gpuHours), card.cost.map { cost($0, at: card.price ?? 0) },
    ]
    return parts.compactMap(\.self).joined(separator: comma)
  }

  /// What GPU-hours cost together, at the price of one.
  func cost(_ total: Double, at price: Double) -> String {
    let total = figure(total, digits: 3)
    return say("\(total) CNY at \(figure(price)) each", "约 \(total) 元（每 GPU 小时 \(figure(price)) 元）")
  }

  func runs(_ count: Int) -> String { say(counted(count, "run"), "\(count) 次") }

  /// `exit 0`, `exit 143 (TERM)`, `lost`.
  func outcome(_ run: WatchedRun) -> String {
    switch run.state {
    case .running: say("running", "运行中")
    case .lost: say("lost: its end was not seen", "失联：没等到结束")
    case .finished:
      say("exit ", "退出码 ") + String(run.run.end?.exit ?? 0)
        + (run.run.end.flatMap { signalName($0.exit - 128) }.map { " (\($0))" } ?? "")
    }
  }

  private func signalName(_ number: Int) -> String? {
    switch number {
    case 1: "HUP"
    case 2: "INT"
    case 3: "QUIT"
    case 6: "ABRT"
    case 9: "KILL"
    case 11: "SEGV"
    case 13: "PIPE"
    case 15: "TERM"
    default: nil
    }
  }

  func gpus(_ count: Int) -> String { say(counted(count, "GPU"), "\(count) 卡") }
  var withChanges: String { say("with uncommitted changes", "有未提交的改动") }

  /// `loss 0.31`.
  func metric(_ metric: Metric) -> String {
    metric.name + " " + (metric.number.isFinite ? figure(metric.number) : metric.value)
  }

  /// One line when a run is over, for whoever waits at a terminal.
  func runRecorded(_ run: WatchedRun) -> String {
    let time = run.run.end.map { $0.at.milliseconds - run.run.started.at.milliseconds } ?? 0
    let parts =
      [
        say("run \(run.listed.shortID) recorded", "已记录运行 \(run.listed.shortID)"), outcome(run),
        seconds(Double(time) / 1_000),
      ] + run.metrics.prefix(3).map(metric)
    return parts.joined(separator: comma)
  }

  /// `0.4 s`, `40 min`, `5.5 h`.
  func seconds(_ seconds: Double) -> String {
    seconds < 60
      ? say("\(decimal(seconds)) s", "\(decimal(seconds)) 秒") : duration(hours: seconds / 3600)
  }

  func noMetrics(_ path: String) -> String {
    say("nothing was written into \(path): no metrics are recorded", "\(path) 没有新内容，未记录指标")
  }
}
