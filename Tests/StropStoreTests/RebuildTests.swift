import GRDB
import StropCore
import StropStore
import Testing

struct RebuildTests {
  /// docs/design.md, what must always hold, 1.
  @Test(arguments: 0..<20)
  func `folding everything again gives the same rows`(seed: Int) throws {
    let store = try TestStore(seed: seed)
    var history = RandomHistory(seed: seed)
    try history.live(300, in: store)
    let (rows, journal) = (try store.foldedRows(), try store.exported())
    #expect(rows.count > 100)
    for table in ["skill", "skill_change", "item", "prerequisite", "reference", "item_progress"] {
      #expect(rows.contains { $0.hasPrefix(table + " ") }, "nothing in \(table)")
    }
    try store.write { try $0.rebuild() }
    #expect(try store.foldedRows() == rows)
    #expect(try store.exported() == journal)
  }

  /// Against SQLite's own calendar.
  @Test(arguments: 0..<20)
  func `weeks of practice are the sums of their check-ins`(seed: Int) throws {
    let store = try TestStore(seed: seed)
    var history = RandomHistory(seed: seed)
    let days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
    let sums = [1, 2, 3, 4, 5, 6, 0].map { number in
      "sum(coalesce(minutes, 0)) FILTER (WHERE strftime('%w', day) = '\(number)') AS \(days[number])"
    }
    for _ in 0..<10 {
      try history.live(30, in: store)
      let (kept, summed) = try store.rawConnection().read { db in
        (
          try Row.fetchAll(db, sql: "SELECT * FROM practised_week ORDER BY skill, monday"),
          try Row.fetchAll(
            db,
            sql: """
              SELECT skill, date(day, 'weekday 0', '-6 days') AS monday, \(sums.joined(separator: ", "))
              FROM check_in WHERE removed = 0 GROUP BY 1, 2 ORDER BY 1, 2
              """)
        )
      }
      #expect(kept == summed)
    }
    #expect(try store.read { try $0.checkInCount(CheckInFilter()) } > 10)
  }

  @Test func `rows that were tampered with are folded anew`() throws {
    let store = try TestStore()
    try store.append([CheckIn.sample("aaaaaaaaaa").creation])
    let rows = try store.foldedRows()
    try store.rawConnection().write { db in
      try db.execute(
        sql:
          """
          UPDATE check_in SET minutes = 1; DELETE FROM batch; UPDATE practised_week SET monday = 'soon';
          INSERT INTO plan VALUES ('x/y', 'x', 'y', 1, 1, 1, NULL)
          """
      )
    }
    #expect(try store.foldedRows() != rows)
    #expect(throws: StoreError.self) {
      try store.read { try $0.practisedDays("papers", since: nil) }
    }
    try store.write { try $0.rebuild() }
    #expect(try store.foldedRows() == rows)
  }
}
