import Seeds
import StropCore
import Testing

/// A pack of one skill with one item, line by line, for tests to spoil.
private let whole = """
  slug: my-cuda
  title: {en: "GPU kernels", zh: "GPU 内核"}
  plan:
    sessions: 2
    minutes: 90
  items:
    - slug: softmax
      title: {en: "Softmax", zh: "归一化"}
      done-when: "max |y - y'| < 1e-6"
      hours: 1.5
    - slug: attention
      title: "Attention"
      done-when: "it passes"
      hours: 2
      prerequisites: [my-cuda/softmax]
  """

/// The curriculum that packs stand beside here.
private let known = Curriculum(
  skills: [
    Skill(
      slug: "debug", position: 1, title: LocalizedText(english: "Debugging", chinese: "调试"),
      why: "", plan: SkillChange.standardPlan, retest: SkillChange.standardRetest,
      reason: LocalizedText(english: "", chinese: ""))
  ], items: [], papers: [])

private func file(_ text: String) -> CurriculumFile { CurriculumFile(pack: Array(text.utf8)) }

/// `LINE FIELD kind`, one a problem.
private func problems(_ text: String) -> [String] {
  file(text).problems(beside: known).map { "\($0.line) \($0.field) \($0.kind)" }
}

struct CurriculumFileTests {
  @Test func `a pack is read with what it leaves out`() throws {
    #expect(problems(whole) == [])
    let curriculum = file(whole).curriculum
    let skill = try #require(curriculum.skills.first)
    #expect(skill.slug == "my-cuda")
    #expect(skill.title == LocalizedText(english: "GPU kernels", chinese: "GPU 内核"))
    #expect(skill.plan == Plan(focus: false, sessions: 2, minutes: 90))
    #expect(skill.retest == SkillChange.standardRetest)
    #expect(skill.why == "")
    #expect(curriculum.items.map(\.slug) == ["my-cuda/softmax", "my-cuda/attention"])
    #expect(curriculum.items.map(\.position) == [1, 2])
    let item = try #require(curriculum.items.first)
    #expect(
      item.doneWhen == LocalizedText(english: "max |y - y'| < 1e-6", chinese: "max |y - y'| < 1e-6")
    )
    #expect((item.hours, item.hardware, item.check) == (1.5, .cpu, .artefact))
    #expect(item.expect == nil && item.knownToWork == nil && item.references.isEmpty)
    #expect(!item.predictFirst && !item.firstMonth && !item.unaided && !item.retired)
    #expect(curriculum.items.last?.prerequisites == ["my-cuda/softmax"])
  }

  @Test func `every key of an item is read`() throws {
    let text = """
      slug: debug
      items:
      - slug: my-nan
        title: A
        done-when: B
        hours: 3
        hardware: 1-gpu
        check: number
        evidence: bug log
        quote: C
        predict-first: true
        first-month: true
        unaided: true
        retired: true
        expect: {value: -1.5e-3, tolerance: 0.5, unit: ms}
        known-to-work: {en: D, zh: 丁}
        references: ["arxiv:2205.14135", "url:https://example.com"]
      """
    #expect(problems(text) == [])
    let curriculum = file(text).curriculum
    #expect(curriculum.skills.isEmpty)
    let item = try #require(curriculum.items.first)
    #expect(item.slug == "debug/my-nan")
    #expect((item.hardware, item.check, item.logbook) == (.oneGPU, .number, "bug log"))
    #expect(item.predictFirst && item.firstMonth && item.unaided && item.retired)
    #expect(item.expect == Item.Expectation(value: -0.0015, tolerance: 0.5, unit: "ms"))
    #expect(item.knownToWork == LocalizedText(english: "D", chinese: "丁"))
    #expect(item.references == ["arxiv:2205.14135", "url:https://example.com"])
  }

  /// A line of the whole pack in other words, and what is wrong with it then.
  struct Case: Sendable, CustomTestStringConvertible {
    let line: String
    let changed: String
    let problems: [String]

    init(_ line: String, _ changed: String, _ problems: String...) {
      self.line = line
      self.changed = changed
      self.problems = problems
    }

    var testDescription: String { changed.isEmpty ? "without \(line)" : changed }
  }

  @Test(arguments: [
    Case("slug: my-cuda\n", "", "1 slug missing"),
    Case(
      "slug: my-cuda", "slug: my-CUDA", "1 slug notASlug",
      "15 items[1].prerequisites[0] unknownPrerequisite(\"my-cuda/softmax\")"),
    Case(
      "slug: my-cuda", "slug: [my-cuda]",
      "1 slug wrongShape(StropCore.CurriculumProblem.Shape.text)"),
    Case("slug: my-cuda", "slug: !!int my-cuda", "1 slug tag(\"tag:yaml.org,2002:int\")"),
    Case(
      "slug: my-cuda", "slugs: my-cuda", "1 slugs unknownKey(nearest: Optional(\"slug\"))",
      "1 slug missing"),
    Case("plan:", "colour: red\nplan:", "3 colour unknownKey(nearest: nil)"),
    Case("plan:", "position: 3\nplan:", "3 position unknownKey(nearest: nil)"),
    Case("plan:", "focus: true\nplan:", "3 focus focusInPack"),
    Case(
      "plan:", "focus: yes\nplan:", "3 focus wrongShape(StropCore.CurriculumProblem.Shape.boolean)"),
    Case(
      "plan:", "retest: 3\nplan:", "3 retest wrongShape(StropCore.CurriculumProblem.Shape.mapping)"),
    Case("plan:", "retest: {minutes: 3}\nplan:", "3 retest.every missing"),
    Case(
      "plan:", "retest: {minutes: 0, every: 9}\nplan:",
      "3 retest.minutes outOfRange(ClosedRange(1.0...1440.0))"),
    Case("plan:", "reason: {en: \"a\"}\nplan:", "3 reason.zh missing"),
    Case("plan:", "reason: {en: \"a\", zh: \" \"}\nplan:", "3 reason.zh blank"),
    Case("sessions: 2", "sessions: 8", "4 plan.sessions outOfRange(ClosedRange(1.0...7.0))"),
    Case(
      "sessions: 2", "sessions: \"2\"",
      "4 plan.sessions wrongShape(StropCore.CurriculumProblem.Shape.integer)"),
    Case(
      "sessions: 2", "sessions: 2.5",
      "4 plan.sessions wrongShape(StropCore.CurriculumProblem.Shape.integer)"),
    Case("sessions: 2", "sessions:", "4 plan.sessions missing"),
    Case("zh: \"GPU 内核\"", "zh: \"\"", "2 title.zh blank"),
    Case(
      "zh: \"GPU 内核\"", "de: \"Kerne\"", "2 title.de unknownKey(nearest: Optional(\"en\"))",
      "2 title.zh missing"),
    Case("zh: \"GPU 内核\"", "zh: \"a\\tb\"", "2 title.zh controlCharacter"),
    Case("zh: \"归一化\"", "zh: \"\\e[2J\"", "8 items[0].title.zh controlCharacter"),
    Case("    hours: 1.5\n", "", "7 items[0].hours missing"),
    Case(
      "hours: 1.5", "hours: .nan",
      "10 items[0].hours wrongShape(StropCore.CurriculumProblem.Shape.number)"),
    Case(
      "hours: 1.5", "hours: 0x10",
      "10 items[0].hours wrongShape(StropCore.CurriculumProblem.Shape.number)"),
    Case("hours: 1.5", "hours: 41", "10 items[0].hours outOfRange(ClosedRange(0.25...40.0))"),
    Case(
      "hours: 1.5", "hours: 1\n    hour: 2",
      "11 items[0].hour unknownKey(nearest: Optional(\"hours\"))"),
    Case("hours: 1.5", "hours: 1\n    hours: 2", "10  repeatedKey(\"hours\")"),
    Case("hours: 1.5", "hours: 1\n    was: [old]", "11 items[0].was unknownKey(nearest: nil)"),
    Case(
      "hours: 1.5", "hours: 1\n    hardware: gpu",
      "11 items[0].hardware unknownWord([\"cpu\", \"1-gpu\", \"multi-gpu\"])"),
    Case("hours: 1.5", "hours: 1\n    expect: {tolerance: 1}", "11 items[0].expect.value missing"),
    Case(
      "hours: 1.5", "hours: 1\n    expect: {value: 1, tolerance: -1}",
      "11 items[0].expect.tolerance outOfRange(ClosedRange(0.0...1.7976931348623157e+308))"),
    Case(
      "hours: 1.5", "hours: 1\n    references: [\"isbn:1\"]",
      "11 items[0].references[0] badReference(\"isbn:1\")"),
    Case(
      "hours: 1.5", "hours: 1\n    references: \"arxiv:1707.06347\"",
      "11 items[0].references wrongShape(StropCore.CurriculumProblem.Shape.list)"),
    Case(
      "hours: 1.5", "hours: 1\n    prerequisites: [my-cuda/attention]",
      "11 items[0].prerequisites circle", "16 items[1].prerequisites circle"),
    Case(
      "slug: attention", "slug: softmax", "11 items[1].slug repeated",
      "15 items[1].prerequisites circle"),
    Case("slug: attention", "slug: my-cuda/attention", "11 items[1].slug notASlug"),
    Case(
      "[my-cuda/softmax]", "[my-cuda/softmax, debug/nan]",
      "15 items[1].prerequisites[1] unknownPrerequisite(\"debug/nan\")"),
    Case(
      "- slug: softmax", "- name: softmax", "7 items[0].name unknownKey(nearest: nil)",
      "7 items[0].slug missing"),
    Case(
      "- slug: softmax", "- softmax\n  - slug: softmax",
      "7 items[0] wrongShape(StropCore.CurriculumProblem.Shape.mapping)"),
    Case("  title: \"Attention\"", "\ttitle: \"Attention\"", "12  tab"),
    Case(
      "\"it passes\"", "\"it passes",
      "13  syntax(\"while scanning a quoted scalar, found unexpected end of stream\")"),
  ])
  func `what is wrong is named with its line and its field`(test: Case) throws {
    let spoilt = whole.replacing(test.line, with: test.changed, maxReplacements: 1)
    try #require(spoilt != whole)
    #expect(problems(spoilt) == test.problems)
  }

  @Test func `problems come together, in the order of their lines`() {
    let spoilt = whole.replacing("hours: 2", with: "hours: 99").replacing("GPU 内核", with: "")
      .replacing("sessions: 2", with: "session: 2")
    #expect(file(spoilt).problems(beside: known).map(\.line) == [2, 4, 4, 14])
  }

  @Test func `a shipped skill takes items, and nothing else`() {
    let text = """
      slug: debug
      title: Mine
      items:
      - {slug: nan, title: A, done-when: B, hours: 1}
      ---
      slug: nosuch
      items:
      - {slug: my-a, title: A, done-when: B, hours: 1}
      - {slug: my-b, title: A, done-when: B, hours: 1}
      """
    #expect(
      problems(text) == [
        "2 title onlyInOwnSkill", "4 items[0].slug shippedSlug", "6 slug unknownSkill",
      ])
  }

  @Test func `documents count their lines through the file`() {
    #expect(
      problems(whole + "\n---\nslug: my-b\ntitle: B\nitems: 3\n")
        == ["19 items wrongShape(StropCore.CurriculumProblem.Shape.list)"])
  }

  @Test func `an item that waits for one that could not be read is not blamed for it`() {
    let spoilt = whole.replacing("- slug: softmax", with: "- slug: [softmax]")
    #expect(
      problems(spoilt) == ["7 items[0].slug wrongShape(StropCore.CurriculumProblem.Shape.text)"])
  }
}
