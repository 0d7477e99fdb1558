import StropCore

extension LocalizedText {
  static let sample = LocalizedText(english: "clip", chinese: "裁剪")
}

extension Skill {
  static func sample(
    _ slug: String = "ppo",
    was: [String] = [],
    title: LocalizedText = .sample,
    why: String = "PPO",
    plan: Plan = Plan(focus: true, sessions: 1, minutes: 60),
    retest: Skill.Retest = Skill.Retest(minutes: 30, days: 30),
    reason: LocalizedText = .sample
  ) -> Skill {
    Skill(
      slug: slug,
      was: was,
      position: 1,
      title: title,
      why: why,
      plan: plan,
      retest: retest,
      reason: reason
    )
  }
}

extension Item {
  static func sample(
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
      logbook: "bug log",
      why: "PPO",
      predictFirst: false,
      firstMonth: false,
      expect: expect,
      prerequisites: prerequisites,
      references: references
    )
  }
}

extension ListedPaper {
  static func sample(
    _ arxiv: String = "1707.06347",
    month: String = "2017-07",
    title: String = "PPO",
    skill: String = "ppo"
  ) -> ListedPaper {
    ListedPaper(arxiv: arxiv, month: month, title: title, skill: skill, core: true)
  }
}
