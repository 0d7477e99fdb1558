import GRDB
import StropCore
import StropStore
import Testing

struct ImportTests {
  private static let line =
    #"{"device":"aaaaaaaaaa","seq":1,"batch":"bbbbbbbbbb","clock":5,"at":"2026-11-23T13:30:05.123Z","#
    + #""zone":"UTC","subject":"thing/cccccccccc","fields":{"create":true}}"#

  /// docs/design.md, what must always hold, 4.
  @Test(arguments: 0..<10)
  func `an export taken in exports the same bytes`(seed: Int) throws {
    let (old, new) = (try TestStore(seed: seed), try TestStore(seed: 99))
    var history = RandomHistory(seed: seed, isSound: true)
    try history.live(60, in: old)
    let exported = try old.exported()
    let summary = try new.import(exported)
    #expect(summary.taken == exported.split(separator: "\n").count)
    #expect(summary.known == 0)
    #expect(summary.devices == Set(try old.lines().map(\.device)))
    #expect(try new.exported() == exported)
    #expect(try new.foldedRows() == old.foldedRows())
  }

  @Test func `a line has its keys in one order and one form`() throws {
    let store = try TestStore()
    let checkIn = try CheckIn.sample("cccccccccc", note: "周末 \"x\"\n")
    let batch = try store.append([checkIn.creation], command: nil)
    let device = try #require(try store.read { try $0.device(on: "laptop") })
    #expect(
      try store.exported()
        == #"{"device":"\#(device)","seq":1,"batch":"\#(batch)","clock":117665995417346736128,"#
        .replacing("117665995417346736128", with: "\(TestStore.now.milliseconds << 16)")
        + #""at":"2026-11-23T13:30:05.123Z","zone":"UTC","subject":"checkin/cccccccccc","#
        + #""fields":{"create":true,"minutes":45,"note":"周末 \"x\"\n","skill":"papers","#
        + #""when":{"at":"2026-11-23T13:30:05.123Z","day":"2026-11-23","zone":"Asia/Shanghai"}}}"#
        + "\n"
    )
  }

  @Test func `the same line twice is taken once`() throws {
    let (old, new) = (try TestStore(seed: 1), try TestStore(seed: 2))
    var history = RandomHistory(seed: 1, isSound: true)
    try history.live(20, in: old)
    let exported = try old.exported()
    let first = try new.import(exported + exported)
    #expect(first.taken == first.known)
    let rows = try new.foldedRows()
    let second = try new.import(exported)
    #expect(second.taken == 0)
    #expect(second.known == first.taken)
    #expect(second.devices == [])
    #expect(try new.exported() == exported)
    #expect(try new.foldedRows() == rows)
  }

  @Test(arguments: 0..<10)
  func `lines in any order come to the same`(seed: Int) throws {
    let (old, new) = (try TestStore(seed: seed), try TestStore(seed: 99))
    var history = RandomHistory(seed: seed, isSound: true)
    try history.live(60, in: old)
    var lines = try old.exported().split(separator: "\n")
    lines.shuffle(using: &history.random)
    let half = lines.count / 2
    try new.import(lines[..<half].joined(separator: "\n"))
    try new.import(lines[half...].joined(separator: "\n"))
    #expect(try new.exported() == old.exported())
    #expect(try new.foldedRows() == old.foldedRows())
  }

  @Test func `another device's journal joins this one`() throws {
    let (here, there) = (try TestStore(seed: 1), try TestStore(seed: 2))
    let checkIn = try CheckIn.sample("aaaaaaaaaa", note: "here")
    try here.append([checkIn.creation])
    try there.append([CheckIn.sample("bbbbbbbbbb").creation])
    try there.append([Patch(checkIn.subject, ["note": .text("there")])], later: 60)
    let summary = try here.import(there.exported())
    #expect(summary.taken == 4)
    #expect(
      try here.read { try $0.checkIns(CheckInFilter()).map(\.id) } == ["aaaaaaaaaa", "bbbbbbbbbb"]
    )
    #expect(try here.read { try $0.one(.checkIn, "aaaaaaaaaa")?.note } == "there")
    // There, the same edit waits for the check-in that it edits.
    #expect(try there.read { try $0.one(.checkIn, "aaaaaaaaaa") } == nil)
    try there.import(here.exported())
    #expect(try there.foldedRows() == here.foldedRows())
  }

  @Test(arguments: 0..<20)
  func `two journals with interleaved work come to the same rows`(seed: Int) throws {
    let (here, there) = (try TestStore(seed: seed), try TestStore(seed: seed + 1_000))
    var histories = [
      RandomHistory(seed: seed, isSound: true), RandomHistory(seed: seed + 1_000, isSound: true),
    ]
    for _ in 0..<4 {
      try histories[0].live(8, in: here)
      try histories[1].live(8, in: there)
      switch Int.random(in: 0..<3, using: &histories[0].random) {
      case 0: try here.import(there.exported())
      case 1: try there.import(here.exported())
      default: break
      }
    }
    let (fromHere, fromThere) = (try here.exported(), try there.exported())
    try here.import(fromThere)
    try there.import(fromHere)
    #expect(try here.exported() == there.exported())
    let rows = try here.foldedRows()
    #expect(try there.foldedRows() == rows)
    try there.write { try $0.rebuild() }
    #expect(try there.foldedRows() == rows)
  }

  @Test func `blank lines and Windows line ends are passed over`() throws {
    let store = try TestStore()
    #expect(try store.import("\n\n" + ImportTests.line + "\n  \n\t\n").taken == 1)
    #expect(try store.import(ImportTests.line + "\r").known == 1)
  }

  @Test func `white space between the parts of a line does not matter`() throws {
    let store = try TestStore()
    let spaced = ImportTests.line.replacing(":{\"create\":true}", with: " : { \"create\" : true } ")
    #expect(try store.import(spaced).taken == 1)
    #expect(try store.exported() == ImportTests.line + "\n")
    #expect(try store.import(ImportTests.line).known == 1)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let line: String
    let problem: LineProblem

    init(_ line: String, _ problem: LineProblem) {
      testDescription = String(line.prefix(300))
      self.line = line
      self.problem = problem
    }

    /// The sound line with one thing replaced.
    init(_ old: String, _ new: String, _ problem: LineProblem) {
      precondition(ImportTests.line.contains(old))
      self.init(ImportTests.line.replacing(old, with: new), problem)
    }
  }

  @Test(arguments: [
    Case("nonsense", .notJSON), Case("{", .notJSON), Case("{device:1}", .notJSON),
    Case(line + line, .notJSON), Case("{'device':'a'}", .notJSON), Case("[1]", .notAnObject),
    Case("null", .notAnObject), Case("3", .notAnObject), Case("\"text\"", .notAnObject),
    Case("{}", .missingKey("clock")),
    Case(#""device":"aaaaaaaaaa","#, "", .missingKey("device")),
    Case(#""seq":1,"#, "", .missingKey("seq")),
    Case(#""batch":"bbbbbbbbbb","#, "", .missingKey("batch")),
    Case(#""clock":5,"#, "", .missingKey("clock")),
    Case(#""at":"2026-11-23T13:30:05.123Z","#, "", .missingKey("at")),
    Case(#""zone":"UTC","#, "", .missingKey("zone")),
    Case(#""subject":"thing/cccccccccc","#, "", .missingKey("subject")),
    Case(#","fields":{"create":true}"#, "", .missingKey("fields")),
    Case(#""seq""#, #""extra":1,"seq""#, .unknownKey("extra")),
    Case(#""seq""#, #""Seq""#, .unknownKey("Seq")),
    Case(#""seq":1"#, #""seq":1,"seq":1"#, .badValue("seq")),
    Case(#""seq":1"#, #""seq":0"#, .badValue("seq")),
    Case(#""seq":1"#, #""seq":-1"#, .badValue("seq")),
    Case(#""seq":1"#, #""seq":1.0"#, .badValue("seq")),
    Case(#""seq":1"#, #""seq":"1""#, .badValue("seq")),
    Case(#""seq":1"#, #""seq":99999999999999999999"#, .badValue("seq")),
    Case(#""clock":5"#, #""clock":-1"#, .badValue("clock")),
    Case(#""clock":5"#, #""clock":null"#, .badValue("clock")),
    Case(#""clock":5"#, #""clock":5e3"#, .badValue("clock")),
    Case(#""clock":5"#, #""clock":2130181447680000001"#, .badValue("clock")),
    Case(#""clock":5"#, #""clock":9223372036854775807"#, .badValue("clock")),
    Case("aaaaaaaaaa", "aaaa", .badValue("device")),
    Case("aaaaaaaaaa", "aaaaaaaaaaa", .badValue("device")),
    Case("aaaaaaaaaa", "AAAAAAAAAA", .badValue("device")),
    Case("aaaaaaaaaa", "aaaaaaaaau", .badValue("device")),
    Case("bbbbbbbbbb", "bbbbbbbbbo", .badValue("batch")),
    Case("bbbbbbbbbb", "", .badValue("batch")),
    Case("2026-11-23T13:30:05.123Z", "yesterday", .badValue("at")),
    Case("2026-11-23T13:30:05.123Z", "2026-11-23T13:30:05", .badValue("at")),
    Case("2026-11-23T13:30:05.123Z", "2026-11-23T13:30:05.12Z", .badValue("at")),
    Case("2026-11-23T13:30:05.123Z", "2026-11-23T13:30:05.123+00:00", .badValue("at")),
    Case("2026-11-23T13:30:05.123Z", "2026-11-23t13:30:05.123Z", .badValue("at")),
    Case("thing/cccccccccc", #"thing\/cccccccccc"#, .notAsExported),
    Case("thing/cccccccccc", "thing/ccccc\u{7f}ccccc", .notAsExported),
    Case("UTC", #"\u0055TC"#, .notAsExported), Case("UTC", "U\u{202e}TC", .notAsExported),
    Case(
      #""device":"aaaaaaaaaa","seq":1,"#, #""seq":1,"device":"aaaaaaaaaa","#, .notAsExported),
    Case(
      "true", "true," + (0..<1_000).map { "\"f\($0)\":1" }.joined(separator: ","),
      .tooManyFields(limit: 1_000)),
    Case(
      "true", #"true,"note":""# + String(repeating: "n", count: 1 << 20) + "\"",
      .tooLong(limit: 1 << 20)),
    Case("2026-11-23T13:30:05.123Z", "1970-01-01T00:00:00+08:00", .badValue("at")),
    Case(#""zone":"UTC""#, #""zone":8"#, .badValue("zone")),
    Case("thing/cccccccccc", "thing", .badValue("subject")),
    Case("thing/cccccccccc", "thing/", .badValue("subject")),
    Case("thing/cccccccccc", "/cccccccccc", .badValue("subject")),
    Case(#"{"create":true}"#, "[]", .badValue("fields")),
    Case(#"{"create":true}"#, "null", .badValue("fields")),
    Case(#"{"create":true}"#, #""{}""#, .badValue("fields")),
    Case(#"{"create":true}"#, #"{"tags":["a"]}"#, .badValue("fields")),
    Case(#"{"create":true}"#, #"{"deep":{"er":[]}}"#, .badValue("fields")),
    Case("UTC", "U\u{0}TC", .notJSON),
  ])
  func `a line that is no entry is refused with its number, and nothing is kept`(
    test: Case
  ) throws {
    let store = try TestStore()
    try store.append([CheckIn.sample("aaaaaaaaaa").creation])
    let (journal, rows) = (try store.exported(), try store.foldedRows())
    let good = ImportTests.line.replacing(#""seq":1"#, with: #""seq":7"#)
    #expect(throws: ImportError.malformed(line: 3, test.problem)) {
      try store.import(good + "\n\n" + test.line + "\n" + good + "\n")
    }
    #expect(try store.exported() == journal)
    #expect(try store.foldedRows() == rows)
  }

  /// A sound entry, with something else in the place of its fields or its subject.
  private static func entry(_ subject: String, _ fields: String) -> String {
    line.replacing("thing/cccccccccc", with: subject).replacing(#"{"create":true}"#, with: fields)
  }

  private static let when =
    #""when":{"at":"2026-11-23T13:30:05.123Z","day":"2026-11-23","zone":"UTC"}"#

  @Test(arguments: [
    (#""minutes":1441"#, "minutes"), (#""minutes":-3"#, "minutes"), (#""minutes":0"#, "minutes"),
    (#""minutes":10.5"#, "minutes"), (#""minutes":"10""#, "minutes"), (#""skill":7"#, "skill"),
    (#""minutes":true"#, "minutes"), (#""note":{"a":1}"#, "note"), (#""removed":1"#, "removed"),
    (#""when":{"day":"2026-02-30"}"#, "when.day"), (#""when":"2026-11-23""#, "when"),
    (#""when":{"day":"2026-11-23","at":"noon"}"#, "when.at"),
  ])
  func `a check-in that cannot be is refused, whole or as an edit`(
    field: String, name: String
  ) throws {
    let store = try TestStore()
    let edit = ImportTests.entry("checkin/cccccccccc", "{" + field + "}")
    #expect(throws: ImportError.malformed(line: 2, .badField(name))) {
      try store.import("\n" + edit)
    }
    #expect(try store.exported() == "")
  }

  @Test(arguments: [
    (
      "checkin/cccccccccc", #"{"create":true,"skill":"papers"}"#,
      LineProblem.missingField("when.day")
    ),
    ("checkin/cccccccccc", #"{"create":true,\#(when)}"#, .missingField("skill")),
    ("skip/cccccccccc", #"{"create":true}"#, .missingField("days.from")),
    (
      "skip/cccccccccc", #"{"create":true,"days":{"from":"2026-11-23","to":"2026-11-20"}}"#,
      .badField("days.to")
    ),
    ("reminder/cccccccccc", #"{"create":true,"kind":"report"}"#, .missingField("rule")),
    ("evidence/cccccccccc", #"{"create":true,"kind":"url"}"#, .missingField("parent")),
    ("item/papers/my-x", #"{"create":true,"hours":-1}"#, .badField("hours")),
    ("item/papers/triage-ten", #"{"create":true,"state":"gone"}"#, .badField("state")),
  ])
  func `what its kind does not allow is refused with its line`(
    subject: String, fields: String, problem: LineProblem
  ) throws {
    let store = try TestStore()
    let good = ImportTests.entry(
      "checkin/dddddddddd", #"{"create":true,"skill":"papers",\#(ImportTests.when)}"#)
    let bad = ImportTests.entry(subject, fields).replacing(#""seq":1"#, with: #""seq":2"#)
    #expect(throws: ImportError.malformed(line: 3, problem)) {
      try store.import(good + "\n\n" + bad)
    }
    #expect(try store.exported() == "")
    #expect(try store.import(good).taken == 1)
  }

  @Test func `what is here already does not keep other lines out`() throws {
    let store = try TestStore()
    let checkIn = try CheckIn.sample("dddddddddd")
    try store.append([checkIn.creation])
    try store.append([Patch(checkIn.subject, ["minutes": .number(99_999)])])
    let edit = ImportTests.entry("checkin/dddddddddd", #"{"minutes":30}"#)
    #expect(try store.import(edit).taken == 1)
  }

  @Test(arguments: [
    ("bbbbbbbbbb", "dddddddddd"), (#""clock":5"#, #""clock":6"#), ("05.123Z", "05.124Z"),
    ("UTC", "GMT"), ("cccccccccc", "dddddddddd"), ("true", "false"),
  ])
  func `another entry in the place of a known one is a conflict`(old: String, new: String) throws {
    let store = try TestStore()
    try store.import(ImportTests.line)
    let journal = try store.exported()
    let second = ImportTests.line.replacing(#""seq":1"#, with: #""seq":2"#)
    let other = ImportTests.line.replacing(old, with: new)
    #expect(throws: ImportError.conflict(line: 2, device: "aaaaaaaaaa", sequence: 1)) {
      try store.import(second + "\n" + other)
    }
    #expect(try store.exported() == journal)
  }

  @Test func `a subject of a newer strop is kept and exported`() throws {
    let store = try TestStore()
    let line = ImportTests.line.replacing("thing/", with: "hologram/")
    #expect(try store.import(line).taken == 1)
    #expect(try store.foldedRows().isEmpty)
    #expect(try store.exported() == line + "\n")
  }

  /// They would be two subjects of one row.
  @Test func `a plan's week has one way to be written`() throws {
    let plan = #"{"create":true,"focus":true,"sessions":3,"minutes":60}"#
    func line(_ sequence: Int, _ week: String) -> String {
      ImportTests.line.replacing("thing/cccccccccc", with: "plan/papers/\(week)")
        .replacing(#"{"create":true}"#, with: plan)
        .replacing(#""seq":1"#, with: #""seq":\#(sequence)"#)
    }
    let store = try TestStore()
    try store.import(line(1, "2026-w48"))
    #expect(try store.read { try $0.plans() }.isEmpty)
    try store.import(line(2, "2026-W48"))
    #expect(try store.read { try $0.plans().map(\.week.iso) } == ["2026-W48"])
  }
}
