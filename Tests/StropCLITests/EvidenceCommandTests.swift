import Foundation
import Testing

struct EvidenceCommandTests {
  /// Runs a script in the home's repository.
  @discardableResult
  private func git(_ home: StropHome, _ script: String) throws -> String {
    let outcome = try home.run(["/bin/sh", "-ec", "cd code; " + script]).end()
    try #require(outcome.status == 0, "\(outcome)")
    return outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func verify(_ home: StropHome, _ more: String...) throws -> [String: Any] {
    try home.strop(["evidence", "verify", "--json"] + more).json
  }

  private func reasons(_ json: [String: Any]) throws -> [String: String] {
    let failed = try #require(json["failed"] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: failed.map {
        ($0["id"] as? String ?? "", $0["reason"] as? String ?? "")
      })
  }

  private func evidence(_ outcome: Outcome) throws -> (id: String, level: String) {
    let found = try #require((outcome.object("checkin")["evidence"] as? [[String: Any]])?.last)
    return (try #require(found["id"] as? String), try #require(found["level"] as? String))
  }

  @Test func `commits hold by their author and a branch, files by what they hold`() throws {
    let home = try StropHome()
    _ = try home.repository()
    try git(home, "git config user.email Li@example.com; git config user.name Li")
    let head = try git(
      home, "echo 1 >> train.py; git commit -qam Mine; git rev-parse HEAD")
    let rebased = try git(
      home, "git checkout -qb try; echo 2 >> train.py; git commit -qam Try; git rev-parse HEAD")
    let other = try git(
      home,
      "git checkout -q -; git branch -qD try; "
        + "git -c user.email=wu@example.com commit -q --allow-empty -m Theirs; git rev-parse HEAD")
    try home.write("notes", to: "notes.md")
    try home.write("curve", to: "curve.txt")
    func attach(_ what: String) throws -> String {
      let recorded = try home.strop("checkin", "debug", "-m", "5", "-e", what, "--json")
      let found = try evidence(recorded)
      #expect(found.level == "evidenced")
      return found.id
    }
    let ids = try [
      "commit:code@" + head, "commit:code@" + rebased, "commit:code@" + other, "notes.md",
      "curve.txt", "https://example.com/notes",
    ].map(attach)
    try home.write("tampered", to: "curve.txt")
    let first = try verify(home)
    #expect(first["checked"] as? Int == 5)
    #expect(first["verified"] as? Int == 2)
    #expect(first["elsewhere"] as? Int == 0)
    #expect(
      try reasons(first) == [ids[1]: "unreachable", ids[2]: "otherAuthor", ids[4]: "changed"])
    let levels =
      try home.strop("report", "--json").list("skills")
      .first { $0["slug"] as? String == "debug" }?["evidence"] as? [String: Int]
    #expect(levels == ["claimed": 0, "evidenced": 4, "verified": 2])
    // On the same day nothing new is to be recorded.
    let journal = try home.strop("export")
    _ = try verify(home)
    #expect(try home.strop("export") == journal)
    // A rebuild keeps it, and undo takes it back.
    try home.strop("doctor", "--rebuild")
    func level() throws -> String? {
      try home.strop("show", ids[0], "--json").object("evidence")["level"] as? String
    }
    #expect(try level() == "verified")
    try home.strop("undo")
    #expect(try level() == "evidenced")
    // Gone from here altogether, it is not failed.
    try git(
      home, "git reflog expire --expire=now --all; git gc -q --prune=now; cd ..; mv code away")
    try FileManager.default.removeItem(atPath: home.path("notes.md"))
    let later = try verify(home)
    #expect(later["checked"] as? Int == 1)
    #expect(later["elsewhere"] as? Int == 4)
    #expect(later["links"] as? Int == 1)
    let text = try home.strop("evidence", "verify").output
    #expect(text.hasPrefix("1 checked: 0 verified, 1 does not hold\n"))
    #expect(text.contains("curve.txt"))
    #expect(text.contains("  not on this machine\n"))
    #expect(text.contains("strop show " + ids[4].prefix(4)))
  }

  @Test func `what a logbook has holds once it is whole`() throws {
    let home = try StropHome()
    let bug = try #require(
      try home.strop("bug", "open", "flat loss", "--json").object("bug")["id"] as? String)
    try home.strop("checkin", "weekend", "-m", "5", "-e", "bug:" + bug)
    #expect(try reasons(verify(home)).values.sorted() == ["incomplete"])
    try home.strop("bug", "try", bug, "the mask", "--result", "confirmed")
    try home.strop("bug", "close", bug, "--cause", "off by one", "--class", "loss-mask")
    let whole = try verify(home)
    #expect(whole["verified"] as? Int == 3)
    #expect(try reasons(whole).isEmpty)
    try home.strop(
      "experiment", "plan", "beta", "--skill", "dpo", "--hypothesis", "x", "--predict", "y", "-m",
      "5")
    #expect(try reasons(verify(home)).values.sorted() == ["incomplete"])
    try home.strop("experiment", "run", "beta", "--", "true")
    try home.strop("experiment", "finish", "beta", "--verdict", "inconclusive")
    #expect(try reasons(verify(home)).isEmpty)
    try home.strop("remove", bug)
    #expect(try reasons(verify(home)).values.sorted() == ["gone", "gone", "gone"])
    #expect(try verify(home, "--since", "today")["checked"] as? Int == 5)
    let next = try home.strop(
      "evidence", "verify", "--since", "today", "--json",
      with: ["STROP_NOW": "2026-11-28T21:00:00+08:00"])
    #expect(try next.json["checked"] as? Int == 0)
  }

  @Test func `with nothing attached it teaches, and bad days are refused`() throws {
    let home = try StropHome()
    #expect(try home.strop("evidence", "verify").output.hasPrefix("Nothing is attached yet.\n"))
    #expect(try home.strop("evidence", "verify", "--since", "someday").status == 64)
    #expect(try home.strop("evidence", "verify", "--since", "2030-01-01").status == 64)
    try expectHelp(
      "evidence verify", english: "Check again what is attached", chinese: "重新核实附上的证据")
  }
}
