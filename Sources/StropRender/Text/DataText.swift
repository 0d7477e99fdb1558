package import StropCore

extension TextRenderer {
  /// `strop import`; `copy`: the one that was made before, as shown.
  package func imported(_ summary: ImportSummary, copy: String?) -> String {
    let taken = summary.taken
    let known = summary.known
    let what =
      taken == 0
      ? phrases.say("nothing new", "没有新的记录")
      : phrases.say(
        phrases.counted(taken, "new entry", "new entries")
          + " from " + phrases.counted(summary.devices.count, "machine"),
        "导入了 \(taken) 条新记录（来自 \(summary.devices.count) 台机器）")
    let rest =
      known == 0 ? "" : phrases.say("; \(known) were here already", "；\(known) 条已经有了")
    var screen = Screen()
    screen.add(prose(what + rest))
    if let copy {
      let label = phrases.say("copied before:", "导入前的备份：")
      screen.add(suggestion(label, [copy.sanitized], indent: 0))
    }
    return text(screen)
  }

  /// `strop backup`.
  package func backedUp(_ path: String) -> String {
    var screen = Screen()
    screen.add(Line.command(phrases.say("checked and kept: \(path)", "已备份并检查：\(path)")))
    return text(screen)
  }
}
