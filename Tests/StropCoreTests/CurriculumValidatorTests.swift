import StropCore
import Testing

struct CurriculumValidatorTests {
  /// A curriculum with one thing wrong, and what the validator says of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let problem: CurriculumProblem
    let curriculum: Curriculum

    init(
      _ subject: String,
      _ field: String,
      _ kind: CurriculumProblem.Kind,
      skills: [Skill] = [.sample()],
      items: [Item] = [.sample()],
      papers: [ListedPaper] = [.sample()]
    ) {
      problem = CurriculumProblem(subject, field, kind)
      curriculum = Curriculum(skills: skills, items: items, papers: papers)
    }

    var testDescription: String { "\(problem.subject) \(problem.field): \(problem.kind)" }
  }

  @Test func `a sound curriculum has no problems`() {
    let curriculum = Curriculum(
      skills: [.sample(), .sample("debug", was: ["debugging"])],
      items: [
        .sample(), .sample("ppo/kl", was: ["kl-penalty"], prerequisites: ["ppo/clip"]),
        .sample("debug/clip", prerequisites: ["ppo/kl", "ppo/clip"]),
      ],
      papers: [.sample(), .sample("2203.02155", month: "2022-03")]
    )
    #expect(curriculum.problems() == [])
  }

  @Test(arguments: [
    Case("ppo", "slug", .repeated, skills: [.sample(), .sample()]),
    Case("ppo", "slug", .repeated, skills: [.sample(), .sample("debug", was: ["ppo"])]),
    Case("ppo/clip", "slug", .repeated, items: [.sample(), .sample()]),
    Case("ppo/clip", "slug", .repeated, items: [.sample(), .sample("ppo/kl", was: ["clip"])]),
    Case("1707.06347", "slug", .repeated, papers: [.sample(), .sample()]),
    Case("my-ppo", "slug", .usersSlug, skills: [.sample(), .sample("my-ppo")]),
    Case("PPO", "slug", .notASlug, skills: [.sample(), .sample("PPO")]),
    Case("p po", "slug", .notASlug, skills: [.sample(), .sample("p po")]),
    Case("-po", "slug", .notASlug, skills: [.sample(), .sample("-po")]),
    Case("p--o", "slug", .notASlug, skills: [.sample(), .sample("p--o")]),
    Case("强化学习", "slug", .notASlug, skills: [.sample(), .sample("强化学习")]),
    Case(
      "a12345678901234567890123456789012", "slug", .notASlug,
      skills: [.sample(), .sample("a12345678901234567890123456789012")]
    ),
    Case("ppo/my-clip", "slug", .usersSlug, items: [.sample("ppo/my-clip")]),
    Case("ppo/a/b", "slug", .notASlug, items: [.sample("ppo/a/b")]),
    Case("ppo/", "slug", .notASlug, items: [.sample("ppo/")]),
    Case(
      "ppo", "title.zh", .blank,
      skills: [.sample(title: LocalizedText(english: "a", chinese: ""))]
    ),
    Case(
      "ppo", "title.en", .blank,
      skills: [.sample(title: LocalizedText(english: " ", chinese: "a"))]
    ),
    Case(
      "ppo", "reason.zh", .blank,
      skills: [.sample(reason: LocalizedText(english: "a", chinese: "\n"))]
    ),
    Case("ppo", "quote", .blank, skills: [.sample(why: "")]),
    Case(
      "ppo", "plan.sessions", .outOfRange(1...7),
      skills: [.sample(plan: Plan(focus: true, sessions: 0, minutes: 60))]
    ),
    Case(
      "ppo", "plan.sessions", .outOfRange(1...7),
      skills: [.sample(plan: Plan(focus: true, sessions: 8, minutes: 60))]
    ),
    Case(
      "ppo", "plan.minutes", .outOfRange(1...10_080),
      skills: [.sample(plan: Plan(focus: true, sessions: 1, minutes: 0))]
    ),
    Case(
      "ppo", "plan.minutes", .outOfRange(1...10_080),
      skills: [.sample(plan: Plan(focus: true, sessions: 1, minutes: 10_081))]
    ),
    Case(
      "ppo", "retest.every", .outOfRange(1...3_650),
      skills: [.sample(retest: Skill.Retest(minutes: 30, days: 0))]),
    Case(
      "ppo", "retest.minutes", .outOfRange(1...1_440),
      skills: [.sample(retest: Skill.Retest(minutes: 0, days: 30))]),
    Case(
      "ppo/clip", "title.zh", .blank,
      items: [.sample(title: LocalizedText(english: "a", chinese: ""))]
    ),
    Case(
      "ppo/clip", "done-when.en", .blank,
      items: [.sample(doneWhen: LocalizedText(english: "", chinese: "a"))]
    ),
    Case("debug/clip", "", .unknownSkill, items: [.sample("debug/clip")]),
    Case("ppo/clip", "hours", .outOfRange(0.25...40), items: [.sample(hours: 0.2)]),
    Case("ppo/clip", "hours", .outOfRange(0.25...40), items: [.sample(hours: 41)]),
    Case("ppo/clip", "hours", .outOfRange(0.25...40), items: [.sample(hours: .nan)]),
    Case(
      "ppo/clip", "expect.tolerance", .outOfRange(0...Double.greatestFiniteMagnitude),
      items: [.sample(expect: Item.Expectation(value: 1, tolerance: -0.1, unit: ""))]
    ),
    Case(
      "ppo/clip", "expect.value", .wrongShape(.number),
      items: [.sample(expect: Item.Expectation(value: .nan, tolerance: 1, unit: ""))]
    ),
    Case(
      "ppo/clip", "expect.tolerance", .outOfRange(0...Double.greatestFiniteMagnitude),
      items: [.sample(expect: Item.Expectation(value: 1, tolerance: .nan, unit: ""))]
    ),
    Case(
      "ppo/clip", "prerequisites[0]", .unknownPrerequisite("ppo/kl"),
      items: [.sample(prerequisites: ["ppo/kl"])]
    ),
    Case(
      "ppo/clip", "references[0]", .badReference("isbn:1"),
      items: [.sample(references: ["isbn:1"])]
    ),
    Case(
      "ppo/clip", "references[0]", .unlistedPaper("2305.18290"),
      items: [.sample(references: ["arxiv:2305.18290"])]
    ),
    Case("hep-th/9901001", "arxiv", .notArxiv, papers: [.sample(), .sample("hep-th/9901001")]),
    Case("1707.06347", "month", .wrongMonth, papers: [.sample(month: "2017-08")]),
    Case("1707.06347", "title", .blank, papers: [.sample(title: "")]),
    Case("1707.06347", "skill", .unknownSkill, papers: [.sample(skill: "debug")]),
    Case(
      "ppo/clip", "prerequisites", .circle,
      items: [.sample(prerequisites: ["ppo/clip"])]
    ),
  ])
  func `what is wrong is named`(test: Case) {
    let problems = test.curriculum.problems()
    #expect(problems.contains(test.problem), "\(problems)")
  }

  @Test func `items that wait for each other are all named, those before them are not`() {
    let curriculum = Curriculum(
      skills: [.sample()],
      items: [
        .sample(), .sample("ppo/a", prerequisites: ["ppo/clip", "ppo/b"]),
        .sample("ppo/b", prerequisites: ["ppo/c"]), .sample("ppo/c", prerequisites: ["ppo/a"]),
        .sample("ppo/d", prerequisites: ["ppo/a"]),
      ],
      papers: [.sample()]
    )
    #expect(curriculum.problems().map(\.subject) == ["ppo/a", "ppo/b", "ppo/c"])
  }
}

struct ExpectationTests {
  @Test(arguments: [
    (0.6931, true), (0.6936, true), (0.6926, true), (0.69361, false), (0.6925, false),
    (-0.6931, false),
    (.nan, false), (.infinity, false),
  ])
  func `a value within its tolerance is the known answer`(measured: Double, matches: Bool) {
    let expectation = Item.Expectation(value: 0.6931, tolerance: 0.0005, unit: "nats")
    #expect(expectation.matches(measured) == matches)
  }

  @Test func `without tolerance only the value itself matches`() {
    let expectation = Item.Expectation(value: 124_439_808, tolerance: 0, unit: "parameters")
    #expect(expectation.matches(124_439_808))
    #expect(!expectation.matches(124_439_809))
  }
}
