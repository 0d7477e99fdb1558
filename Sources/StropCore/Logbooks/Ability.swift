/// What the essay would have an engineer train, since it outlives any model.
package enum Ability: String, CaseIterable, Sendable {
  /// 鉴别论文价值.
  case papers
  /// 复现开源项目.
  case reproductions
  /// debug 代码.
  case bugs
  /// 周末跑实验, of any technique.
  case experiments

  /// The ability that practice of a skill trains; `skill`: its slug.
  package init(skill: String) {
    switch skill {
    case Logbook.papers.skill, "frontier": self = .papers
    case Logbook.reproductions.skill: self = .reproductions
    case Logbook.bugs.skill: self = .bugs
    default: self = .experiments
    }
  }
}
