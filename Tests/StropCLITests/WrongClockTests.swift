import Foundation
import Testing

/// A clock that runs ahead for a while, and is set right.
struct WrongClockTests {
  private static let ahead = ["STROP_NOW": "2035-11-28T21:00:00+08:00"]

  private func check(_ home: StropHome, _ name: String) throws -> String? {
    let doctor = try home.strop("doctor", "--json", "--lang", "en")
    let checks = try Outcome.success(doctor.output).list("checks")
    return checks.first { $0["name"] as? String == name }?["detail"] as? String
  }

  @Test func `a first run in the future counts as now, and doctor says so`() throws {
    let home = try StropHome(.empty)
    try home.strop("today", with: WrongClockTests.ahead)
    let today = try home.strop("today", "--json")
    let papers = try today.list("skills").first { $0["slug"] as? String == "papers" }
    #expect(papers?["owed"] as? Int == 2)
    let report = try home.strop("report", "--json").list("skills")
    #expect(report.first { $0["slug"] as? String == "papers" }?["sessions"] as? Int == 2)
    #expect(
      try check(home, "clock")
        == "the first run is of 2035-11-28, which is to come: the clock was wrong then, or is now")
    #expect(try check(StropHome(), "clock") == nil)
  }

  /// An import refuses a clock more than ten years after the release.
  @Test func `what an import would refuse is not written`() throws {
    let far = ["STROP_NOW": "2037-01-01T00:00:00Z"]
    let home = try StropHome()
    let before = try home.strop("export").output
    for command in [
      ["checkin", "papers"], ["skip", "add"], ["undo"], ["skill", "focus", "dpo"], ["today"],
    ] {
      let outcome = try home.start(command, with: far).end()
      if command == ["today"] || command == ["undo"] {
        expectCivil(outcome)
      } else {
        expectCivil(outcome, 78)
        #expect(outcome.errors.hasPrefix("strop: the clock is past 2036-11-22, "))
      }
    }
    #expect(try home.strop("export").output == before)

    let new = try StropHome(.empty)
    expectCivil(try new.strop("checkin", "papers", with: far), 78)
    expectCivil(try new.strop("today", with: far), 78)
    #expect(try FileManager.default.contentsOfDirectory(atPath: new.directory.path) == [])
    #expect(
      try new.strop("checkin", "papers", with: ["STROP_NOW": "2036-11-20T00:00:00Z"]).status == 0)
    let journal = try new.strop("export").output
    #expect(try StropHome(.empty).strop("import", "-", input: .text(journal)).status == 0)
  }

  @Test func `what was missed is told, though it was seen in the future`() throws {
    let home = try StropHome()
    try home.strop("remind", "add", "papers", "--at", "daily 08:00", "--via", "stdout")
    // Seen while the clock ran ahead; then it is set right, and two mornings pass without a tick.
    try home.strop("remind", "deliver", with: WrongClockTests.ahead)
    try home.strop("today", with: WrongClockTests.ahead)
    let sql = "INSERT OR REPLACE INTO local VALUES ('deliveries-seen', '2080000000000')"
    _ = try home.run(["/usr/bin/sqlite3", home.database.path, sql]).end()
    try home.strop("remind", "deliver", with: ["STROP_NOW": "2026-11-28T21:00:00+08:00"])
    let today = try home.strop("today", with: ["STROP_NOW": "2026-11-28T21:01:00+08:00"])
    #expect(today.output.contains("strop remind log"), "\(today.output)")
  }

  @Test func `copies dated in the future push out none that are made now`() throws {
    let home = try StropHome()
    for day in 10..<30 {
      try home.strop("backup", with: ["STROP_NOW": "2035-11-\(day)T21:00:00+08:00"])
    }
    try home.strop("checkin", "papers")
    for day in 27..<30 {
      try home.strop("backup", with: ["STROP_NOW": "2026-11-\(day)T21:00:00+08:00"])
    }
    let backups = home.database.deletingLastPathComponent().appending(path: "backups").path
    let names = try FileManager.default.contentsOfDirectory(atPath: backups)
    #expect(names.filter { $0.hasPrefix("strop-2026") }.count == 3)
    #expect(names.count <= 14)
    // The one to bring back is the last that was made.
    try FileManager.default.removeItem(at: home.database)
    let lost = try home.strop("today", with: ["STROP_NOW": "2026-11-30T09:00:00+08:00"])
    #expect(lost.errors.hasSuffix("hint: strop restore strop-20261129T130000Z.db\n"), "\(lost)")
  }
}
