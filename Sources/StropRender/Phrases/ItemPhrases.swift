import StropCore

extension PhraseBook {
  var noItems: String { say("No checklist items.", "没有清单项。") }
  var noSuchItems: String { say("No item is like that.", "没有符合条件的清单项。") }
  var routes: String { say("routes", "路线") }
  var walkOne: String { say("walk one:", "选一条走：") }
  func itemCount(_ count: Int) -> String { say(counted(count, "item"), "\(count) 项") }
  func hoursLeft(_ hours: Double) -> String {
    say(number(hours) + " h to go", "还剩 \(number(hours)) 小时")
  }
  /// `first-month: 15 items, 26 h; 2 done, 23 h to go`.
  func route(_ summary: RouteSummary) -> String {
    summary.route.rawValue + colon
      + sequence([
        itemCount(summary.items) + comma + hours(summary.hours),
        say("\(summary.itemsDone) done", "已完成 \(summary.itemsDone) 项") + comma
          + hoursLeft(summary.hoursLeft),
      ])
  }

  var added: String { say("added", "已添加") }

  var taken: String { say("removed", "已删除") }

  func itemAction(_ receipt: Receipt<ChangedItem>) -> String {
    if receipt.action == .added { return added }
    if receipt.action == .removed { return taken }
    let state = receipt.shown.listed.state
    return switch state {
    case .doing: say("in progress", "开始做")
    case .todo: say("to do again", "已重新打开")
    case .done, .dropped: self.state(state)
    }
  }

  /// The essay's words, or the user's own reason.
  func why(_ text: String) -> String { "“\(text)”" }
  func comesFirst(_ slugs: [String]) -> String {
    say("comes first: \(list(slugs))", "最好先做：\(list(slugs))")
  }
  func knownToWork(_ text: String) -> String {
    say("known to work: ", "实跑过：") + text
  }

  /// A reference in short, for a link: `arXiv 2305.18290`, `karpathy/nanoGPT  train.py`.
  func name(_ reference: Reference) -> String {
    switch reference {
    case .arxiv(let id): "arXiv " + id
    case .doi(let id): "doi " + id
    case .github(let repository, _, let path): repository + "  " + path
    case .url(let url): url
    }
  }

  var predictionLabel: String { say("predicted", "预测") }
  /// What was predicted and when, and whether that was before the result.
  func prediction(_ prediction: ItemProgress.Prediction, of state: ItemProgress.State) -> String {
    let day = day(prediction.moment.day)
    let when =
      if prediction.isLate {
        say("on \(day), after the result", "\(day)，出结果后写的")
      } else if state == .done {
        say("on \(day), before the result", "\(day)，出结果前写的")
      } else {
        say("on \(day)", day)
      }
    return when + colon + quoted(prediction.text)
  }
  var noPrediction: String {
    say("no prediction was written before the result", "结果出来之前没有写下预测")
  }
  func predictNow(_ slug: String) -> String {
    say(
      "write down what you expect before you look: strop item start \(slug) --predict \"…\"",
      "先写下预测，再看结果：strop item start \(slug) --predict \"…\"")
  }
  var predictionQuestion: String {
    say("what do you expect? (Enter: nothing) ", "你预测会怎样？（回车：不写）")
  }

  var unaided: String { say("unaided", "独立完成") }
  var unaidedByWord: String { say("unaided, by your own word", "独立完成（以你说的为准）") }
  var worthMostUnaided: String { say("worth most unaided", "不靠 AI 代劳才有价值") }
  var sayUnaided: String { say("if no assistant did it:", "没用 AI 的话：") }

  var doneWhenLabel: String { say("done when", "完成标准") }
  var effortLabel: String { say("effort", "用时") }
  var checkLabel: String { say("check", "核对") }
  var afterLabel: String { say("after", "先做") }
  var readLabel: String { say("read", "参考") }
  var evidenceLabel: String { say("evidence", "证据") }
  var valueLabel: String { say("value", "数值") }
  var startedLabel: String { say("started", "开始于") }
  var finishedLabel: String { say("finished", "完成于") }
  var historyLabel: String { say("history", "记录") }

