import Foundation
import Testing

struct ImportCommandTests {
  /// The journal of somebody who did one thing of each kind.
  private func journal() throws -> String {
    let home = try StropHome()
    for command in [
      ["checkin", "papers", "-m", "45", "-n", "旧 😀", "-e", "https://example.com/a"],
      ["skip", "add", "--reason", "出差"], ["skill", "focus", "dpo"],
      ["item", "done", "dpo/loss-at", "--value", "0.6931"],
      ["remind", "add", "papers", "--at", "daily 21:30"], ["config", "set", "language", "zh"],
      ["checkin", "debug"], ["undo"],
    ] {
      #expect(try home.start(command).end().status == 0, "\(command)")
    }
    return try home.strop("export").output
  }

  @Test func `export, import into an empty database, export is byte for byte the same`() throws {
    let journal = try journal()
    let home = try StropHome(.empty)
    let count = journal.split(separator: "\n").count
    #expect(
      try home.strop("import", "-", "--lang", "en", input: .text(journal))
        == .success("\(count) new entries from 1 machine\n"))
    #expect(try home.strop("export").output == journal)
  }

  @Test func `a second time takes nothing twice`() throws {
    let home = try StropHome()
    let path = try home.write(try journal(), to: "journal.jsonl")
    let first = try home.strop("import", path, "--json")
    #expect(first.errors == "")
    #expect(try first.object("import").has("taken known devices copy"))
    let second = try home.strop("import", "journal.jsonl", "--json").object("import")
    #expect(second["taken"] as? Int == 0)
    #expect(
      try home.strop("import", "journal.jsonl", "--lang", "en").output.hasSuffix(
        "\ncopied before:  ~/.local/share/strop/backups/strop-20261126T130000Z-3.db\n"))
    #expect((second["known"] as? Int ?? 0) > 10)
  }

  @Test func `a byte order mark is passed over, and what is no text is called what it is`() throws {
    let journal = try journal()
    let home = try StropHome(.empty)
    for (bytes, encoding) in [
      ([UInt8](arrayLiteral: 0x1f, 0x8b, 8, 0), "gzip"), ([0xff, 0xfe, 0x7b, 0], "UTF-16"),
    ] {
      try Data(bytes).write(to: URL(fileURLWithPath: home.path("odd")))
      let outcome = try home.strop("import", "odd")
      #expect(outcome.status == 65)
      #expect(outcome.errors.hasPrefix("strop: this is \(encoding), not lines of JSON in UTF-8\n"))
      #expect(try home.strop("import", "odd", "--lang", "zh").errors.contains("这是 \(encoding)"))
    }
    let path = try home.write("\u{feff}" + journal, to: "marked.jsonl")
    #expect(try home.strop("import", path).status == 0)
    #expect(try home.strop("export").output == journal)
  }

  @Test func `an entry that cannot be is refused with its line and field`() throws {
    let home = try StropHome()
    try home.strop("checkin", "papers", "-m", "45")
    let before = try home.strop("export").output
    let other = try StropHome(.empty)
    try other.strop("checkin", "papers", "-m", "45")
    let journal = try other.strop("export").output
    let bad = journal.replacing("\"minutes\":45", with: "\"minutes\":1441")
    #expect(
      try home.strop("import", "-", input: .text(bad))
        == .failure(
          65,
          """
          strop: line 3 has an impossible minutes
          hint: nothing was taken in; the format is in docs/journal.md

          """))
    #expect(
      try home.strop("import", "-", "--lang", "zh", input: .text(bad)).errors
        .hasPrefix("strop: 第 3 行字段 minutes 的值不对\n"))
    #expect(try home.strop("export").output == before)
  }

  @Test func `an own skill at the last position lets others be added`() throws {
    let home = try StropHome()
    try home.strop("skill", "add", "my-last", "Last")
    try home.strop("item", "add", "my-last/a", "A", "--done-when", "done", "--hours", "1")
    let journal = try home.strop("export").output
    #expect(journal.contains("\"position\":1,"))
    let other = try StropHome(.empty)
    let last = journal.replacing("\"position\":1,", with: "\"position\":9223372036854775807,")
    #expect(try other.strop("import", "-", input: .text(last)).status == 0)
    expectCivil(try other.strop("skill", "add", "my-more", "More"), 0)
    expectCivil(
      try other.strop("item", "add", "my-last/b", "B", "--done-when", "done", "--hours", "1"), 0)
    try other.write("slug: my-pack\ntitle: A\nitems: []\n", to: "a.yaml")
    expectCivil(try other.strop("import", "--curriculum", "a.yaml"))
  }

  @Test func `a pipe is as good as a file`() throws {
    let home = try StropHome()
    let path = try home.write(try journal(), to: "journal.jsonl")
    let program = try StropHome.binary.get()
    for command in [
      "cat \(path) | '\(program)' import /dev/stdin", "'\(program)' import /dev/null",
    ] {
      let piped = try home.run(["/bin/sh", "-c", command]).end()
      #expect(piped.status == 0, "\(command): \(piped.errors)")
    }
    #expect(try home.strop("log", "--json").list("checkins").count == 1)
  }

  @Test(
    "one bad line and nothing is taken in, and the line is named",
    arguments: [
      ("{\"a\":1}", "strop: line 2 has an unknown key \"a\"\n"), ("nonsense", "strop: line 2 is "),
      ("[]", "strop: line 2 is not a JSON object\n"), ("\u{0}", "strop: line 2 "),
      ("{}", "strop: line 2 has no "),
    ])
  func badLine(line: String, message: String) throws {
    let home = try StropHome(.empty)
    let first = try #require(try journal().split(separator: "\n").first)
    let refused = try home.strop("import", "-", input: .text(first + "\n" + line + "\n"))
    #expect(refused.status == 65)
    #expect(refused.output == "")
    #expect(refused.errors.hasPrefix(message), "\(refused.errors)")
    #expect(try home.strop("export") == .success(""))
  }

  @Test func `a file that is not there, and bytes that are no text, are told apart`() throws {
    let home = try StropHome()
    #expect(
      try home.strop("import", "nope", "--lang", "zh")
        == .failure(74, "strop: 读不了 nope\n"))
    #expect(try home.strop("import", ".").status == 74)
    try Data([0x7b, 0xff, 0xfe, 0x0a]).write(to: home.directory.appending(path: "bytes"))
    #expect(try home.strop("import", "bytes").status == 65)
  }

  @Test func `help is in both languages`() throws {
    try expectHelp(
      "import", english: "Take in a journal, check-ins in CSV, BibTeX, or a pack",
      chinese: "导入记录、CSV 打卡、BibTeX 论文或清单包")
  }

  /// Check-ins of one device, as `export` writes them.
  private func journal(of count: Int) -> String {
    (1...count).map { number in
      let id = "c" + String(1_000_000_000 + number).dropFirst()
      return
        "{\"device\":\"aaaaaaaaaa\",\"seq\":\(number),\"batch\":\"\(id)\",\"clock\":\(number),"
        + "\"at\":\"2026-11-01T00:00:00.000Z\",\"zone\":\"UTC\",\"subject\":\"checkin/\(id)\","
        + "\"fields\":{\"minutes\":5}}\n"
    }.joined()
  }

  /// Takes 5 s on purpose: only what takes more than a second shows how far it has come.
  @Test func `a long import shows how far it has come, on a terminal only, and takes that back`()
    throws
  {
    // More where this machine is fast.
    for count in [20_000, 100_000] {
      let home = try StropHome(.empty)
      try home.write(journal(of: count), to: "journal.jsonl")
      let shown = try home.onTerminal(
        arguments: ["import", "journal.jsonl"], with: ["LANG": "zh_CN.UTF-8"])
      #expect(shown.output.contains("\(count)"), "\(shown)")
      let parts = shown.output.components(separatedBy: "\r\u{1b}[K")
      if parts.count < 4, count < 100_000 { continue }
      try #require(parts.count > 3, "\(shown)")
      for part in parts.dropFirst().dropLast() {
        let progress = /^(读取记录|用记录重建数据)  [█·]{20} +\d+%/
        #expect(part.contains(progress), "\(part)")
        #expect(!part.contains("\n"))
      }
      // The last one is taken back before the answer.
      #expect(parts.last?.contains("%") == false)
      let rebuilt = try [
        home.strop("doctor", "--rebuild"),
        home.onTerminal(arguments: ["doctor", "--rebuild"], with: ["TERM": "dumb"]),
      ]
      for plain in rebuilt {
        #expect(plain.output.contains("\(count)"), "\(plain)")
        #expect(!(plain.output + plain.errors).contains("\u{1b}"))
      }
      return
    }
  }
}
