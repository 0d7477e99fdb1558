import StropCore

extension PhraseBook {
  var portfolioTitle: String { say("Portfolio", "能力档案") }
  var nothingToShow: String {
    say("Nothing is recorded over these days.", "这段时间没有记录。")
  }
  var nothingVerified: String {
    say("Nothing over these days is verified yet.", "这段时间还没有已核实的记录。")
  }
  var verifySome: String { say("what can be checked:", "能核实的：") }

  func ability(_ ability: Ability) -> String {
    switch ability {
    case .papers: say("Judging papers", "鉴别论文价值")
    case .reproductions: say("Reproducing open-source projects", "复现开源项目")
    case .bugs: say("Debugging", "debug 代码")
    case .experiments: say("Experiments and techniques", "实验与技术")
    }
  }

  /// `Practised on 41 days, 62 h by the author's own count.`
  func practised(days: Int, minutes: Int) -> String {
    let hours = hours(Double(minutes) / 60)
    return minutes == 0
      ? say("Practised on \(self.days(days)).", "练习 \(days) 天。")
      : say(
        "Practised on \(self.days(days)), \(hours) by the author's own count.",
        "练习 \(days) 天，自记 \(hours)。")
  }
  var verifiedFirst: String {
    say(
      "What is verified stands first; what is only claimed stands apart, at the end.",
      "已核实的排在前面；只是自述的单列在最后。")
  }
  var onlyVerifiedShown: String {
    say("Only what is verified is shown.", "只列出已核实的。")
  }
  var redactedNote: String {
    say("Notes, hosts and prices are left out.", "已略去备注、主机和价格。")
  }

  var abilityLabel: String { say("ability", "能力") }
  var skillLabel: String { say("skill", "技能") }
  var hoursLabel: String { say("hours", "小时") }
  var daysLabel: String { say("days", "天数") }
  var hoursBySkill: String { say("Hours by skill", "各技能用时") }
  func papersRead(_ count: Int, studied: Int) -> String {
    say(
      "\(counted(count, "paper")) read, \(studied) in pass 2 or 3",
      "读了 \(count) 篇论文，其中 \(studied) 篇读到第 2、3 遍")
  }
  // Parts of an ability.
  var calibrationPart: String { say("Calibration", "校准") }
  var judgementsPart: String { say("Judgements, written before the outcome", "事前写下的判断") }
  var reproductionsPart: String { say("Reproductions", "复现") }
  var bugsPart: String { say("Bugs", "bug") }
  var experimentsPart: String { say("Experiments", "实验") }
  var itemsPart: String { say("Finished checklist items", "完成的清单项") }

  // Facts.
  var byWord: String { say("by the author's own word", "以作者所说为准") }
  var foretoldLabel: String { say("said", "判断") }
  func foretold(_ judgement: Judgement) -> String {
    say(
      "\(judgement.probability)% on \(datedDay(judgement.moment.day)), to be settled by \(datedDay(judgement.by))",
      "\(datedDay(judgement.moment.day)) 给出 \(judgement.probability)%，\(datedDay(judgement.by)) 前见分晓"
    )
  }
  var paperLabel: String { say("paper", "论文") }
  var settledHowLabel: String { say("settled how", "如何判定") }
  var reproductionLabel: String { say("project", "项目") }
  var metricLabel: String { say("metric", "指标") }
  var claimLabel: String { say("claim", "论文值") }
  var meanLabel: String { say("mean ± sd", "均值 ± 标准差") }
  var seedsLabel: String { say("runs", "次数") }
  var verdictLabel: String { say("verdict", "结论") }
  var conditionsLabel: String { say("conditions", "条件") }
  var linkLabel: String { say("link", "链接") }
  var triedLabel: String { say("tried", "排查") }
  var tookLabel: String { say("took", "用时") }
  func took(_ bug: Bug) -> String {
    duration(hours: bug.closing.map { bug.hours(at: $0.at) } ?? 0) + comma
      + say("opened \(datedDay(bug.opened.day))", "\(datedDay(bug.opened.day)) 发现")
  }
  var learntLabel: String { say("learnt", "收获") }
  var runsLabel: String { say("runs", "运行") }
  func predicted(before isBefore: Bool) -> String {
    isBefore
      ? say("before the first run", "第一次跑之前写的") : predictedLate
  }
  func earlierRuns(_ count: Int) -> String {
    say("and \(count) before these", "此前还有 \(count) 次")
  }

  var claimedPart: String { say("Claimed: nothing shows it", "自述：没有证据") }
  var claimedNote: String {
    say(
      "These are the author's word alone, and count for no more than that.",
      "以下只是作者的说法，仅供参考。")
  }
  var whatLabel: String { say("what", "内容") }
  var dayLabel: String { say("day", "日期") }

  // The page on levels.
  var levelsPart: String {
    say("What the levels say, and what they do not", "级别说明什么，不说明什么")
  }
  func meaning(_ level: EvidenceLevel) -> (says: String, saysNot: String) {
    switch level {
    case .verified:
      (
        say(
          "That strop checked it on the machine where the work was done. A commit: it exists, by the author's e-mail, on a "
            + "branch. A file: it still has the SHA-256 that it had when it was attached. An item: the known answer "
            + "came out, with evidence, or its tests passed. A judgement: written with its probability before it came "
            + "out. A reproduction: finished, over several seeds, each run naming its commit. A bug: closed, after a "
            + "test confirmed the cause. An experiment: predicted before its first run, which ended well.",
          "strop 在做事的那台机器上查过。提交：存在、是作者的邮箱、还在分支上；文件：SHA-256 与附上时一致；清单项：算出了标准答案且有证据，或测试通过；"
            + "判断：连同概率写在结果之前；复现：做完了，多个种子，每次都记了提交；bug：先用试验证实根因再关闭；实验：第一次跑之前写下预测，且跑成了。"),
        say(
          "That the work is good, that it is the author's alone, or that no assistant helped: a commit proves activity, "
            + "not skill.",
          "做得好不好，是不是作者一人做的，有没有用 AI：提交证明的是动手了，不是水平。")
      )
    case .evidenced:
      (
        say(
          "That something is attached which can be followed: a link, a commit, a file, a run.",
          "附了可以查的东西：链接、提交、文件、运行记录。"),
        say(
          "That strop checked it: it did not, could not, or found it incomplete. Of links it never asks the network.",
          "strop 查过：它没查、查不了，或查到还不完整。链接从不联网核实。")
      )
    case .claimed:
      (
        say("That the author says so.", "作者这么说。"),
        say(
          "That it was done: nothing is attached that someone else could check.",
          "事情真做过：没有别人能查的东西。")
      )
    }
  }
  var saysLabel: String { say("says", "说明") }
  var saysNotLabel: String { say("does not say", "不说明") }
  var recordNote: String {
    say(
      "Kept with strop, day by day: its journal only grows, so that what was corrected or taken back stays in it with "
        + "its time. Hours are what the author typed; times are of the author's clock.",
      "用 strop 逐日记录：日志只增不改，更正和撤销都留有时间。小时数是作者自己填的，时间以作者的电脑为准。")
  }
  func made(on day: Day) -> String { say("Made on \(datedDay(day)).", "生成于 \(datedDay(day))。") }

  /// `15 Nov 2026`, `2026-11-15`: with its year, whoever reads it and when.
  func datedDay(_ day: Day) -> String { shortDay(day, today: .first) }

  /// Which portfolio a file holds now.
  func written(_ portfolio: Portfolio, to path: String) -> String {
    path + colon + portfolioTitle + comma + range(portfolio.days)
  }
}
