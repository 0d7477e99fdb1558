import Foundation
import StropRender
import Testing

struct HelpTests {
  @Test(arguments: ["en", "zh"])
  func `no line of any help is wider than the terminal`(language: String) throws {
    let home = try StropHome(.empty)
    for command in try Command.tree(language).all {
      for columns in [50, 80, 120] {
        let help = try home.start(
          command.words.dropFirst() + ["--help"],
          with: ["STROP_LANG": language, "COLUMNS": String(columns)]
        ).end()
        #expect(help.status == 0 && help.errors == "")
        for line in help.lines() {
          #expect(line.displayWidth <= columns, "\(command.name), \(columns): \(line)")
          #expect(line.last != " ", "\(command.name): \(line)")
        }
      }
    }
  }

  @Test(arguments: ["en", "zh"])
  func `each command's help says what it does, how it is written, and shows one`(
    language: String
  ) throws {
    let home = try StropHome(.empty)
    let usage = ["en": "USAGE: ", "zh": "用法："][language] ?? ""
    for command in try Command.tree(language).all {
      let arguments = Array(command.words.dropFirst())
      let help = try home.start(arguments + ["-h"], with: ["STROP_LANG": language]).end()
      let lines = help.lines()
      #expect(lines.first == command.abstract)
      #expect(lines.dropFirst().first == "")
      #expect(lines.dropFirst(2).first?.hasPrefix(usage + command.name) == true, "\(help.output)")
      if command.children.isEmpty {
        let example = command.words.count == 1 ? "  strop" : "  \(command.name)"
        #expect(
          lines.contains { $0.hasPrefix(example) || $0.contains("$(\(command.name))") },
          "\(command.name) shows no example:\n\(help.output)")
      }
      let same = try home.start(["help"] + arguments, with: ["STROP_LANG": language]).end()
      #expect(same == help, "\(command.name)")
    }
  }

  @Test func `what every command takes comes last`() throws {
    let home = try StropHome(.empty)
    let help = try home.strop("checkin", "--help").output
    let own = try #require(help.range(of: "--minutes <minutes>  45"))
    let shared = try #require(help.range(of: "EVERY COMMAND TAKES"))
    #expect(own.upperBound < shared.lowerBound)
    #expect(help.hasSuffix("--version\n  -h, --help\n"))
  }

  @Test func `options before the command's name do not hide which help is meant`() throws {
    let home = try StropHome(.empty)
    let plain = try home.strop("item", "done", "--help", "--lang", "zh")
    #expect(plain.output.contains("用法：strop item done <item>"))
    #expect(try home.strop("--lang", "zh", "item", "--db", "show", "done", "-h") == plain)
    #expect(try home.strop("help", "--lang", "zh").output.contains("用法：strop ["))
  }

  @Test func `a long example is broken as a shell takes it`() throws {
    let help = try StropHome(.empty).strop("item", "done", "-h", with: ["COLUMNS": "50"])
    #expect(
      help.output.contains(
        """
          strop item done dpo/loss-at-step-zero \\
              --value 0.6931 -e train.log

        """))
  }

  private struct Mistake {
    let arguments: [String]
    let english: String
    let chinese: String
    var command = "strop"
  }

  private static let mistakes = [
    Mistake(
      arguments: ["checkin", "--notes", "x"],
      english: "unknown option '--notes'. Did you mean '--note'?",
      chinese: "没有选项“--notes”，是想写“--note”吗？", command: "strop checkin"),
    Mistake(
      arguments: ["undo", "-x"], english: "unknown option '-x'", chinese: "没有选项“-x”",
      command: "strop undo"),
    Mistake(
      arguments: ["checkin", "-m"], english: "missing value for '-m <minutes>'",
      chinese: "“-m”后面缺少 <minutes>", command: "strop checkin"),
    Mistake(
      arguments: ["--json=3"],
      english: "the option '--json' does not take any value, but '3' was specified.",
      chinese: "“--json”不带值，却写了“3”"),
    Mistake(
      arguments: ["item", "show"], english: "missing expected argument '<item>'",
      chinese: "缺少参数“<item>”", command: "strop item show"),
    Mistake(
      arguments: ["log", "a", "b"], english: "unexpected argument 'b'", chinese: "多余的参数“b”",
      command: "strop log"),
    Mistake(
      arguments: ["log", "a", "b", "c"], english: "2 unexpected arguments: 'b', 'c'",
      chinese: "有 2 个多余的参数：b、c", command: "strop log"),
    Mistake(
      arguments: ["log", "--limit", "x"], english: "the value 'x' is invalid for '--limit <n>'",
      chinese: "“x”不能作为 --limit <n> 的值", command: "strop log"),
    Mistake(
      arguments: ["--lang", "fr"],
      english:
        "the value 'fr' is invalid for '--lang <en|zh>'. Please provide one of 'en' and 'zh'.",
      chinese: "“fr”不能作为 --lang <en|zh> 的值，可以写 en 或 zh"),
  ]

  @Test(arguments: mistakes.indices)
  func `what cannot be read is told in the user's language`(index: Int) throws {
    let home = try StropHome(.empty)
    let mistake = HelpTests.mistakes[index]
    #expect(
      try home.start(mistake.arguments).end()
        == .failure(64, "strop: \(mistake.english)\nhint: \(mistake.command) --help\n"))
    #expect(
      try home.start(mistake.arguments, with: ["STROP_LANG": "zh"]).end()
        == .failure(64, "strop: \(mistake.chinese)\n提示：\(mistake.command) --help\n"))
  }

  @Test func `an unknown command is called one, and the nearest is named`() throws {
    let home = try StropHome(.empty)
    #expect(
      try home.strop("chekin", "papers")
        == .failure(
          64,
          """
          strop: no command called 'chekin'
          hint: did you mean checkin? `strop --help` shows all

          """))
    #expect(
      try home.strop("remind", "ad", "--lang", "zh")
        == .failure(
          64,
          """
          strop: 没有“ad”这个命令
          提示：是想写 add 吗？`strop remind --help` 列出全部

          """))
    #expect(
      try home.strop("xyzzy").errors == "strop: no command called 'xyzzy'\nhint: strop --help\n")
  }
}
