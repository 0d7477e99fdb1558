import StropCore
import StropStore
import Testing

struct UndoTests {
  @Test func `undo takes away what the command wrote, redo brings it back`() throws {
    let store = try TestStore()
    try store.append([CheckIn.sample("aaaaaaaaaa").creation])
    #expect(try store.undo())
    #expect(try store.read { try $0.one(.checkIn, "aaaaaaaaaa") } == nil)
    #expect(try store.redo())
    #expect(try store.read { try $0.one(.checkIn, "aaaaaaaaaa") } != nil)
    #expect(try store.lines().count == 4)
  }

  @Test func `nothing to undo and nothing to redo`() throws {
    let store = try TestStore()
    #expect(try !store.undo())
    #expect(try !store.redo())
    try store.append([CheckIn.sample("aaaaaaaaaa").creation])
    #expect(try !store.redo())
    #expect(try store.undo())
    #expect(try !store.undo())
  }

  @Test func `an edit undone leaves what was edited as it was`() throws {
    let store = try TestStore()
    let checkIn = try CheckIn.sample("aaaaaaaaaa", note: "before")
    try store.append([checkIn.creation])
    try store.append([Patch(checkIn.subject, ["note": .text("after")])], command: "edit")
    try store.undo()
    #expect(try store.read { try $0.one(.checkIn, "aaaaaaaaaa")?.note } == "before")
    try store.undo()
    #expect(try store.read { try $0.one(.checkIn, "aaaaaaaaaa") } == nil)
    try store.redo()
    #expect(try store.read { try $0.one(.checkIn, "aaaaaaaaaa")?.note } == "before")
    try store.redo()
    #expect(try store.read { try $0.one(.checkIn, "aaaaaaaaaa")?.note } == "after")
  }

  @Test func `undo never takes what came from another device`() throws {
    let (here, there) = (try TestStore(seed: 1), try TestStore(seed: 2))
    try here.append([CheckIn.sample("aaaaaaaaaa").creation])
    try there.append([CheckIn.sample("bbbbbbbbbb").creation], later: 3_600)
    try here.import(there.exported())
    #expect(try here.undo())
    #expect(try !here.undo())
    #expect(try here.read { try $0.checkIns(CheckInFilter()).map(\.id) } == ["bbbbbbbbbb"])
  }

  @Test func `another device's undo reaches its own batch here`() throws {
    let (here, there) = (try TestStore(seed: 1), try TestStore(seed: 2))
    try there.append([CheckIn.sample("bbbbbbbbbb").creation])
    try here.import(there.exported())
    #expect(try here.read { try $0.one(.checkIn, "bbbbbbbbbb") } != nil)
    try there.undo()
    try here.import(there.exported())
    #expect(try here.read { try $0.one(.checkIn, "bbbbbbbbbb") } == nil)
    try there.redo()
    try here.import(there.exported())
    #expect(try here.read { try $0.one(.checkIn, "bbbbbbbbbb") } != nil)
  }

  @Test func `an undo that arrives before what it undoes waits for it`() throws {
    let (here, there) = (try TestStore(seed: 1), try TestStore(seed: 2))
    try there.append([CheckIn.sample("bbbbbbbbbb").creation])
    try there.undo()
    let lines = try there.exported().split(separator: "\n")
    for line in lines.reversed() { try here.import(line + "\n") }
    #expect(try here.read { try $0.one(.checkIn, "bbbbbbbbbb") } == nil)
    #expect(try here.foldedRows() == there.foldedRows())
  }

  /// docs/design.md, what must always hold, 3. The table of batches remembers undoing itself.
  @Test(arguments: 0..<20)
  func `undo restores the rows from before, redo those from after`(seed: Int) throws {
    let store = try TestStore(seed: seed)
    var history = RandomHistory(seed: seed)
    try history.live(20, in: store)
    for _ in 0..<10 {
      let before = try store.foldedRows(without: ["batch"])
      let patches = history.patches(device: try store.write { $0.device })
      try store.append(patches, later: -60)
      let after = try store.foldedRows(without: ["batch"])
      try store.undo()
      #expect(try store.foldedRows(without: ["batch"]) == before)
      try store.redo()
      #expect(try store.foldedRows(without: ["batch"]) == after)
    }
  }

  @Test(arguments: 0..<20)
  func `undoing step by step goes back step by step, and forth again`(seed: Int) throws {
    let store = try TestStore(seed: seed)
    var history = RandomHistory(seed: seed)
    var states = [try store.foldedRows(without: ["batch"])]
    for _ in 0..<8 {
      try store.append(history.patches(device: try store.write { $0.device }))
      states.append(try store.foldedRows(without: ["batch"]))
    }
    for state in states.dropLast().reversed() {
      try store.undo()
      #expect(try store.foldedRows(without: ["batch"]) == state)
    }
    #expect(try !store.undo())
    for state in states.dropFirst() {
      try store.redo()
      #expect(try store.foldedRows(without: ["batch"]) == state)
    }
    #expect(try !store.redo())
  }
}
