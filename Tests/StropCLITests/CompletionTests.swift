import Foundation
import Testing

/// Completions in real shells.
struct CompletionTests {
  /// A line, and the words that every shell offers for it.
  private struct Case {
    let line: String
    let words: [String]
  }

  private static let cases = [
    Case(line: "strop che", words: ["checkin"]),
    Case(line: "strop remind del", words: ["deliver"]),
    Case(line: "strop checkin pa", words: ["papers"]),
    Case(line: "strop checkin papers -m 30 -i papers/cl", words: ["papers/claim-ledger"]),
    Case(line: "strop item show overf", words: ["overfit-one-batch"]),
    Case(line: "strop item show debug/over", words: ["debug/overfit-one-batch"]),
    Case(line: "strop skill focus papers debug wee", words: ["weekend"]),
    Case(line: "strop report --fo", words: ["--format"]),
    Case(line: "strop report --format ma", words: ["markdown"]),
    Case(line: "strop report --week la", words: ["last"]),
    Case(line: "strop report --week 2026-W47", words: ["2026-W47"]),
    Case(line: "strop log --since yest", words: ["yesterday"]),
    Case(line: "strop skip add --to tom", words: ["tomorrow"]),
    Case(line: "strop remind add papers --via noti", words: ["notify-send"]),
    Case(line: "strop config get zo", words: ["zone"]),
    Case(line: "strop config set language z", words: ["zh"]),
    Case(line: "strop config set zone Asia/Shang", words: ["Asia/Shanghai"]),
    Case(line: "strop config set language klin", words: []),
    Case(line: "strop import jour", words: ["journal.jsonl"]),
    Case(line: "strop --lang z", words: ["zh"]),
    Case(line: "strop paper read 2305.18", words: ["2305.18290"]),
    Case(line: "strop paper read Secre", words: ["Secretly"]),
    Case(line: "strop paper list --skill meg", words: ["megatron"]),
    Case(line: "strop bug show divi", words: ["division"]),
    Case(line: "strop repro result mo", words: ["moe"]),
    Case(line: "strop repro start x --better hi", words: ["higher"]),
    Case(line: "strop bug close x --class num", words: ["numerics"]),
  ]

  @Test(arguments: Shell.allCases)
  func `a shell offers what can stand there`(shell: Shell) throws {
    let home = try StropHome()
    try home.write("", to: "journal.jsonl")
    try home.strop("bug", "open", "loss: division by zero")
    try home.strop("bug", "open", "loss is flat")
    try home.strop(
      "repro", "start", "moe", "--source", "2305.18290", "--claim", "a=1", "--better", "lower")
    let offers = try shell.offers(CompletionTests.cases.map(\.line), in: home)
    for (test, offers) in zip(CompletionTests.cases, offers) {
      #expect(offers.map(\.word) == test.words, "\(shell): \(test.line)")
    }
  }

  @Test(arguments: Shell.allCases)
  func `ids come with the day, the skill and the note, where a shell shows it`(
    shell: Shell
  ) throws {
    let home = try StropHome()
    let checkIn = try home.checkIn("papers", "-m", "45", "-n", "two of five: no baseline")
    let skip = try home.strop("skip", "add", "--to", "2026-11-27", "--reason", "ill", "--json")
    let reminder = try home.strop("remind", "add", "debug", "--at", "daily 21:30", "--json")
    let ids = [
      checkIn, try #require(try skip.object("skip")["id"] as? String),
      try #require(try reminder.object("reminder")["id"] as? String),
    ].map { String($0.prefix(4)) }
    let lines = ["strop edit ", "strop skip remove ", "strop remind remove "]
    let offers = try shell.offers(
      lines + ["strop --lang zh remove ", "strop checkin pap", "strop show "], in: home
    ).map { $0.filter { !$0.word.hasPrefix("-") } }
    #expect(offers.prefix(3).map { $0.map(\.word) } == ids.map { [$0] })
    #expect(Set(offers[5].map(\.word)) == Set(ids), "strop show offers records of every kind")
    let meanings = offers.map { $0.first?.meaning ?? "" }
    guard Shell.telling.contains(shell) else {
      #expect(meanings.allSatisfy { $0 == "" })
      return
    }
    #expect(meanings[0] == "Thu 26 Nov, papers, 45 min, two of five: no baseline")
    #expect(meanings[1] == "Thu 26 – Fri 27 Nov 2026, all, ill")
    #expect(meanings[2] == "debug, daily 21:30")
    #expect(meanings[3] == "11-26 周四，papers，45 分钟，two of five: no baseline")
    #expect(meanings[4] == "Judging papers")
    let shown = offers[5].map { [$0.word, $0.meaning] }
    #expect(shown.contains([ids[1], "skip, Thu 26 Nov 2026, Fri 27 Nov 2026, ill"]))
  }

