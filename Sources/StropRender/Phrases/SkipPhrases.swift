package import StropCore

extension PhraseBook {
  var allSkills: String { say("all skills", "全部技能") }
  var all: String { say("all", "全部") }
  var noSkips: String { say("No days are skipped.", "没有请假。") }
  var skipSome: String { say("skip some:", "请假：") }

  func skipped(_ action: ReceiptAction) -> String {
    switch action {
    case .added: say("skipped", "已请假")
    case .edited: say("edited", "已修改")
    case .removed: say("removed", "已取消请假")
    }
  }

  /// `Thu 24 Dec 2026 – Fri 1 Jan 2027, all, holidays`.
  package func summary(_ skip: Skip) -> String {
    summary([range(skip.days), skip.skill ?? all, skip.reason])
  }
}
