import Foundation
import Testing

/// Whole sessions, as they look.
struct TmuxTests {
  @Test func `the first run fits on a screen and ends in what to type`() throws {
    for (language, columns) in [("en", 50), ("en", 80), ("zh", 50), ("zh", 120)] {
      let home = try StropHome(.empty)
      let tmux = try Tmux(home, columns: columns, lines: 48, with: ["STROP_LANG": language])
      try tmux.type("clear; strop")
      try tmux.press("Enter")
      let screen = try tmux.wait(for: "strop checkin papers -m 30 -n \"…\"\n$")
      let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
      let today = try #require(
        lines.firstIndex { $0.contains("26 Nov 2026") || $0.contains("11-26") })
      #expect(today <= 21, "\(screen)")
      for shown in [
        "~/.local/share/strop/strop.db", "6.5", "Asia/Shanghai", "strop skill focus dpo",
        "strop item list --route first-month", "strop config set language",
        "strop config set hardware 1-gpu", "strop remind add papers --at",
        "strop remind add --report --at", "strop schedule install",
      ] {
        #expect(screen.contains(shown), "\(shown) in\n\(screen)")
      }
    }
  }

  @Test func `an English check-in, as it looks`() throws {
    let home = try StropHome()
    try home.strop("checkin", "papers", "-m", "25", "-d", "mon", "-i", "triage-ten")
    let tmux = try Tmux(home)
    try tmux.type("clear; strop checkin")
    try tmux.press("Enter")
    for (question, answer) in [
      ("skill [papers]:", "1"), ("minutes [25] (-: none):", ""),
      ("note (Enter: none):", "no baseline"),
    ] {
      try tmux.wait(for: question)
      try tmux.type(answer)
      try tmux.press("Enter")
    }
    try tmux.wait(for: "item [papers/triage-ten] (-: none):")
    try tmux.press("Enter")
    let screen = try tmux.wait(for: "undo it:  strop undo\n$")
    #expect(
      screen == """
          1  papers     Judging papers                      ●○○    1/3   slack 2
          2  reproduce  Reproducing open-source projects    ○      0/1   slack 3
          3  debug      Debugging training code             ○      0/1   slack 3
          4  weekend    Weekend experiment craft            ○      0/1   slack 3

        skill [papers]: 1
        minutes [25] (-: none):
        note (Enter: none): no baseline
          1  papers/triage-ten  Triage ten papers at ten minutes each
        item [papers/triage-ten] (-: none):

        papers  25 min on Thu 26 Nov: "no baseline"               2/3 this week, slack 2
        finish the item with:  strop item done papers/triage-ten -e …
        undo it:  strop undo
        $
        """)
  }

  @Test func `a Chinese check-in that goes wrong once, as it looks`() throws {
    let home = try StropHome()
    let tmux = try Tmux(home, columns: 60, with: ["STROP_LANG": "zh"])
    try tmux.type("clear; strop checkin -m 45")
    try tmux.press("Enter")
    try tmux.wait(for: "技能 [papers]：")
    try tmux.type("调式")
    try tmux.press("Enter")
    try tmux.wait(for: "列出全部 16 个\n技能 [papers]：")
    try tmux.type("调试")
    try tmux.press("Enter")
    try tmux.wait(for: "备注（回车跳过）：")
    try tmux.type("掩码差两")
    try tmux.press("BSpace")
    try tmux.type("一位")
    try tmux.press("Enter")
    try tmux.wait(for: "清单项（回车跳过）：")
    try tmux.type("1")
    try tmux.press("Enter")
    // A fourth question is left for it, since the minutes were given.
    try tmux.wait(for: "证据（回车跳过）：")
    try tmux.press("Enter")
    let screen = try tmux.wait(for: "想撤销：strop undo\n$")
    #expect(screen.hasPrefix("  1  papers     鉴别论文价值  ○○○  0/3  可歇 1 天\n"), "\(screen)")
    #expect(screen.contains("\n  没有叫“调式”的技能：`strop skill list` 列出全部 16 个\n"))
    #expect(
      screen.hasSuffix(
        """

        debug  11-26 周四 45 分钟：“掩码差一位”       本周 1/1，达标
        完成清单项：strop item done debug/loss-at-init -e …
        想撤销：strop undo
        $
        """), "\(screen)")
  }

  @Test func `a window that shrinks while strop asks gets a receipt of its new width`() throws {
    let home = try StropHome()
    let tmux = try Tmux(home, columns: 100)
    try tmux.type("clear; strop checkin -m 30 -n 'the loss mask was off by one'")
    try tmux.press("Enter")
    try tmux.wait(for: "skill [papers]:")
    try tmux.resize(columns: 50)
    try tmux.type("debug")
    try tmux.press("Enter")
    try tmux.wait(for: "item (Enter: none):")
    try tmux.press("Enter")
    let screen = try tmux.wait(for: "undo it:  strop undo\n$")
    #expect(
      screen.contains(
        """

        debug  30 min on Thu 26 Nov     1/1 this week, met
          "the loss mask was off by one"
        undo it:  strop undo
        """), "\(screen)")
  }

  @Test func `Control-C and end of input give the shell back, with nothing recorded`() throws {
    let home = try StropHome()
    let tmux = try Tmux(home)
    try tmux.type("clear; strop checkin")
    try tmux.press("Enter")
    try tmux.wait(for: "skill [papers]:")
    try tmux.press("Enter")
    try tmux.wait(for: "minutes (Enter: none):")
    try tmux.type("4")
    try tmux.press("C-c")
    try tmux.wait(for: "\nminutes (Enter: none): 4\n\n$")
    try tmux.type("echo $?; strop checkin")
    try tmux.press("Enter")
    try tmux.wait(for: "\nskill [papers]:")
    #expect(try tmux.screen().contains("\n130\n"))
    try tmux.press("C-d")
    try tmux.wait(for: "\nskill [papers]: ^D\nstrop: the input ended: nothing was recorded\n$")
    // The terminal echoes and edits as before.
    try tmux.type("echo 一二")
    try tmux.press("BSpace", "Enter")
    try tmux.wait(for: "$ echo 一\n一\n$")
    #expect(try home.strop("log", "--json").list("checkins").isEmpty)
  }

  @Test func `a line is edited as a shell's is, and Up brings back one's own notes`() throws {
    let home = try StropHome()
    try home.strop("checkin", "papers", "-n", "两条里有一条没有基线", "-m", "10")
    let tmux = try Tmux(home, columns: 70, with: ["STROP_LANG": "zh", "LANG": "C"])
    try tmux.type("clear; strop checkin")
    try tmux.press("Enter")
    try tmux.wait(for: "技能 [papers]：")
    try tmux.type("papers")
    try tmux.press("C-u")
    try tmux.type("debug")
    try tmux.press("Enter")
    try tmux.wait(for: "分钟（回车跳过）：")
    try tmux.press("Enter")
    try tmux.wait(for: "备注（回车跳过）：")
    try tmux.type("掩码差 一位 x")
    try tmux.press("BSpace", "BSpace", "C-w", "Left", "Left", "BSpace", "C-a")
    try tmux.type("loss ")
    try tmux.press("C-e")
    try tmux.type("两位")
    try tmux.wait(for: "备注（回车跳过）：loss 掩差 两位")
    try tmux.press("Up")
    try tmux.wait(for: "备注（回车跳过）：两条里有一条没有基线")
    try tmux.press("Down")
    try tmux.wait(for: "备注（回车跳过）：loss 掩差 两位")
    try tmux.press("Enter")
    try tmux.wait(for: "清单项（回车跳过）：")
    try tmux.press("Enter")
    try tmux.wait(for: "$")
    let notes = try home.strop("log", "debug", "--json").list("checkins")
      .map { $0["note"] as? String }
    #expect(notes == ["loss 掩差 两位"])
  }

  @Test func `an item may be named in the skill's place, and its evidence is then asked for`()
    throws
  {
    let home = try StropHome()
    let tmux = try Tmux(home)
    try tmux.type("clear; strop checkin")
    try tmux.press("Enter")
    try tmux.wait(for: "skill [papers]:")
    try tmux.type("debug/overfit")
    try tmux.press("Enter")
    try tmux.wait(for: "minutes (Enter: none):")
    try tmux.press("Enter")
    try tmux.wait(for: "note (Enter: none):")
    try tmux.press("Enter")
    try tmux.wait(for: "evidence (Enter: none):")
    try tmux.type("nowhere/notes.md")
    try tmux.press("Enter")
    try tmux.wait(for: "evidence (Enter: none):")
    try tmux.type("https://example.com/run")
    try tmux.press("Enter")
    let screen = try tmux.wait(for: "undo it:  strop undo\n$")
    #expect(screen.contains("  there is no file ~/nowhere/notes.md: "), "\(screen)")
    #expect(screen.contains("\n  url https://example.com/run  evidenced\n"), "\(screen)")
  }
}
