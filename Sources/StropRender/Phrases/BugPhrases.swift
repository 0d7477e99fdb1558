import StropCore

extension PhraseBook {
  var noBugs: String { say("No bug is recorded yet.", "还没有记录 bug。") }
  var noSuchBugs: String { say("No bug is like that.", "没有这样的 bug。") }
  var openOne: String { say("when you meet one:", "碰到了就记：") }
  var tryIt: String { say("what you try:", "每试一个假设：") }
  var closeIt: String { say("the cause is found:", "找到根因：") }
  var seeTrail: String { say("its trail:", "排查过程：") }

  func bugClass(_ bugClass: Bug.Class) -> String {
    switch bugClass {
    case .data: say("data", "数据")
    case .tokenisation: say("tokenisation", "分词")
    case .lossMask: "loss mask"
    case .numerics: say("numerics", "数值")
    case .parallelism: say("parallelism", "并行")
    case .optimizer: say("optimizer", "优化器")
    case .checkpoint: "checkpoint"
    case .environment: say("environment", "环境")
    case .evaluation: say("evaluation", "评测")
    case .other: say("other", "其他")
    }
  }

  func result(_ result: Hypothesis.Result) -> String {
    switch result {
    case .ruledOut: say("ruled out", "排除")
    case .confirmed: say("confirmed", "证实")
    case .unclear: say("unclear", "不确定")
    }
  }

  /// How many hypotheses were tried.
  func tried(_ count: Int) -> String { say("\(count) tried", "试过 \(count) 个") }

  /// How many were tried of each, on average.
  func tried(_ mean: Double) -> String {
    say("\(decimal(mean)) tried each", "平均试 \(decimal(mean)) 个")
  }

  /// `40 min`, `5.5 h`, `3 days`.
  func duration(hours: Double) -> String {
    switch hours {
    case ..<1: minutes(Int((hours * 60).rounded()))
    case ..<48: self.hours(hours)
    default: days(Int((hours / 24).rounded()))
    }
  }

  /// Before bugs that are open for long.
  var openBug: String { say("bug", "bug") }

  /// `open`, `closed 26 Nov`.
  func state(_ bug: Bug) -> String {
    guard let closing = bug.closing else { return say("open", "未解决") }
    return say("closed ", "已关闭 ") + shortDay(closing.day)
  }

  /// How a bug stands, and for how long.
  func standing(_ bug: Bug, now: Instant) -> String {
    let length = duration(hours: bug.hours(at: now))
    guard let closing = bug.closing else { return say("open for \(length)", "未解决，已 \(length)") }
    return say(
      "closed \(shortDay(closing.day)), after \(length)",
      "\(shortDay(closing.day)) 关闭，用时 \(length)")
  }

  var opened: String { say("opened", "发现") }
  func closedAfter(_ hours: Double) -> String {
    say("closed after \(duration(hours: hours))", "关闭，用时 \(duration(hours: hours))")
  }
  var causeLabel: String { say("cause", "根因") }
  /// `cause (loss mask): off by one`.
  func cause(_ closing: Bug.Closing) -> String {
    let bugClass = bugClass(closing.bugClass)
    return causeLabel + say(" (\(bugClass))", "（\(bugClass)）") + colon + closing.cause
  }
  var fixLabel: String { say("fix", "修复") }
  /// Of a commit whose repository is not on this machine.
  var commitNotFound: String {
    say("not in this directory's repository: kept as typed", "不在当前目录的仓库里，按原样记下")
  }

  func bugs(closed: Int, open: Int) -> String {
    say("\(closed) closed, \(open) open", "已关闭 \(closed) 个，未解决 \(open) 个")
  }
  var medianLabel: String { say("median time to root cause", "定位根因用时的中位数") }
  /// Kaplan–Meier, in words.
  var medianMethod: String {
    say(
      "Kaplan–Meier: open ones count as lasting at least until now",
      "Kaplan–Meier：未解决的按“至少持续到现在”计")
  }
  var noMedian: String {
    say("not known yet: too many are open", "还说不准：未解决的太多")
  }
  var hypothesesPerBug: String { say("hypotheses per closed bug", "每个已关闭 bug 试过的假设") }
}
