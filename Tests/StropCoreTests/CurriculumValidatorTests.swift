import StropCore
import Testing

struct CurriculumValidatorTests {
  /// A curriculum with one thing wrong, and what the validator says of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let curriculum: Curriculum

    init(
      _ problem: String,
      skills: [Skill] = [.sample()],
      items: [Item] = [.sample()],
      papers: [Paper] = [.sample()]
    ) {
      testDescription = problem
      curriculum = Curriculum(skills: skills, items: items, papers: papers)
    }
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
    #expect(curriculum.problems().map(\.description) == [])
  }

  @Test(arguments: [
    Case("ppo: stands here twice", skills: [.sample(), .sample()]),
    Case("ppo: stands here twice", skills: [.sample(), .sample("debug", was: ["ppo"])]),
    Case("ppo/clip: stands here twice", items: [.sample(), .sample()]),
    Case("ppo/clip: stands here twice", items: [.sample(), .sample("ppo/kl", was: ["clip"])]),
    Case("1707.06347: stands here twice", papers: [.sample(), .sample()]),
    Case("my-ppo: is not a slug", skills: [.sample(), .sample("my-ppo")]),
    Case("PPO: is not a slug", skills: [.sample(), .sample("PPO")]),
    Case("p po: is not a slug", skills: [.sample(), .sample("p po")]),
    Case("-po: is not a slug", skills: [.sample(), .sample("-po")]),
    Case("p--o: is not a slug", skills: [.sample(), .sample("p--o")]),
    Case("强化学习: is not a slug", skills: [.sample(), .sample("强化学习")]),
    Case(
      "a12345678901234567890123456789012: is not a slug",
      skills: [.sample(), .sample("a12345678901234567890123456789012")]
    ),
    Case("ppo/my-clip: is not a slug", items: [.sample("ppo/my-clip")]),
    Case("ppo/a/b: is not a slug", items: [.sample("ppo/a/b")]),
    Case("ppo/: is not a slug", items: [.sample("ppo/")]),
    Case(
      "ppo: has no title in zh",
      skills: [.sample(title: LocalizedText(english: "a", chinese: ""))]
    ),
    Case(
      "ppo: has no title in en",
      skills: [.sample(title: LocalizedText(english: " ", chinese: "a"))]
    ),
    Case(
      "ppo: has no reason in zh",
      skills: [.sample(reason: LocalizedText(english: "a", chinese: "\n"))]
    ),
    Case("ppo: has no quote", skills: [.sample(quote: "")]),
    Case(
      "ppo: has an odd plan",
      skills: [.sample(plan: Plan(focus: true, sessions: 0, minutes: 60))]
    ),
    Case(
      "ppo: has an odd plan",
      skills: [.sample(plan: Plan(focus: true, sessions: 8, minutes: 60))]
    ),
    Case(
      "ppo: has odd minutes",
      skills: [.sample(plan: Plan(focus: true, sessions: 1, minutes: 0))]
    ),
    Case(
      "ppo: has odd minutes",
      skills: [.sample(plan: Plan(focus: true, sessions: 1, minutes: 10_081))]
    ),
    Case("ppo: has an odd retest", skills: [.sample(retest: Skill.Retest(minutes: 30, days: 0))]),
    Case("ppo: has an odd retest", skills: [.sample(retest: Skill.Retest(minutes: 0, days: 30))]),
    Case(
      "ppo/clip: has no title in zh",
      items: [.sample(title: LocalizedText(english: "a", chinese: ""))]
    ),
    Case(
      "ppo/clip: has no done-when in en",
      items: [.sample(doneWhen: LocalizedText(english: "", chinese: "a"))]
    ),
    Case("debug/clip: has no skill", items: [.sample("debug/clip")]),
    Case("ppo/clip: takes odd hours", items: [.sample(hours: 0.2)]),
    Case("ppo/clip: takes odd hours", items: [.sample(hours: 41)]),
    Case("ppo/clip: takes odd hours", items: [.sample(hours: .nan)]),
    Case(
      "ppo/clip: has an odd known answer",
      items: [.sample(expect: Item.Expectation(value: 1, tolerance: -0.1, unit: ""))]
    ),
    Case(
      "ppo/clip: has an odd known answer",
      items: [.sample(expect: Item.Expectation(value: .nan, tolerance: 1, unit: ""))]
    ),
    Case(
      "ppo/clip: has an odd known answer",
      items: [.sample(expect: Item.Expectation(value: 1, tolerance: .nan, unit: ""))]
    ),
    Case(
      "ppo/clip: asks for ppo/kl, which does not exist",
      items: [.sample(prerequisites: ["ppo/kl"])]
    ),
    Case(
      "ppo/clip: has a reference that cannot be read: isbn:1",
      items: [.sample(references: ["isbn:1"])]
    ),
    Case(
      "ppo/clip: refers to arXiv 2305.18290, which the reading list does not name",
      items: [.sample(references: ["arxiv:2305.18290"])]
    ),
    Case("hep-th/9901001: is not an arXiv id", papers: [.sample(), .sample("hep-th/9901001")]),
    Case("1707.06347: was not issued in 2017-08", papers: [.sample(month: "2017-08")]),
    Case("1707.06347: has no title", papers: [.sample(title: "")]),
    Case("1707.06347: has no skill", papers: [.sample(skill: "debug")]),
    Case(
      "ppo/clip: is its own prerequisite, directly or by others",
      items: [.sample(prerequisites: ["ppo/clip"])]
    ),
  ])
  func `what is wrong is named`(test: Case) {
    let problems = test.curriculum.problems().map(\.description)
    #expect(problems.contains(test.testDescription), "\(problems)")
  }

  @Test func `items that wait for each other are all named, those before them are not`() {
    let curriculum = Curriculum(
      skills: [.sample()],
      items: [
        .sample(), .sample("ppo/a", prerequisites: ["ppo/clip", "ppo/b"]),
        .sample("ppo/b", prerequisites: ["ppo/c"]), .sample("ppo/c", prerequisites: ["ppo/a"]),
      ],
      papers: [.sample()]
    )
    #expect(curriculum.problems().map(\.place) == ["ppo/a", "ppo/b", "ppo/c"])
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

extension LocalizedText {
  fileprivate static let sample = LocalizedText(english: "clip", chinese: "裁剪")
}

extension Skill {
  fileprivate static func sample(
    _ slug: String = "ppo",
    was: [String] = [],
    title: LocalizedText = .sample,
    quote: String = "PPO",
    plan: Plan = Plan(focus: true, sessions: 1, minutes: 60),
    retest: Retest = Retest(minutes: 30, days: 30),
    reason: LocalizedText = .sample
  ) -> Skill {
    Skill(
      slug: slug,
      was: was,
      position: 1,
      title: title,
      quote: quote,
      plan: plan,
      retest: retest,
      reason: reason
    )
  }
}

extension Item {
  fileprivate static func sample(
    _ slug: String = "ppo/clip",
    was: [String] = [],
    title: LocalizedText = .sample,
    doneWhen: LocalizedText = .sample,
    hours: Double = 1,
    expect: Expectation? = nil,
    prerequisites: [String] = [],
    references: [String] = ["arxiv:1707.06347"]
  ) -> Item {
    Item(
      slug: slug,
      was: was,
      position: 1,
      title: title,
      doneWhen: doneWhen,
      hours: hours,
      hardware: .cpu,
      check: .tests,
      evidence: "bug log",
      quote: "PPO",
      predictFirst: false,
      firstMonth: false,
      expect: expect,
      prerequisites: prerequisites,
      references: references
    )
  }
}

extension Paper {
  fileprivate static func sample(
    _ arxiv: String = "1707.06347",
    month: String = "2017-07",
    title: String = "PPO",
    skill: String = "ppo"
  ) -> Paper {
    Paper(arxiv: arxiv, month: month, title: title, skill: skill, core: true)
  }
}
