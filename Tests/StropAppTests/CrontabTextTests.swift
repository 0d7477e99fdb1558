import StropApp
import StropCore
import Testing

struct CrontabTextTests {
  private let block = """
    # strop: begin (made by 'strop schedule install'; 'strop schedule uninstall' removes it)
    7,22,37,52 * * * * '/opt/strop' --db '/home/li/strop.db' remind deliver
    # strop: end

    """

  private func line(
    _ binary: String = "/opt/strop",
    _ database: String = "/home/li/strop.db",
    minute: Int = 7
  ) throws -> CrontabLine {
    try CrontabLine(binary: binary, database: database, minute: minute)
  }

  // MARK: the line

  @Test(arguments: [
    (0, "0,15,30,45"), (7, "7,22,37,52"), (14, "14,29,44,59"), (15, "0,15,30,45"),
    (-1, "14,29,44,59"),
  ])
  func `the line runs every quarter of an hour`(minute: Int, minutes: String) throws {
    let line = try line(minute: minute)
    #expect(
      line.text == minutes + " * * * * '/opt/strop' --db '/home/li/strop.db' remind deliver"
    )
  }

  @Test(arguments: [
    ("/a b", "'/a b'"),
    ("/it's", #"'/it'\''s'"#),
    ("/100%", #"'/100\%'"#),
    (#"/a\b"#, #"'/a\''b'"#),
    (#"/a\%b"#, #"'/a\''\%b'"#),
    (#"/a\\b"#, #"'/a\''\''b'"#),
    ("/论文/é", "'/论文/é'"),
    ("/$HOME/`x`/\"", "'/$HOME/`x`/\"'"),
  ])
  func `paths are quoted for cron and for sh`(path: String, quoted: String) throws {
    let text = try line(path, path, minute: 0).text
    #expect(text == "0,15,30,45 * * * * \(quoted) --db \(quoted) remind deliver")
  }

  @Test(arguments: [
    "/opt/strop", "/a b", "/it's", "/'", "/100%", #"/a\b"#, #"/\%"#, #"/\\%'"#, #"/end\"#,
    "/论文 复现/e\u{301}", "/a\rb", "/x;y$(z)#",
  ])
  func `a line is read back as it was written`(path: String) throws {
    for minute in 0..<15 {
      let line = try line(path, path + ".db", minute: minute)
      let job = try #require(ScheduledJob(crontab: line.text))
      #expect(job.binary.utf8.elementsEqual(path.utf8))
      #expect(job.database.utf8.elementsEqual((path + ".db").utf8))
      #expect(job.minute == minute)
      #expect(job.line == line.text)
    }
  }

  @Test func `a line with other times is read, and its minute is not one of ours`() throws {
    let job = try #require(
      ScheduledJob(crontab: "*/5  8-20 * * 1-5\t/opt/strop --db '/home/li/a b.db' remind deliver")
    )
    #expect(job.timing == "*/5 8-20 * * 1-5")
    #expect(job.minute == nil)
    #expect(job.binary == "/opt/strop")
    #expect(job.database == "/home/li/a b.db")
  }

  @Test(arguments: [
    "", "# strop", "0 5 * * *", "0 5 * * * true", "@hourly '/s' --db '/d' remind deliver",
    "0 5 * * * '/s' --db '/d' remind", "0 5 * * * '/s' --db '/d' remind deliver | cat",
    "0 5 * * * '/s' --db '/d' remind deliver %", "0 5 * * * '/s --db '/d' remind deliver",
    "0 5 * * * cd /; '/s' --db '/d' remind deliver", "0 5 * * * s --db '/d' remind deliver",
  ])
  func `a line that does something else is not strop's`(line: String) {
    #expect(ScheduledJob(crontab: line) == nil)
  }

  @Test func `a path with a newline is refused`() {
    #expect(throws: ScheduleFailure.newlineInPath("/a\nb")) { try line("/a\nb") }
    #expect(throws: ScheduleFailure.newlineInPath("/a\r\nb")) { try line("/opt/strop", "/a\r\nb") }
  }

  @Test func `a line of 998 bytes is taken, one of 999 refused`() throws {
    let rest = try line("/", "/").text.utf8.count
    let longest = try line("/", "/" + String(repeating: "x", count: 998 - rest))
    #expect(longest.text.utf8.count == 998)
    #expect(throws: ScheduleFailure.lineTooLong(bytes: 1_000)) {
      try line("/", "/" + String(repeating: "x", count: 997 - rest) + "文")
    }
  }

  // MARK: the block

  @Test(arguments: [
    "", "0 5 * * * true\n", "\n\n", "# strop: beginning\n# strop: ended\n", "\r\n0 5 * * * x\r\n",
  ])
  func `the block goes to the end`(text: String) throws {
    let installed = try CrontabText(text).installing(try line())
    #expect(installed.text.utf8.elementsEqual((text + block).utf8))
  }

  @Test func `a last line without a newline gets one, and keeps it`() throws {
    let installed = try CrontabText("0 5 * * * true").installing(try line())
    #expect(installed.text == "0 5 * * * true\n" + block)
    #expect(try installed.uninstalling().text == "0 5 * * * true\n")
  }

  @Test func `a block is replaced where it stands`() throws {
    let old = try CrontabText("A=1\n").installing(try line("/old/strop"))
    let text = CrontabText(old.text + "\n0 5 * * * true\n")
    let new = try text.installing(try line())
    #expect(new.text == "A=1\n" + block + "\n0 5 * * * true\n")
    #expect(try new.uninstalling().text == "A=1\n\n0 5 * * * true\n")
  }

  @Test func `a block whose lines end in CRLF, or whose marks say other things, is one too`() throws
  {
    let text = CrontabText(
      "# strop: begin (v2)\r\n0 0 * * * x\r\n\t# strop: end \r\n0 5 * * * y\r\n"
    )
    #expect(try text.installing(try line()).text == block + "0 5 * * * y\r\n")
    #expect(try text.uninstalling().text == "0 5 * * * y\r\n")
  }

  @Test(arguments: [
    "# strop: begin\n", "# strop: end\n", "# strop: end\n# strop: begin\n",
    "# strop: begin\n# strop: begin\n# strop: end\n",
    "# strop: begin\n# strop: end\n# strop: end\n",
    "# strop: begin\n# strop: end\n# strop: begin",
  ])
  func `a mark without its other one is refused`(text: String) throws {
    let (text, line) = (CrontabText(text), try line())
    #expect(throws: ScheduleFailure.unpairedMark) { try text.installing(line) }
    #expect(throws: ScheduleFailure.unpairedMark) { try text.uninstalling() }
    #expect(throws: ScheduleFailure.unpairedMark) { try text.job() }
  }

  @Test func `two blocks are refused`() throws {
    let (text, line) = (CrontabText(block + "\n" + block), try line())
    #expect(throws: ScheduleFailure.duplicateBlocks) { try text.installing(line) }
    #expect(throws: ScheduleFailure.duplicateBlocks) { try text.uninstalling() }
    #expect(throws: ScheduleFailure.duplicateBlocks) { try text.warnings() }
  }

  @Test(arguments: [
    "# strop: begin\n# strop: end\n", "# strop: begin\n#0 5 * * * '/s'\n# strop: end\n",
    "# strop: begin\n0 5 * * * true\n# strop: end\n",
  ])
  func `an edited block has lines but no job`(text: String) throws {
    let text = CrontabText(text)
    #expect(try text.blockLines() != nil)
    #expect(try text.job() == nil)
  }

  @Test func `a block with a second job has no job of its own`() throws {
    let text = block.replacing("# strop: end", with: "0 5 * * * true\n# strop: end")
    #expect(try CrontabText(text).job() == nil)
    #expect(try CrontabText(text).blockLines()?.count == 2)
  }

  // MARK: variables

  @Test func `variables above the block that act on strop are told, with their last values`() throws
  {
    let above = """
      PATH=/usr/local/bin:/usr/bin
      API_KEY=secret
      CRON_TZ = Asia/Tokyo
      \t"TZ" = 'UTC'
      TZ=America/New_York
      # SHELL=/bin/zsh
      0 5 * * * HOME=/tmp x
      MAILTO=""
      STROP_NOW=2026-11-23T00:00:00Z

      """
    let text = CrontabText(above + block + "SHELL=/bin/fish\n")
    #expect(
      try text.warnings() == [
        .zone(name: "CRON_TZ", value: "Asia/Tokyo"), .zone(name: "TZ", value: "America/New_York"),
        .variable(name: "MAILTO", value: ""),
        .variable(name: "STROP_NOW", value: "2026-11-23T00:00:00Z"),
      ]
    )
    #expect(try text.uninstalling().warnings().isEmpty)
  }

  // MARK: properties

  @Test(arguments: 0..<50)
  func `installing and uninstalling gives the same bytes`(seed: Int) throws {
    var generator = Seeded(state: UInt64(seed))
    let pieces = [
      "\n", "\r\n", "\r", " ", "\t", "\u{0}", #"\%"#, "%", #"\"#, "'", "# strop: beginning", "é",
      "e\u{301}", "论文", "0 5 * * * true", "CRON_TZ=Asia/Tokyo", "# strop", "=", "\u{301}",
    ]
    for _ in 0..<200 {
      let count = Int.random(in: 0...12, using: &generator)
      let text =
        (0..<count).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
        + (count == 0 ? "" : "\n")
      let line = try line(minute: .random(in: 0..<15, using: &generator))
      let installed = try CrontabText(text).installing(line)
      #expect(installed.text.utf8.starts(with: text.utf8))
      #expect(try installed.installing(line) == installed)
      #expect(try installed.job()?.line == line.text)
      #expect(try installed.uninstalling().text.utf8.elementsEqual(text.utf8))
    }
  }

  @Test func `texts are compared by their bytes`() {
    #expect(CrontabText("é") != CrontabText("e\u{301}"))
  }
}

/// SplitMix64, so that a failing seed fails again.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
