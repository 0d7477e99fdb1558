import Seeds
import StropCore
import Testing

/// Files that were never meant to be a pack, or were meant to do harm.
struct HostileFileTests {
  private static let known = Curriculum(skills: [], items: [], papers: [])
  private static let whole =
    "slug: my-a\ntitle: A\nitems:\n  - slug: b\n    title: B\n    done-when: C\n    hours: 1\n"

  private func problems(_ bytes: [UInt8]) -> [LocatedProblem] {
    CurriculumFile(pack: bytes).problems(beside: HostileFileTests.known)
  }

  private func problems(_ text: String) -> [LocatedProblem] { problems(Array(text.utf8)) }

  @Test(
    arguments: [
      ("", 1, .empty), ("# nothing\n", 1, .empty), ("---\n", 2, .empty),
      ("slug: my-a\n\0", 2, .notText), ("\u{7}", 1, .notText),
      ("slug: my-a\ntitle: *x\n", 2, .syntax("found undefined alias")),
      ("slug: &x my-a\ntitle: *x\n", 2, .alias("x")),
      ("&a [*a]", 1, .alias("a")), ("a: &a b\n? *a\n: c\n", 2, .alias("a")),
      ("%YAML 9.9\n---\na: b\n", 1, .syntax("found incompatible YAML document")),
    ] as [(String, Int, CurriculumProblem.Kind)])
  func `what is no pack is told apart`(text: String, line: Int, kind: CurriculumProblem.Kind) {
    #expect(problems(text) == [LocatedProblem(line: line, kind: kind)])
  }

  @Test func `bytes that are no text are named by their line`() {
    #expect(
      problems(Array("slug: my-a\ntitle: ".utf8) + [0xFF, 0x0A])
        == [LocatedProblem(line: 2, kind: .notUTF8)])
    #expect(
      problems([0xFF, 0xFE] + "slug".utf8.flatMap { [$0, 0] })
        == [LocatedProblem(line: 1, kind: .notText)])
  }

  @Test(arguments: [
    "\u{FEFF}" + whole, whole.replacing("\n", with: "\r\n"), whole.replacing("\n", with: "\r"),
  ])
  func `a byte order mark and other line ends are no matter`(text: String) {
    #expect(problems(text) == [])
    #expect(CurriculumFile(pack: Array(text.utf8)).curriculum.items.map(\.slug) == ["my-a/b"])
  }

  @Test func `prose with stars and ampersands is no alias`() {
    let prose = HostileFileTests.whole
      .replacing("done-when: C", with: "done-when: \"float *x = &x; **bold** R&D *x\"")
    #expect(problems(prose) == [])
  }

  @Test func `a bomb of aliases is refused before it goes off`() {
    let names = "abcdefghijklmnopqrstuvwxyz".map(String.init)
    var text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for (name, next) in zip(names, names.dropFirst()) {
      text +=
        "\(next): &\(next) [\(Array(repeating: "*\(name)", count: 9).joined(separator: ", "))]\n"
    }
    #expect(problems(text + "? *z\n: 1\n") == [LocatedProblem(line: 2, kind: .alias("a"))])
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func `nesting without end is refused`(open: String) {
    for depth in [900, 999, 1_001, 200_000] {
      #expect(!problems("slug: my-a\ntitle: A\n" + String(repeating: open, count: depth)).isEmpty)
      #expect(!problems(String(repeating: open, count: depth)).isEmpty)
    }
    #expect(
      !problems("slug: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900))
        .isEmpty)
  }

  @Test func `a file, a pack, a list or a text without end is cut short`() {
    let limit = CurriculumFile.sizeLimit
    #expect(
      problems([UInt8](repeating: UInt8(ascii: "#"), count: limit + 1))
        == [LocatedProblem(line: 1, kind: .tooLarge(limit: limit))])
    let item = "  - {slug: b, title: B, done-when: C, hours: 1}\n"
    let many = "slug: my-a\ntitle: A\nitems:\n" + String(repeating: item, count: 1_001)
    #expect(problems(many).first?.kind == .tooMany(limit: CurriculumFile.itemLimit))
    let documents = String(repeating: "slug: my-a\ntitle: A\n---\n", count: 101)
    #expect(
      problems(documents).contains { $0.kind == .tooMany(limit: CurriculumFile.skillLimit) })
    let references = Array(repeating: "\"url:https://example.com\"", count: 51)
    let list = HostileFileTests.whole + "    references: [\(references.joined(separator: ", "))]\n"
    #expect(problems(list).first?.kind == .tooMany(limit: 50))
    let long = HostileFileTests.whole
      .replacing("title: A", with: "title: " + String(repeating: "长", count: 100_000))
    #expect(
      problems(long) == [LocatedProblem(line: 2, field: "title", kind: .tooLong(limit: 160))])
  }

  @Test func `keys without end are not all complained of`() {
    let text = (0..<20_000).map { "k\($0): v\n" }.joined()
    #expect((100...2_000).contains(problems(text).count))
  }
}
