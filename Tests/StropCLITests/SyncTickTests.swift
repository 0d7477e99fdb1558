import Foundation
import TestSupport
import Testing

/// Sharing by itself: what a tick does for it, and says of it.
struct SyncTickTests {
  private func at(_ day: Int, _ time: String = "21:00") -> [String: String?] {
    ["STROP_NOW": "2026-11-\(day)T\(time):00+08:00"]
  }

  @Test func `a tick shares the journal where it is to, without a word`() throws {
    let shared = try SharedHomes()
    for home in shared.homes { try home.strop("checkin", "papers") }
    // Not asked to, it does not.
    #expect(try shared.homes[0].strop("remind", "deliver") == .success(""))
    #expect(
      try shared.homes[0].strop("sync", "status", "--json").object("sync")["waiting"] as? Int == 2)
    for (home, word) in zip(shared.homes, ["yes", "ON"]) {
      let set = try home.strop("config", "set", "sync.auto", word, "--json").object("setting")
      #expect(set["value"] as? String == "on")
    }
    for home in shared.homes + shared.homes {
      #expect(try home.strop("remind", "deliver") == .success(""))
    }
    try shared.expectSame()
    let status = try shared.homes[0].strop("sync", "status", "--json").object("sync")
    #expect(status["auto"] as? Bool == true)
    #expect(status["waiting"] as? Int == 0)
    #expect(try shared.homes[0].strop("config", "set", "sync.auto", "sometimes").status == 64)
  }

  @Test
  func `failing for less than three days it is silent, then said once a day, and to who looks`()
    throws
  {
    let shared = try SharedHomes()
    let home = shared.homes[0]
    try home.strop("config", "set", "sync.auto", "on")
    let away = shared.remote.path("away")
    try FileManager.default.moveItem(atPath: shared.url, toPath: away)
    for (day, time) in [(26, "21:00"), (27, "09:00"), (28, "21:00"), (29, "20:45")] {
      let tick = try home.strop(["remind", "deliver"], with: at(day, time))
      #expect(tick == .success(""), "\(day)")
    }
    #expect(try !home.strop(["today"], with: at(29, "20:50")).output.contains("sync status"))
    let told = try home.strop(["remind", "deliver", "--lang", "en"], with: at(29))
    #expect(told.status == 0)
    #expect(told.errors.hasPrefix("strop: the journal was not shared for 3 days: "))
    #expect(told.errors.hasSuffix("\nhint: strop sync\n"))
    #expect(try home.strop(["remind", "deliver"], with: at(29, "21:15")) == .success(""))
    #expect(try home.strop(["remind", "deliver"], with: at(30)).errors != "")
    #expect(
      try home.strop(["today", "--lang", "en"], with: at(30)).output
        .contains("not shared for 4 days: strop sync status"))
    let doctor = try home.strop(["doctor", "--json"], with: at(30)).list("checks")
    let check = try #require(doctor.first { $0["name"] as? String == "sync" })
    #expect(check["state"] as? String == "warn")
    #expect(try home.strop(["sync", "status"], with: at(30)).output.contains("cannot be reached"))
    try FileManager.default.moveItem(atPath: away, toPath: shared.url)
    #expect(try home.strop(["remind", "deliver"], with: at(30, "21:15")) == .success(""))
    #expect(try !home.strop(["today"], with: at(30, "21:20")).output.contains("sync status"))
  }

  @Test func `a remote that never answers keeps nobody from checking in`() throws {
    let shared = try SharedHomes()
    let home = shared.homes[0]
    try home.writeProgram(
      "#!/bin/sh\necho $$ > \(home.path("started"))\nexec sleep 20\n", to: "ssh")
    try home.strop("sync", "remove")
    let hanging = try home.start(
      ["sync", "init", "box:journal.git"], with: ["GIT_SSH_COMMAND": home.path("ssh")])
    for _ in 0..<500 where !FileManager.default.fileExists(atPath: home.path("started")) {
      usleep(10_000)
    }
    #expect(FileManager.default.fileExists(atPath: home.path("started")))
    let start = ContinuousClock.now
    #expect(try home.strop("checkin", "papers").status == 0)
    #expect(ContinuousClock.now - start < .seconds(5))
    hanging.stop()
    #expect(hanging.end().status == 137)
    let ssh = try String(contentsOfFile: home.path("started"), encoding: .utf8)
    if let process = pid_t(ssh.trimmingCharacters(in: .whitespacesAndNewlines)) {
      kill(process, SIGKILL)
    }
    // Nothing of it is left in the way.
    #expect(try home.strop("sync", "init", shared.url).status == 0)
  }

  @Test func `a delivery that fails does not keep the journal from being shared`() throws {
    let shared = try SharedHomes()
    let home = shared.homes[0]
    try home.strop("config", "set", "sync.auto", "on")
    let url = StropProcess.Input.text("http://127.0.0.1:9/topic\n")
    #expect(try home.strop("config", "set", "ntfy.url", "--secret", input: url).status == 0)
    let added = try home.strop(
      ["remind", "add", "--text", "x", "--at", "daily 20:00", "--via", "ntfy"], with: at(25))
    #expect(added.status == 0, "\(added)")
    let tick = try home.strop("remind", "deliver")
    #expect(tick.status == 75, "\(tick)")
    #expect(try home.strop("sync", "status", "--json").object("sync")["waiting"] as? Int == 0)
  }
}
