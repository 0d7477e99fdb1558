import Foundation
import TestSupport
import Testing

/// What becomes of a delivery whose process dies: the program of the channel `command` kills the one that
/// started it.
struct DeliveryKillTests {
  private func now(_ time: String) -> [String: String] {
    ["STROP_NOW": "2026-11-26T\(time):00+08:00"]
  }

  /// A home with a reminder at 21:30 through a program that runs `script`; `$sent` is where it sends to.
  private func reminded(_ script: String) throws -> StropHome {
    let home = try StropHome()
    let program = home.path("tell")
    try writeProgram(
      "#!/bin/sh\ncat >/dev/null\nsent='\(home.path("sent"))'\n" + script + "\n", to: program)
    try home.strop("config", "set", "command.path", program)
    let added = try home.strop(
      "remind", "add", "papers", "--at", "daily 21:30", "--via", "command")
    #expect(added.status == 0, "\(added.errors)")
    return home
  }

  private func sent(_ home: StropHome) -> Int {
    ((try? String(contentsOfFile: home.path("sent"), encoding: .utf8)) ?? "")
      .split(separator: "\n").count
  }

  private func states(_ home: StropHome, at time: String) throws -> [String] {
    try home.strop("remind", "log", "--json", with: now(time)).list("deliveries")
      .compactMap { $0["state"] as? String }
  }

  @Test func `case 23: killed between its claim and its sending, it is told after the lease`()
    throws
  {
    let home = try reminded(
      "[ -e \"$sent.killed\" ] || { touch \"$sent.killed\"; kill -9 $PPID; exit; }; echo 1 >>\"$sent\""
    )
    #expect(try home.strop("remind", "deliver", with: now("21:30")).status == 137)
    #expect(try states(home, at: "21:31") == ["claimed"])
    #expect(try home.strop("remind", "deliver", with: now("21:35")) == .success(""))
    #expect(sent(home) == 0)
    #expect(try home.strop("remind", "deliver", with: now("21:45")) == .success(""))
    #expect(sent(home) == 1)
    #expect(try home.strop("remind", "deliver", with: now("22:00")) == .success(""))
    #expect(sent(home) == 1)
    let log = try home.strop("remind", "log", with: now("22:00")).output
    #expect(log.contains("try 1, Thu 26 Nov 21:30: no answer was heard"), "\(log)")
    #expect(log.contains("try 2, Thu 26 Nov 21:45: sent"), "\(log)")
  }

  @Test func `case 24: killed after its sending, it is told twice at most`() throws {
    let home = try reminded(
      "echo 1 >>\"$sent\"; [ -e \"$sent.killed\" ] || { touch \"$sent.killed\"; kill -9 $PPID; }")
    #expect(try home.strop("remind", "deliver", with: now("21:30")).status == 137)
    for time in ["21:35", "21:45", "22:00", "22:15", "23:30"] {
      #expect(try home.strop("remind", "deliver", with: now(time)) == .success(""))
    }
    #expect(sent(home) == 2)
    #expect(try states(home, at: "23:31") == ["sent"])
  }
}
