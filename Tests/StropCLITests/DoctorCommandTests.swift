import Foundation
import Testing

struct DoctorCommandTests {
  @Test func `every check has its state, and a fix where there is something to do`() throws {
    let home = try StropHome()
    let doctor = try home.strop("doctor", "--json")
    #expect(doctor.errors == "")
    let checks = try doctor.list("checks")
    #expect(checks.allSatisfy { $0.has("name state detail fix") })
    let names = checks.compactMap { $0["name"] as? String }
    #expect(names == ["database", "backup", "zone", "cron", "tick", "mail", "desktop"])
    for check in checks where check["state"] as? String != "ok" {
      #expect(check["fix"] is String, "\(check)")
    }
    #expect(checks.first?["state"] as? String == "ok")
  }

  @Test func `a reminder that nothing calls for is a warning`() throws {
    let home = try StropHome()
    try home.strop("remind", "add", "papers", "--at", "daily 21:30")
    let checks = try home.strop("doctor", "--json").list("checks")
    let tick = try #require(checks.first { $0["name"] as? String == "tick" })
    #expect(tick["state"] as? String == "warn")
    #expect(tick["fix"] as? String == "strop schedule install")
  }

  @Test func `folding everything anew changes nothing`() throws {
    let home = try StropHome()
    try home.strop("checkin", "papers", "-m", "45", "-e", "https://example.com")
    try home.strop("checkin", "debug")
    try home.strop("undo")
    let screens = [["log"], ["today"], ["report"], ["skip"], ["item"], ["skill"]]
    func shown() throws -> [Outcome] { try screens.map { try home.start($0 + ["--json"]).end() } }
    let before = try shown()
    let rebuilt = try home.strop("doctor", "--rebuild", "--lang", "zh")
    #expect(rebuilt.status == 0)
    #expect(rebuilt.errors == "")
    #expect(rebuilt.output.hasPrefix("正常  database  "))
    #expect(try shown() == before)
  }

  @Test func `help is in both languages`() throws {
    try expectHelp(
      "doctor", english: "Whether all is well, and what to do where not",
      chinese: "检查一切是否正常，不正常该怎么办")
  }
}
