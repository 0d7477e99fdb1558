import Foundation
import Testing

/// The pack that docs/curriculum.md shows.
func samplePack() throws -> String {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  let file = folder.appending(path: "../../docs/packs/my-cuda.yaml")
  return try String(contentsOf: file, encoding: .utf8)
}

/// `strop import --curriculum`.
struct PackImportTests {
  private static let small = """
    slug: my-a
    title: {en: "Apples", zh: "苹果"}
    items:
      - slug: one
        title: One
        done-when: It is one.
        hours: 1
        prerequisites: [debug/overfit-one-batch]
        references: ["arxiv:1706.03762"]
      - slug: two
        title: Two
        done-when: It is two.
        hours: 2
        prerequisites: [my-a/one]

    """

  /// Imports `pack`, and gives what `--json` says of it.
  @discardableResult
  private func take(_ pack: String, in home: StropHome) throws -> [String: Any] {
    let outcome = try home.strop("import", "--curriculum", "-", "--json", input: .text(pack))
    #expect(outcome.errors == "")
    return try outcome.object("curriculum")
  }

  private func counts(_ receipt: [String: Any]) -> [Int?] {
    ["added", "changed", "unchanged"].map { receipt[$0] as? Int }
  }

  @Test func `a pack says what it brought and what to type next, in both languages`() throws {
    let home = try StropHome()
    try home.write(samplePack(), to: "my-cuda.yaml")
    #expect(
      try home.strop("import", "--curriculum", "my-cuda.yaml", "--lang", "en")
        == .success(
          """
          1 skill, 5 items: 6 new
            look at it                  strop skill show my-cuda
            practise it from this week  strop skill focus my-cuda

          """))
    #expect(
      try home.strop("import", "--curriculum", "my-cuda.yaml", "--lang", "zh")
        == .success(
          """
          没有新内容：1 项技能、5 个清单项
            看一看        strop skill show my-cuda
            从本周开始练  strop skill focus my-cuda

          """))
    #expect(try home.strop("skill", "focus", "my-cuda").status == 0)
    let again = try home.strop("import", "--curriculum", "my-cuda.yaml")
    #expect(!again.output.contains("strop skill focus"))
    #expect(try home.strop("item", "show", "my-nan-hunt").status == 0)
  }

  @Test func `a pack makes the database where there is none`() throws {
    let home = try StropHome(.empty)
    let receipt = try take(PackImportTests.small, in: home)
    #expect(receipt["skills"] as? [String] == ["my-a"])
    #expect(receipt["items"] as? [String] == ["my-a/one", "my-a/two"])
    #expect(try home.strop("export").output.contains("\"subject\":\"start/"))
    #expect(try home.strop("item", "list", "--json").list("items").count > 100)
  }

  @Test func `the same pack again appends nothing, another edition what differs`() throws {
    let home = try StropHome()
    #expect(try counts(take(PackImportTests.small, in: home)) == [3, 0, 0])
    let journal = try home.strop("export").output
    #expect(try counts(take(PackImportTests.small, in: home)) == [0, 0, 3])
    #expect(try home.strop("export").output == journal)

    let edition = PackImportTests.small.replacing("hours: 2", with: "hours: 3")
      .replacing("    references: [\"arxiv:1706.03762\"]\n", with: "")
    #expect(try counts(take(edition, in: home)) == [0, 2, 1])
    let added = try home.strop("export").lines().count - journal.split(separator: "\n").count
    #expect(added - 1 == 3, "a header, hours, a reference that is gone")
    let item = try home.strop("item", "show", "my-a/one", "--json").object("item")
    #expect((item["references"] as? [Any])?.isEmpty == true)
    #expect(item["prerequisites"] as? [String] == ["debug/overfit-one-batch"])
  }

  @Test func `what is no longer in the pack stays, until it is withdrawn`() throws {
    let home = try StropHome()
    try take(PackImportTests.small, in: home)
    let only = "slug: my-a\ntitle: {en: \"Apples\", zh: \"苹果\"}\n"
    #expect(try counts(take(only, in: home)) == [0, 0, 1])
    #expect(try home.strop("item", "show", "my-a/two").status == 0)
    let withdrawn = PackImportTests.small.replacing(
      "hours: 2\n", with: "hours: 2\n    retired: true\n")
    #expect(try counts(take(withdrawn, in: home)) == [0, 1, 2])
    #expect(try home.strop("item", "show", "my-a/two").status == 64)
  }

  @Test func `undo takes a pack back whole, redo brings it again`() throws {
    let home = try StropHome()
    func shown() throws -> [String] {
      try [["skill"], ["item"], ["today"]].map { try home.start($0 + ["--json"]).end().output }
    }
    let before = try shown()
    try take(PackImportTests.small, in: home)
    let after = try shown()
    #expect(after != before)
    #expect(
      try home.strop("undo", "--json").object("undone")["command"] as? String
        == "import --curriculum")
    #expect(try shown() == before)
    #expect(try home.strop("redo").status == 0)
    #expect(try shown() == after)
    #expect(try home.strop("doctor", "--rebuild").status == 0)
    #expect(try shown() == after)
  }

  @Test func `an export carries a pack to another machine`() throws {
    let (old, new) = (try StropHome(), try StropHome(.empty))
    try take(samplePack(), in: old)
    try old.strop("item", "done", "my-cuda/online-softmax")
    let journal = try old.strop("export").output
    #expect(try new.strop("import", "-", input: .text(journal)).status == 0)
    #expect(try new.strop("export").output == journal)
    for screen in [["skill", "--json"], ["item", "--json"]] {
      #expect(try new.start(screen).end() == old.start(screen).end(), "\(screen)")
    }
  }

  @Test func `a pack that is wrong is refused whole, with the place of each fault`() throws {
    let home = try StropHome()
    let before = try home.strop("export").output
    let spoilt = PackImportTests.small.replacing("hours: 2", with: "hours: two")
      .replacing("title: One", with: "titel: One")
    try home.write(spoilt, to: "my-a.yaml")
    #expect(
      try home.strop("import", "--curriculum", "my-a.yaml", "--lang", "en")
        == .failure(
          65,
          """
          strop: my-a.yaml has 3 problems: nothing was taken in
          my-a.yaml:4: items[0].title: is missing
          my-a.yaml:5: items[0].titel: there is no such key; did you mean title?
          my-a.yaml:13: items[1].hours: must be a number, without quotation marks
          hint: the form is in docs/curriculum.md

          """))
    #expect(
      try home.strop("import", "--curriculum", "my-a.yaml", "--lang", "zh", "--json")
        == .failure(
          65,
          """
          strop: my-a.yaml 有 3 处问题：什么也没有导入
          my-a.yaml:4: items[0].title: 没有写
          my-a.yaml:5: items[0].titel: 没有这个键；是想写 title 吗？
          my-a.yaml:13: items[1].hours: 应为数字，不加引号
          提示：格式见 docs/curriculum.md

          """))
    #expect(try home.strop("export").output == before)
  }

  @Test func `of many faults the first are shown, and where to see the rest`() throws {
    let home = try StropHome()
    let items = (1...20).map { "- {slug: i\($0), title: A, done-when: B, hours: 0}\n" }
    try home.write("slug: my-a\ntitle: A\nitems:\n" + items.joined(), to: "a.yaml")
    let refused = try home.strop("import", "--curriculum", "a.yaml", "--lang", "en")
    #expect(refused.status == 65)
    let lines = refused.errors.split(separator: "\n")
    #expect(lines.count == 12)
    #expect(lines.last == "hint: and 10 more: strop doctor --curriculum a.yaml")
  }

  @Test func `a pack leaves what ships, and the focus, to others`() throws {
    let home = try StropHome()
    for (pack, message) in [
      ("slug: papers\ntitle: Mine\nitems: []\n", "title: only a skill of your own has this"),
      (
        "slug: papers\nitems: [{slug: triage-ten, title: A, done-when: B, hours: 1}]\n",
        "items[0].slug: must begin with my-"
      ),
      ("slug: my-a\ntitle: A\nfocus: true\n", "focus: a pack does not choose the focus"),
      ("slug: nosuch\nitems: [{slug: my-a, title: A, done-when: B, hours: 1}]\n", "slug: no skill"),
    ] {
      let refused = try home.strop("import", "--curriculum", "-", input: .text(pack))
      #expect(refused.status == 65)
      #expect(refused.errors.contains(message), "\(refused.errors)")
    }
  }

  @Test(arguments: [[], ["a.jsonl", "--curriculum", "a.yaml"]])
  func `one file, of one kind`(arguments: [String]) throws {
    let refused = try StropHome(.empty).start(["import"] + arguments).end()
    #expect(refused.status == 64)
    #expect(refused.output == "")
  }

  @Test func `what is no pack is refused without harm`() throws {
    let home = try StropHome()
    let before = try home.strop("export").output
    try Data((0...255).map { UInt8($0) }).write(to: home.directory.appending(path: "bytes"))
    try home.write("", to: "empty")
    try home.write("slug: my-\u{1B}[2J\ntitle: \"\\e[2J\"\n", to: "escapes")
    try home.write("slug: \"my-\\e[2J\"\n\"\\e[31m\": 1\ntitle: \"\\e[2J\"\n", to: "quoted")
    for (file, status) in [
      ("bytes", 65), ("empty", 65), ("escapes", 65), ("quoted", 65), ("/dev/null", 65),
      ("/dev/zero", 65), (".", 74), ("nope", 74), ("", 74),
    ] as [(String, Int32)] {
      for command in [["import", "--curriculum", file], ["doctor", "--curriculum", file]] {
        let outcome = try home.start(command).end()
        #expect(outcome.status == status, "\(command): \(outcome)")
        #expect(!(outcome.output + outcome.errors).contains("\u{1B}"))
      }
    }
    #expect(try home.strop("export").output == before)
  }
}
