import StropCore

extension PhraseBook {
  // The questions of a check-in.
  var skillAsked: String { say("skill", "技能") }
  var minutesAsked: String { say("minutes", "分钟") }
  var noteAsked: String { say("note", "备注") }
  var itemAsked: String { say("item", "清单项") }
  /// How to give no answer: Enter where it takes nothing else.
  func orNone(hasDefault: Bool) -> String {
    hasDefault ? say(" (-: none)", "（填 - 跳过）") : say(" (Enter: none)", "（回车跳过）")
  }
}
