import StropCore

// Records of any kind: `strop show`.
extension PhraseBook {
  /// The label of a field; its name in the journal where it has none.
  func field(_ name: String) -> String {
    switch name {
    case "skill": say("skill", "技能")
    case "item": say("item", "清单项")
    case "day": say("day", "日期")
    case "at": say("recorded", "记录时间")
    case "zone": say("zone", "时区")
    case "minutes": say("minutes", "分钟")
    case "note": say("note", "备注")
    case "from": say("from", "从")
    case "to": say("to", "到")
    case "reason": say("reason", "原因")
    case "parent": say("backs", "用于")
    case "kind": say("kind", "类型")
    case "value": say("value", "内容")
    case "text": say("text", "内容")
    case "slack": say("slack", "余量")
    case "rule": say("rule", "规则")
    case "channels": say("channels", "方式")
    case "device": say("machine", "机器")
    case "since": say("since", "起始")
    case "snoozed": say("snoozed", "推迟到")
    default: name
    }
  }

  var seeIt: String { say("see it:", "查看：") }
  var levelLabel: String { say("level", "程度") }
  /// Whose times are those of a zone.
  func history(_ zone: String) -> String { say("history (\(zone))", "经过（\(zone)）") }

  func recordState(_ state: RecordCard.State) -> String {
    switch state {
    case .kept: ""
    case .removed: say("removed", "已删除")
    case .undone: say("undone", "已撤销")
    }
  }

  /// `edited (remind edit)`.
  func event(_ event: RecordHistory.Event) -> String {
    let action =
      switch event.action {
      case .written: say("written", "写入")
      case .edited: say("edited", "修改")
      case .removed: say("removed", "删除")
      case .restored: say("put back", "恢复")
      case .undone: say("undone", "撤销")
      case .redone: say("done again", "重做")
      }
    return action + (event.command.map { say(" (\($0))", "（\($0)）") } ?? "")
  }

  var thisMachine: String { say("here", "本机") }
  func machine(_ id: String) -> String { say("on \(id)", "机器 \(id)") }

  /// `26 Nov 21:30`; with its year where that is not this one.
  func shortMoment(_ moment: CivilDateTime, today: Day) -> String {
    shortDay(moment.day, today: today) + " " + moment.time.text
  }
}
