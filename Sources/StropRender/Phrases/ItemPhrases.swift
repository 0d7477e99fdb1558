import StropCore

extension PhraseBook {
  var noItems: String { say("No checklist items.", "没有清单项。") }

  var doneWhenLabel: String { say("done when", "完成标准") }
  var effortLabel: String { say("effort", "用时") }
  var checkLabel: String { say("check", "核对") }
  var afterLabel: String { say("after", "先做") }
  var readLabel: String { say("read", "参考") }
  var evidenceLabel: String { say("evidence", "证据") }
  var valueLabel: String { say("value", "数值") }
  var finishedLabel: String { say("finished", "完成于") }

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
  var stillOpen: String { say("still open", "未完成") }

  var finishIt: String { say("finish it:", "完成：") }
  var attachProof: String { say("attach evidence:", "补上证据：") }
  var nextOne: String { say("next:", "下一项：") }

  func matched(_ value: String) -> String {
    say("\(value) is the known answer: verified", "\(value) 与标准答案一致：已核实")
  }
  func mismatched(_ value: String) -> String {
    say(
      "\(value) is not the known answer. It is recorded as done all the same; "
        + "`strop undo` takes it back.",
      "\(value) 与标准答案不符。仍已记为完成；用 strop undo 可撤销。")
  }
}
