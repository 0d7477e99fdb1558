import StropCore

extension PhraseBook {
  var nothingToVerify: String { say("Nothing is attached yet.", "还没有附过证据。") }
  var attachSome: String { say("attach some:", "附上证据：") }
  var seeWhatItBacks: String { say("what it backs:", "它用在哪：") }
  var elsewhereLabel: String { say("not on this machine", "不在这台机器上") }

  /// `5 checked: 3 verified, 2 do not hold`.
  func verified(_ summary: VerificationSummary) -> String {
    let since = summary.since.map { day in
      say(" of what was attached since \(shortDay(day))", "（\(shortDay(day)) 起附上的）")
    }
    let head = say("\(summary.checked) checked", "查了 \(summary.checked) 条") + (since ?? "")
    guard summary.checked > 0 else { return head }
    let failed = summary.failed.count
    return head + colon + say("\(summary.verified) verified", "\(summary.verified) 条核实")
      + (failed == 0
        ? ""
        : comma + say(failed == 1 ? "1 does not hold" : "\(failed) do not hold", "\(failed) 条不成立"))
  }

  /// Of what only the network could tell.
  func unchecked(links: Int) -> String {
    say(
      "\(counted(links, "link")) not checked: nothing is asked of the network",
      "\(links) 个链接没查：不访问网络")
  }

  func more(elsewhere count: Int) -> String { say("and \(count) more", "另有 \(count) 条") }

  func problem(_ problem: Evidence.Problem) -> String {
    switch problem {
    case .changed: say("changed since", "后来改过")
    case .noCommit: say("no such commit", "没有这个提交")
    case .unreachable: say("on no branch", "不在任何分支上")
    case .otherAuthor: say("another author's", "作者不是你")
    case .gone: say("no longer there", "已删除")
    case .incomplete: say("not complete", "还不完整")
    case .failed: say("the run failed", "运行失败")
    case .other: say("does not hold", "不成立")
    }
  }

  /// What makes a logbook's entry complete; docs/logbooks.md has the rules.
  func whole(_ kind: Evidence.Kind) -> String {
    switch kind {
    case .paper:
      say("a paper is complete once it is read in pass 2 or 3", "论文：读过第 2 或第 3 遍才算完整")
    case .judgement:
      say("a judgement is complete once it came out yes or no", "判断：判定了成立或不成立才算完整")
    case .reproduction:
      say(
        "a reproduction is complete once it is finished over several seeds, each with its --commit",
        "复现：用多个种子做完，每次都写了 --commit 才算完整")
    case .bug:
      say(
        "a bug is complete once it is closed, after a try with --result confirmed",
        "bug：有一次 --result confirmed，之后关闭，才算完整")
    case .experiment:
      say(
        "an experiment is complete once it is finished, predicted before its first run, with a run that ended well",
        "实验：第一次跑之前写了预测，有一次跑成了，并下了结论，才算完整")
    case .url, .arxiv, .file, .commit, .run: ""
    }
  }

  // Commits that back nothing yet.

  /// `3 commits by li@example.com since 14 Nov are not recorded yet; 2 recorded already.`
  func collected(_ collection: CommitCollection) -> String {
    let who = list(collection.addresses)
    let since = shortDay(collection.days.lowerBound)
    let recorded =
      collection.recorded == 0
      ? "" : say("; \(collection.recorded) recorded already", "；已记录 \(collection.recorded) 个")
    guard collection.commits > 0 else {
      return say(
        "Nothing to collect: no commit by \(who) since \(since) that is not recorded",
        "没有要补记的：\(since) 以来，\(who) 没有未记录的提交") + recorded + say(".", "。")
    }
    return say(
      "\(counted(collection.commits, "commit")) by \(who) since \(since) "
        + (collection.commits == 1 ? "is" : "are") + " not recorded yet",
      "\(since) 以来，\(who) 有 \(collection.commits) 个提交还没记录") + recorded + say(".", "。")
  }
  func commits(_ count: Int) -> String { say(counted(count, "commit"), "\(count) 个提交") }
  /// `checked in that day: debug 40 min (7k3f)`.
  func checkedInThatDay(_ checkIns: [Listed<CheckIn>]) -> String {
    let told = checkIns.prefix(3).map { listed in
      [listed.value.skill, listed.value.minutes.map(minutes), "(\(listed.shortID))"]
        .compactMap(\.self).joined(separator: " ")
    }
    let more = checkIns.count - told.count
    return say("checked in that day: ", "当天已打卡：") + list(told)
      + (more > 0 ? comma + self.more(elsewhere: more) : "")
  }
  var askedOnTerminal: String {
    say("to record them, on a terminal:", "要记录，在终端里运行：")
  }
  var nothingTakenUp: String { say("Nothing was recorded.", "没有记录。") }
}