  @Test(arguments: Shell.allCases)
  func `copies are offered though the database is lost`(shell: Shell) throws {
    let home = try StropHome()
    try home.strop("backup")
    try Data().write(to: home.database)
    let offers = try #require(try shell.offers(["strop restore "], in: home).first)
    #expect(
      offers.map(\.word).filter { !$0.hasPrefix("-") } == ["strop-20261126T130000Z.db"])
  }

  @Test(arguments: Shell.allCases)
  func `text that a shell could take for commands stays text`(shell: Shell) throws {
    let home = try StropHome()
    let notes = [
      #"$(touch taken) `touch taken` ; touch taken & | > taken"#,
      #"it's "half" \n [x] %F{red} \ %B *"#, "a\nb\tc\u{1b}[31m:d", "中文：备注",
    ]
    var ids: Set<String> = []
    for note in notes { ids.insert(String(try home.checkIn("papers", "-n", note).prefix(4))) }
    let offers = try shell.offers(["strop edit ", "strop remove \(ids.min() ?? "")"], in: home)
    #expect(Set(offers[0].map(\.word)) == ids)
    #expect(offers[1].map(\.word) == [ids.min()])
    #expect(!FileManager.default.fileExists(atPath: home.path("taken")))
    for meaning in offers[0].map(\.meaning) {
      #expect(!meaning.unicodeScalars.contains { $0.properties.generalCategory == .control })
      #expect(meaning.isEmpty || meaning.hasPrefix("Thu 26 Nov, papers, "))
    }
  }

  @Test(arguments: Shell.allCases)
  func `without a database nothing is offered, complained of or made`(shell: Shell) throws {
    let home = try StropHome(.empty)
    let offers = try shell.offers(
      [
        "strop checkin pa", "strop item show o", "strop edit 7", "strop log --since tod",
        "strop config get zo",
      ], in: home)
    #expect(offers.map { $0.map(\.word) } == [[], [], [], ["today"], ["zone"]])
    #expect(!FileManager.default.fileExists(atPath: home.path(".local/share/strop")))
  }

  @Test(arguments: Shell.allCases)
  func `a damaged database is no reason to write into the user's line`(shell: Shell) throws {
    let home = try StropHome()
    try Data("not a database, but as long as the header of one would have to be".utf8)
      .write(to: home.database)
    let offers = try shell.offers(["strop checkin pa", "strop edit 7"], in: home)
    #expect(offers == [[], []])
  }

  @Test(arguments: Shell.allCases)
  func `the database is the one that the line names`(shell: Shell) throws {
    let home = try StropHome(.empty)
    let other = try StropHome()
    let id = String(try other.checkIn("papers").prefix(4))
    try FileManager.default.copyItem(atPath: other.database.path, toPath: home.path("other.db"))
    let offers = try shell.offers(
      ["strop --db other.db edit ", "strop edit --db '~/other.db' ", "strop edit "], in: home)
    #expect(offers.map { $0.map(\.word) } == [[id], [id], []])
  }

  @Test func `bash takes no word for the name of a directory`() throws {
    let script = try StropHome(.empty).strop("--generate-completion-script", "bash")
    #expect(script.output.hasSuffix("complete -F _strop strop\n"))
    #expect(script.output.contains("compopt -o filenames"))
  }

  @Test func `a completion script from another version gets no error`() throws {
    let home = try StropHome()
    for arguments in [
      ["nonsense"], ["checkin", "--", "--nonsense"], ["log", "--", "positional@9"],
    ] {
      let outcome = try home.start(["---completion"] + arguments).end()
      #expect(outcome.output == "" && outcome.errors == "", "\(arguments)")
    }
  }
}
