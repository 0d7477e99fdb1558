import StropCore

extension PhraseBook {
  var undone: String { say("undone: ", "已撤销：") }
  var doneAgain: String { say("done again: ", "已重做：") }
  var redoIt: String { say("do it again:", "想恢复：") }
  var undoIt: String { say("undo it:", "想撤销：") }
}
