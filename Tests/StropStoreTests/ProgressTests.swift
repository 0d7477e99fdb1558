import GRDB
import StropCore
import StropStore
import Testing

/// Keeps what it is told.
private final class Told {
  var progress: [WorkProgress] = []

  func tell(_ progress: WorkProgress) { self.progress.append(progress) }

  var works: [WorkProgress.Work] {
    progress.map(\.work).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// Each kind of work goes forward, and never further than to its end.
  func expectForward(_ location: SourceLocation = #_sourceLocation) {
    for (one, next) in zip(progress, progress.dropFirst()) where one.work == next.work {
      #expect(one.done < next.done && one.total == next.total, sourceLocation: location)
    }
    #expect(
      progress.allSatisfy { (0...$0.total).contains($0.done) && $0.total > 0 },
      sourceLocation: location)
  }
}

struct ProgressTests {
  private func lived(_ count: Int = 60) throws -> TestStore {
    let store = try TestStore()
    var history = RandomHistory(seed: 3)
    try history.live(count, in: store)
    return store
  }

  @Test func `a rebuild tells of each subject`() throws {
    let (store, told) = (try lived(), Told())
    try store.write { try $0.rebuild(telling: told.tell) }
    #expect(told.works == [.folding])
    #expect(told.progress.count == Set(try store.lines().map(\.subject)).count)
    told.expectForward()
  }

  @Test func `an import tells of each line, by its bytes, then of each subject`() throws {
    let (there, told) = (try TestStore(), Told())
    for id in ["aaaaaaaaaa", "bbbbbbbbbb"] { try there.append([CheckIn.sample(id).creation]) }
    let (journal, store) = (try there.exported(), try TestStore())
    _ = try store.write { try $0.importLines(of: journal, telling: told.tell) }
    #expect(told.works == [.readingJournal, .folding])
    let lines = told.progress.filter { $0.work == .readingJournal }
    #expect(lines.count == journal.split(separator: "\n").count)
    #expect(lines.last?.done == Int64(journal.utf8.count))
    told.expectForward()
  }

  @Test func `bringing a database up to date tells of each subject`() throws {
    let (store, told) = (try lived(), Told())
    try store.rawConnection().write {
      try $0.execute(sql: "UPDATE local SET value = 'other' WHERE key = 'folded-shape'")
    }
    _ = try Store.open(store.store.path, create: false, telling: told.tell)
    #expect(told.works == [.folding])
    told.expectForward()
  }

  @Test func `a copy and a restore tell of their bytes, and of the checks`() throws {
    let (store, told) = (try lived(), Told())
    // More than is copied in one step.
    try store.rawConnection().write {
      try $0.execute(
        sql: "INSERT INTO local VALUES ('filler', CAST(zeroblob(9000000) AS TEXT))")
    }
    let copy = store.directory.path + "/copy.db"
    let other = try store.rawConnection()
    try store.store.backUp(to: copy) { progress in
      told.tell(progress)
      guard progress.work == .copying, progress.done < progress.total else { return }
      // Nothing is written in between: the copy is of one moment.
      #expect(throws: DatabaseError.self) {
        try other.write { try $0.execute(sql: "DELETE FROM local WHERE key = 'filler'") }
      }
    }
    #expect(told.works == [.copying, .checking])
    #expect(told.progress.count > 3)
    told.expectForward()
    told.progress = []
    try Store.verify(copy, telling: told.tell)
    try Store.restore(copy, over: store.store.path, telling: told.tell) { _, backUp in
      try backUp(store.directory.path + "/kept.db")
    }
    #expect(told.works == [.checking, .copying, .checking, .copying])
    #expect(told.progress.last.map { $0.done == $0.total } == true)
  }
}
