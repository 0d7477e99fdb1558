package import StropCore

// Records of any kind: `strop show`.
extension PhraseBook {
  /// What a field of a record is called: by its kind, or else by all; its name in the journal where
  /// neither says.
  func label(of name: String, in kind: any IdentifiedRecord.Type) -> String {
    kind.labels[name].map { $0[language] } ?? label(of: name)
  }

  /// What a field of that name is called wherever nothing else is said.
  func label(of name: String) -> String {
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
    case "kind": say("kind", "类型")
    case "text": say("text", "内容")
    case "title": say("title", "标题")
    case "why": whyLabel
    case "retest": retest
    case "archived": state(.archived)
    case "doneWhen": doneWhenLabel
    case "hours": effortLabel
    case "hardware": say("hardware", "硬件")
    case "check": checkLabel
    case "expect": knownAnswer
    case "value": valueLabel
    case "prediction": predictionLabel
    case "unaided": unaided
    case "symptom": say("symptom", "症状")
    case "closed": say("closed", "关闭时间")
    case "closedOn": say("closed on", "关闭日期")
    case "class": say("class", "类别")
    case "cause": causeLabel
    case "fix": fixLabel
    case "result": say("result", "结果")
    case "source": say("source", "出处")
    case "seed": say("seed", "种子")
    default: name
    }
  }

  /// What a field holds; `zone`: of instants.
  func content(_ content: RecordField.Content, zone: Zone, today: Day) -> String {
    switch content {
    case .value(.text(let text)): text
    case .value(let value): value.json.compact
    case .day(let day): longDay(day)
    case .moment(let moment): shortMoment(moment, today: today)
    case .instant(let instant): shortMoment(zone.clock(at: instant), today: today)
    case .names(let names): list(names)
    }
  }

  /// What tells a record from others, whatever it is: `skip, papers, Thu 26 Nov 2026, …`.
  package func summary(_ record: RecordSummary) -> String {
    summary(
      [record.kind.name[language]]
        + record.fields.map { field in
          field.content.map { content($0, zone: record.zone, today: record.today) }
        })
  }

  var seeIt: String { say("see it:", "查看：") }
  var levelLabel: String { say("level", "级别") }
  /// Whose times are those of a zone.
  func history(_ zone: String) -> String { say("history (\(zone))", "经过（\(zone)）") }

  func recordState(_ state: RecordCard.State) -> String {
    switch state {
    case .kept: ""
    case .removed: say("removed", "已删除")
    case .undone: say("undone", "已撤销")
    case .withdrawn: withdrawn
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
