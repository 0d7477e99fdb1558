import StropCore

extension PhraseBook {
  /// Of a note that is cut.
  var noteWhole: String { say("a note, whole:", "备注全文：") }

  func earlier(_ count: Int) -> String {
    count > Log.mostCounted
      ? say("over \(Log.mostCounted) earlier:", "更早还有 \(Log.mostCounted) 多条：")
      : say("\(count) earlier:", "更早还有 \(count) 条：")
  }

  /// Nothing to list, for what was asked.
  func nothingRecorded(skill: String?, days: ClosedRange<Day>?) -> String {
    let of = skill.map { say(" of \($0)", " \($0) 的") } ?? ""
    guard let days else {
      return say("No practice\(of) is recorded yet.", "还没有\(of)打卡记录。")
    }
    return say(
      "No practice\(of) is recorded for \(range(days)).",
      "\(range(days)) 没有\(of)打卡记录。")
  }
}
