import StropCore

extension PhraseBook {
  /// `120 check-ins taken; 8 were here already`.
  func table(_ summary: CheckInTableSummary) -> String {
    let taken = say(counted(summary.taken, "check-in") + " taken", "导入 \(summary.taken) 次打卡")
    guard summary.known > 0 else { return taken }
    return taken
      + say(
        "; \(summary.known) " + (summary.known == 1 ? "was" : "were") + " here already",
        "；\(summary.known) 次已经有了")
  }

  func unknown(columns: [String]) -> String {
    say(
      "not read: " + (columns.count == 1 ? "the column " : "the columns ") + list(columns),
      "没有读的列：" + list(columns))
  }

  /// Rows of a file that were not taken.
  func passedOver(rows count: Int) -> String {
    say("passed over " + counted(count, "row") + ":", "跳过了 \(count) 行：")
  }

  /// Evidence of check-ins that were taken.
  func passedOver(evidence count: Int) -> String {
    say(
      "taken without " + counted(count, "piece", "pieces") + " of evidence:",
      "打卡已导入，但有 \(count) 条证据没有附上：")
  }
}
