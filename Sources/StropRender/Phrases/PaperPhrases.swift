import StropCore

extension PhraseBook {
  var noPapers: String { say("No paper is taken up yet.", "还没有加入论文。") }
  var noSuchPapers: String { say("No paper is like that.", "没有这样的论文。") }
  var listOfSkill: String { say("the list of a skill:", "某个技能的书单：") }
  var readIt: String { say("when you read it:", "读完记一笔：") }
  var judgeIt: String { say("judge a claim of it:", "判断其中一个论断：") }
  var resolveIt: String { say("when it is settled:", "有结果了：") }
  var seeScore: String { say("how well you judge:", "判断得准不准：") }

  func moreListed(_ count: Int) -> String {
    say("\(count) more are on the reading list", "书单里还有 \(count) 篇")
  }

  var unread: String { say("unread", "未读") }
  var read: String { say("read", "已读") }

  /// `read, pass 2`, `unread`.
  func readings(_ line: PaperLine) -> String {
    guard !line.readings.isEmpty else { return unread }
    return line.pass.map { read + comma + pass($0) } ?? read
  }

  func pass(_ pass: Int) -> String { say("pass \(pass)", "第 \(pass) 遍") }

  /// `3 months after it came out`.
  func lag(months: Int) -> String {
    switch months {
    case ...0: say("in the month it came out", "发布当月就读")
    case 1: say("1 month after it came out", "发布 1 个月后读")
    default: say("\(months) months after it came out", "发布 \(months) 个月后读")
    }
  }

  func judged(_ count: Int) -> String {
    count == 0 ? "" : say(counted(count, "judgement"), "\(count) 个判断")
  }

  /// Of a title that the user gave, where the reading list says another one.
  func otherTitle(_ key: String, _ title: String) -> String {
    say(
      "the reading list calls \(key) \"\(title)\": is the id right?",
      "书单里 \(key) 是“\(title)”：编号写对了吗？")
  }

  /// Of a paper that was called otherwise before.
  func formerTitle(_ title: String) -> String {
    say("it was called \"\(title)\" before", "原来的标题是“\(title)”")
  }

  func outcome(_ outcome: Judgement.Outcome) -> String {
    switch outcome {
    case .yes: say("came true", "成立")
    case .no: say("did not come true", "不成立")
    case .void: say("void", "无法判定")
    }
  }

  /// `70% by Thu 1 Jan 2027`.
  func forecast(_ judgement: Judgement) -> String {
    say(
      "\(judgement.probability)% by \(shortDay(judgement.by))",
      "\(judgement.probability)%，\(shortDay(judgement.by)) 前")
  }

  /// What a reminder says of a judgement whose day has come.
  func settle(_ judgement: Judgement, paper: String) -> String {
    say("settle ", "该判定了：") + quoted(judgement.claim) + comma + forecast(judgement)
      + say(" (\(paper))", "（\(paper)）")
  }

  /// Before judgements whose day has come.
  var fallsDue: String { say("due", "到期") }
  var overdue: String { say("overdue", "已到期") }
  var open: String { say("open", "待定") }
  var withdrawn: String { say("withdrawn", "已撤回") }
  /// Of a judgement that was undone.
  var withdrawnLate: String {
    say(
      "withdrawn; it was written more than a day ago, so it stays in sight",
      "已撤回；写下超过一天，仍会列出")
  }
  var settledBy: String { say("settled by:", "判定办法：") }

  /// How a judgement stands: `overdue`, `open`, `came true on 3 Dec`.
  func standing(_ line: JudgementLine) -> String {
    let judgement = line.judgement
    if judgement.withdrawn != nil { return withdrawn }
    guard let resolution = judgement.resolution else { return line.isOverdue ? overdue : open }
    return outcome(resolution.outcome) + say(", ", "，") + shortDay(resolution.day)
  }

  var noJudgements: String { say("Nothing is judged yet.", "还没有写过判断。") }

  /// The counts that a score is of, first what it may not be taken for.
  func scored(_ card: ScoreCard) -> String {
    scored(
      card.score, open: card.open.count, overdue: card.overdue.count,
      withdrawn: card.withdrawn.count, void: card.void)
  }

  /// `14 judgements resolved: anecdotal, fewer than 30; 3 open, 1 of them overdue; 1 withdrawn`.
  func scored(
    _ score: JudgementScore, open: Int, overdue: Int = 0, withdrawn: Int, void: Int
  ) -> String {
    let resolved = say(
      counted(score.resolved, "judgement") + " resolved", "已判定 \(score.resolved) 个判断")
    let anecdotal = say(
      ": anecdotal, fewer than \(JudgementScore.enough)", "（不足 \(JudgementScore.enough) 个，只是个例）")
    let late =
      overdue == 0 ? "" : say(", \(overdue) of them overdue", "，其中 \(overdue) 个已到期")
    let others = [
      (open, say("\(open) open", "待定 \(open) 个") + late),
      (withdrawn, say("\(withdrawn) withdrawn", "撤回 \(withdrawn) 个")),
      (void, say("\(void) void", "无法判定 \(void) 个")),
    ].filter { $0.0 > 0 }.map(\.1)
    return sequence([resolved + (score.isAnecdotal ? anecdotal : "")] + others)
  }

  var brierLabel: String { say("Brier score", "Brier 分数") }
  func brier(_ score: Double, baseRate: Double, baseRateScore: Double) -> String {
    let rate = percent(baseRate)
    return say(
      "\(thousandths(score)), 0 is best; always saying \(rate), the base rate: \(thousandths(baseRateScore))",
      "\(thousandths(score))，0 最好；如果总按基准率 \(rate) 判断：\(thousandths(baseRateScore))")
  }

  var bucketSaid: String { say("said", "判断概率") }
  var bucketCount: String { say("how often", "次数") }
  var bucketMean: String { say("on average", "平均") }
  var bucketTrue: String { say("came true", "实际成立") }

  /// `80–90%`.
  func bucket(_ bucket: JudgementScore.Bucket) -> String {
    "\(Int((bucket.from * 100).rounded()))–\(Int((bucket.to * 100).rounded()))%"
  }

  /// Whole percent of a part of 1.
  func percent(_ part: Double) -> String { "\(Int((part * 100).rounded()))%" }

  /// Whole percent of a part of 1, with its sign; one decimal below 10.
  func signedPercent(_ part: Double) -> String {
    let percent = part * 100
    return (part > 0 ? "+" : part < 0 ? "−" : "")
      + (abs(percent) < 10 ? number(abs(percent)) : "\(Int(abs(percent).rounded()))") + "%"
  }

  private func thousandths(_ number: Double) -> String {
    let thousandths = Int((number * 1_000).rounded())
    return "\(thousandths / 1_000)." + String(String(1_000 + thousandths % 1_000).dropFirst())
  }
}
