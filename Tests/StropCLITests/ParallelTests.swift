import Foundation
import Testing

/// Processes at once never lose or double anything.
struct ParallelTests {
  @Test func `twenty check-ins at once are twenty check-ins`() throws {
    let home = try StropHome()
    let processes = try (1...20).map {
      try home.start(["checkin", $0.isMultiple(of: 2) ? "papers" : "debug", "-m", "\($0)"])
    }
    for outcome in processes.map({ $0.end() }) { expectCivil(outcome, 0) }
    let checkIns = try home.strop("log", "--json").list("checkins")
    #expect(checkIns.compactMap { $0["minutes"] as? Int }.sorted() == Array(1...20))
    #expect(Set(checkIns.compactMap { $0["id"] as? String }).count == 20)
    let sequences = try home.strop("export").lines().dropLast().map { line in
      let entry = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try #require(entry?["seq"] as? Int)
    }
    #expect(sequences.sorted() == Array(1...41))
  }

  @Test func `eight first runs at once make one beginning`() throws {
    let home = try StropHome(.empty)
    let processes = try (1...8).map { try home.start(["checkin", "papers", "-m", "\($0)"]) }
    for outcome in processes.map({ $0.end() }) { expectCivil(outcome, 0) }
    let lines = try home.strop("export").lines().dropLast()
    #expect(lines.filter { $0.contains("\"subject\":\"start/") }.count == 1)
    #expect(try home.strop("log", "--json").list("checkins").count == 8)
    #expect(try home.strop("item", "list", "--json").list("items").count == 126)
    #expect(try home.strop("skill", "list", "--json").list("skills").count == 16)
    #expect(try home.strop("doctor", "--json").list("checks").first?["state"] as? String == "ok")
  }

  @Test func `undo and check-ins at once leave a journal that folds to the same rows`() throws {
    let home = try StropHome()
    for _ in 0..<4 { try home.strop("checkin", "papers") }
    let processes = try (0..<12).map {
      try home.start([["undo"], ["redo"], ["checkin", "debug"]][$0 % 3])
    }
    for outcome in processes.map({ $0.end() }) { expectCivil(outcome) }
    let before = try home.strop("log", "--json")
    #expect(try home.strop("doctor", "--rebuild").status == 0)
    #expect(try home.strop("log", "--json") == before)
  }
}