  /// `3 check-ins, 95 min of 1 h`.
  func spent(checkIns: Int, minutes: Int, of hours: Double) -> String {
    let time =
      minutes == 0
      ? ""
      : comma
        + say(
          "\(self.minutes(minutes)) of \(self.hours(hours))",
          "\(self.minutes(minutes))（预计 \(self.hours(hours))）")
    return say(counted(checkIns, "check-in"), "打卡 \(checkIns) 次") + time
  }

  func check(_ check: Item.Check) -> String {
    switch check {
    case .count: say("by counting", "数得出来")
    case .artefact: say("by an artefact", "有产物")
    case .number: say("by a number", "有数值")
    case .tests: say("by tests", "测试通过")
    case .peer: say("by a peer", "请人复核")
    case .link: say("by a link", "有链接")
    case .order: say("by its order: the prediction before the result", "看顺序：先预测，后看结果")
    }
  }

  var predictFirst: String { say("predict before you look", "先写下预测") }
  var knownAnswer: String { say("has a known answer", "有标准答案") }
  func answer(isKnown: Bool) -> String {
    isKnown ? say("the known answer", "与标准答案一致") : say("not the known answer", "与标准答案不符")
  }

  var checkIt: String { say("check it by running:", "跑一下来核对：") }
  var checkAgain: String { say("check it again:", "再核对一次：") }
  /// `0.6931 is the known answer`, `0.7 is not the known answer: 0.6931 ± 0.001 nats`.
  func checked(_ checked: CheckedItem) -> String {
    let value = checked.value.map { $0.isFinite ? $0.description : "\($0)" } ?? ""
    switch checked.result {
    case .passed:
      return checked.value == nil
        ? say("the tests passed: verified", "测试通过：已核实")
        : say("\(value) is the known answer: verified", "\(value) 与标准答案一致：已核实")
    case .failed: return say("the command failed", "命令没有成功")
    case .noValue:
      return say(
        "no line of JSON with \"\(checked.name)\" was printed",
        "命令没有输出带“\(checked.name)”的 JSON 行")
    case .wrong:
      let known = checked.listed.item.expect.map { expect in
        figure(expect.value, digits: 12)
          + (expect.tolerance > 0 ? " ± " + figure(expect.tolerance, digits: 6) : "")
          + (expect.unit.isEmpty ? "" : " " + expect.unit)
      }
      return say("\(value) is not the known answer", "\(value) 与标准答案不符")
        + (known.map { colon + $0 } ?? "")
    }
  }
  func ranAs(_ run: WatchedRun) -> String {
    say("run \(run.listed.shortID) is recorded", "运行 \(run.listed.shortID) 已记录")
  }

  var startIt: String { say("start it:", "开始做：") }
  var reopenIt: String { say("open it again:", "重新打开：") }
  var finishIt: String { say("finish it:", "完成：") }
  var attachProof: String { say("attach evidence:", "补上证据：") }
  var nextOne: String { say("next:", "下一项：") }

  /// `isBacked`: by evidence, without which the answer proves nothing.
  func matched(_ value: String, isBacked: Bool) -> String {
    isBacked
      ? say("\(value) is the known answer: verified", "\(value) 与标准答案一致：已核实")
      : say(
        "\(value) matches the known answer; evidence would verify it",
        "\(value) 与标准答案一致；附上证据才算核实")
  }
  /// `verified`: the known answer that stood there before, if it did.
  func mismatched(_ value: String, verified: String?) -> String {
    let kept =
      verified.map {
        say(
          "It was verified with \($0) before; `strop undo` brings that back.",
          "之前以 \($0) 核实过；用 strop undo 可恢复。")
      }
      ?? say(
        "It is recorded as done all the same; `strop undo` takes it back.",
        "仍已记为完成；用 strop undo 可撤销。")
    return say("\(value) is not the known answer. ", "\(value) 与标准答案不符。") + kept
  }
}
