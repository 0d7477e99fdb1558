import StropCore
import Testing

struct PackValidatorTests {
  /// What is there already, beside which packs are looked at.
  private static let known = Curriculum(
    skills: [.sample()],
    items: [.sample(), .sample("my-rl/gae", prerequisites: ["my-cuda/softmax"])],
    papers: [])

  /// A pack with one thing wrong, or with nothing.
  struct PackCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let pack: Curriculum
    let problems: [CurriculumProblem]

    init(
      _ testDescription: String, skills: [Skill] = [], items: [Item] = [],
      _ problems: CurriculumProblem...
    ) {
      self.testDescription = testDescription
      pack = Curriculum(skills: skills, items: items, papers: [])
      self.problems = problems
    }
  }

  @Test(arguments: [
    PackCase("an own skill", skills: [.sample("my-cuda")], items: [.sample("my-cuda/softmax")]),
    PackCase(
      "an own item of a shipped skill, waiting for a shipped item",
      items: [.sample("ppo/my-clip", prerequisites: ["ppo/clip"])]),
    PackCase(
      "a paper of the user's choice", items: [.sample("ppo/my-a", references: ["arxiv:2305.18290"])]
    ),
    PackCase(
      "texts that a pack may leave out",
      skills: [
        .sample("my-cuda", why: "", reason: LocalizedText(english: "", chinese: ""))
      ]),
    PackCase(
      "a shipped skill", skills: [.sample()],
      CurriculumProblem("ppo", "slug", .shippedSlug)),
    PackCase(
      "a shipped item", items: [.sample()], CurriculumProblem("ppo/clip", "slug", .shippedSlug)),
    PackCase(
      "an item of nobody's skill", items: [.sample("my-cuda/softmax")],
      CurriculumProblem("my-cuda/softmax", "", .unknownSkill)),
    PackCase(
      "twice the same", skills: [.sample("my-cuda"), .sample("my-cuda")],
      CurriculumProblem("my-cuda", "slug", .repeated)),
    PackCase(
      "twice the same prerequisite",
      items: [.sample("ppo/my-a", prerequisites: ["ppo/clip", "ppo/clip"])],
      CurriculumProblem("ppo/my-a", "prerequisites", .repeated)),
    PackCase(
      "a circle by way of an own item that is there", skills: [.sample("my-cuda")],
      items: [.sample("my-cuda/softmax", prerequisites: ["my-rl/gae"])],
      CurriculumProblem("my-cuda/softmax", "prerequisites", .circle)),
    PackCase(
      "a title over two lines",
      skills: [.sample("my-cuda", title: LocalizedText(english: "a\nb", chinese: "甲"))],
      CurriculumProblem("my-cuda", "title.en", .controlCharacter)),
    PackCase(
      "a title that turns the line round",
      skills: [.sample("my-cuda", title: LocalizedText(english: "a", chinese: "甲\u{202E}"))],
      CurriculumProblem("my-cuda", "title.zh", .controlCharacter)),
    PackCase(
      "a title of a page",
      skills: [
        .sample(
          "my-cuda",
          title: LocalizedText(english: String(repeating: "a", count: 161), chinese: "甲"))
      ],
      CurriculumProblem("my-cuda", "title.en", .tooLong(limit: 160))),
  ])
  func `a pack is looked at beside what is there`(test: PackCase) {
    #expect(test.pack.problems(beside: PackValidatorTests.known) == test.problems)
  }

  @Test func `a pack that breaks a circle of what was there is sound`() {
    let known = Curriculum(
      skills: [.sample("my-rl")],
      items: [
        .sample("my-rl/a", prerequisites: ["my-rl/b"]),
        .sample("my-rl/b", prerequisites: ["my-rl/a"]),
      ],
      papers: [])
    let pack = Curriculum(
      skills: [.sample("my-rl")], items: [.sample("my-rl/b")], papers: [])
    #expect(pack.problems(beside: known) == [])
  }
}
