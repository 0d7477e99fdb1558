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

  @Test func `rows that were tampered with are folded anew`() throws {
    let store = try TestStore()
    try store.append([CheckIn.sample("aaaaaaaaaa").creation])
    let rows = try store.foldedRows()
    try store.rawConnection().write { db in
      try db.execute(
        sql:
          "UPDATE check_in SET minutes = 1; DELETE FROM batch; INSERT INTO plan VALUES ('x/y', 'x', 'y', 1, 1, 1, NULL)"
      )
    }
    #expect(try store.foldedRows() != rows)
    try store.write { try $0.rebuild() }
    #expect(try store.foldedRows() == rows)
  }
}
