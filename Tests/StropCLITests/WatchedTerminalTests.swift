import Foundation
import Testing

/// A command that `experiment run` watches on a terminal behaves as without it.
struct WatchedTerminalTests {
  /// A home with an experiment, and a shell in a terminal there.
  private func shell(columns: Int = 80) throws -> (home: StropHome, tmux: Tmux) {
    let home = try StropHome()
    try home.strop("experiment", "plan", "x", "--skill", "dpo", "--hypothesis", "it runs")
    let tmux = try Tmux(home, columns: columns, lines: 24)
    try tmux.enter("cd; clear", until: "$")
    return (home, tmux)
  }

  private func tails(_ home: StropHome) throws -> [String?] {
    let experiment = try home.strop("experiment", "show", "x", "--json").object("experiment")
    return try #require(experiment["runs"] as? [[String: Any]]).map { $0["tail"] as? String }
  }

  @Test func `it has a terminal of the same size, and its end is kept`() throws {
    let (home, tmux) = try shell(columns: 70)
    try tmux.enter(
      "clear; strop experiment run x -- sh -c 'test -t 0 -a -t 1 -a -t 2 && stty size; exit 4'; echo $?",
      until: "4\n$")
    #expect(try tmux.screen().hasPrefix("24 70\nstrop: run "))
    #expect(try tmux.screen().contains(" recorded, exit 4, 0.0 s\n4\n$"))
    #expect(try tails(home) == ["24 70"])
  }

  @Test func `Control-C interrupts it, and the loop around it`() throws {
    let (home, tmux) = try shell()
    try tmux.enter(
      "clear; sh -c 'for i in 1 2; do strop experiment run x -- sh -c \"echo on; sleep 50\"; done'",
      until: "on")
    try tmux.press("C-c")
    try tmux.wait(for: "$")
    try tmux.enter("echo $?", until: "130\n$")
    #expect(try tails(home) == ["on\n^C"])
  }

  @Test func `Control-Z stops it as a job of the shell, and fg lets it go on`() throws {
    let (home, tmux) = try shell()
    try tmux.enter("clear; strop experiment run x -- cat", until: "")
    try tmux.enter("one", until: "one\none")
    try tmux.press("C-z")
    try tmux.wait(for: "$")
    try tmux.enter(
      "clear; stty -a | grep -o ' icanon'; jobs", until: "strop experiment run x -- cat\n$")
    #expect(try tmux.screen().hasPrefix(" icanon\n[1] + Stopped"))
    try tmux.enter("fg", until: "cat")
    try tmux.enter("two", until: "two\ntwo")
    try tmux.press("C-d")
    try tmux.wait(for: "$")
    try tmux.enter("echo $?", until: "\n0\n$")
    #expect(try tails(home).first??.hasPrefix("one\none\n^Z") == true)
  }

  @Test func `in the background it prints, and reads once it is brought back`() throws {
    let (_, tmux) = try shell()
    try tmux.enter(
      "clear; strop experiment run x -- sh -c 'read word; echo got $word' &", until: "$")
    try tmux.enter("clear; fg", until: "word\"")
    usleep(400_000)
    try tmux.enter("nine", until: "$")
    #expect(try tmux.screen().contains("\nnine\ngot nine\nstrop: run "))
  }

  @Test func `a full-screen program has every key, and the new size`() throws {
    let (home, tmux) = try shell()
    let program = try home.write(
      """
      import curses
      def main(screen):
          while True:
              screen.erase()
              screen.addstr(0, 0, "size %d %d" % screen.getmaxyx())
              screen.refresh()
              key = screen.getch()
              if key == 26: screen.addstr(1, 0, "Control-Z"); screen.refresh()
              if key == 3: return
      curses.wrapper(lambda screen: (curses.raw(), main(screen)))
      """, to: "full.py")
    try tmux.enter("clear; strop experiment run x -- python3 \(program)", until: "size 24 80")
    try tmux.press("C-z")
    try tmux.resize(columns: 60)
    try tmux.wait(for: "size 40 60")
    try tmux.press("C-c")
    try tmux.wait(for: "$")
    #expect(try tmux.screen().contains(" recorded, exit 0, "))
    #expect(try tails(home) == [nil])
  }
}

extension Tmux {
  /// Types a line, and waits until the screen ends in `end`.
  fileprivate func enter(_ line: String, until end: String) throws {
    try type(line)
    try press("Enter")
    try wait(for: end)
  }
}
