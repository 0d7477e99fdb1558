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
}
