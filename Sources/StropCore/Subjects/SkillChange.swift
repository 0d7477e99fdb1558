/// What the user made of a skill: an own one's definition, or what differs from the shipped one:
/// subject `skill/SLUG`.
package struct SkillChange: Record {
  package static let type = "skill"

  package let slug: String
  package var title: LocalizedText?
  /// Why it is worth practising.
  package var why: String?
  /// What stands before an own skill's first plan, always outside the focus.
  package var plan: Plan?
  package var retest: Skill.Retest?
  /// Why it is retested at that interval.
  package var reason: LocalizedText?
  /// Among the own skills, which come after the shipped ones.
  package var position: Int?
  package var archived: Bool

  package init(
    slug: String, title: LocalizedText? = nil, why: String? = nil, plan: Plan? = nil,
    retest: Skill.Retest? = nil, reason: LocalizedText? = nil, position: Int? = nil,
    archived: Bool = false
  ) {
    self.slug = slug
    self.title = title
    self.why = why
    self.plan = plan
    self.retest = retest
    self.reason = reason
    self.position = position
    self.archived = archived
  }

  /// What cannot be read is left as shipped.
  package init(id slug: String, row: Fields) {
    self.slug = slug
    title = row["title"].flatMap(LocalizedText.init)
    why = row["why"]?.text
    if let group = row["plan"]?.group, let sessions = group["sessions"]?.integer,
      Plan.sessionRange.contains(sessions), let minutes = group["minutes"]?.integer,
      Plan.minuteRange.contains(minutes)
    {
      plan = Plan(focus: false, sessions: sessions, minutes: minutes)
    }
    if let group = row["retest"]?.group, let minutes = group["minutes"]?.integer,
      Minutes.range.contains(minutes), let days = group["days"]?.integer,
      Skill.Retest.dayRange.contains(days)
    {
      retest = Skill.Retest(minutes: minutes, days: days)
    }
    reason = row["reason"].flatMap(LocalizedText.init)
    position = row["position"]?.integer
    archived = row["archived"]?.bool == true
  }

  package var id: String { slug }

  package var fields: Fields {
    [
      "title": title?.value ?? .null, "why": .optional(why),
      "plan": plan.map {
        .group(["sessions": .number($0.sessions), "minutes": .number($0.minutes)])
      } ?? .null,
      "retest": retest.map {
        .group(["minutes": .number($0.minutes), "days": .number($0.days)])
      } ?? .null,
      "reason": reason?.value ?? .null, "position": .optional(position),
      "archived": .flag(archived),
    ].withoutNulls
  }

  /// What an own skill asks for where its maker did not say.
  package static let standardPlan = Plan(focus: false, sessions: 1, minutes: 60)
  package static let standardRetest = Skill.Retest(minutes: 45, days: 60)
}

extension Skill: Record {
  package static let type = SkillChange.type

  package var id: String { slug }

  /// Nil where an own skill's entries do not suffice for one.
  package init?(id: String, row: Fields) {
    let definition = SkillChange(id: id, row: row)
    guard row[Field.removed]?.bool != true, let title = definition.title,
      let position = definition.position
    else { return nil }
    var plan = definition.plan ?? SkillChange.standardPlan
    if !Curriculum.isOwn(id), row["focus"]?.bool == true {
      plan = Plan(focus: true, sessions: plan.sessions, minutes: plan.minutes)
    }
    self.init(
      slug: id, was: row["was"]?.words ?? [], position: position, title: title,
      why: definition.why ?? "", plan: plan,
      retest: definition.retest ?? SkillChange.standardRetest,
      reason: definition.reason ?? LocalizedText(english: "", chinese: ""),
      archived: definition.archived)
  }

  package var fields: Fields {
    SkillChange(
      slug: slug, title: title, why: why.isEmpty ? nil : why, plan: plan, retest: retest,
      reason: reason, position: position
    ).fields.merging(["focus": .flag(plan.focus), "was": .words(was)].withoutNulls) { $1 }
  }

  /// The skill with what the user changed of it.
  package func with(_ change: SkillChange) -> Skill {
    Skill(
      slug: slug, was: was, position: position, title: change.title ?? title,
      why: change.why ?? why, plan: plan, retest: change.retest ?? retest, reason: reason,
      archived: change.archived)
  }
}

extension Skill.Retest {
  package static let dayRange = 1...3_650
}

extension LocalizedText {
  /// Reads a group of `en` and `zh`; where one is missing, the other stands for both.
  package init?(_ value: Value) {
    let english = value.group?["en"]?.text
    let chinese = value.group?["zh"]?.text
    guard let some = english ?? chinese else { return nil }
    self.init(english: english ?? some, chinese: chinese ?? some)
  }

  package var value: Value { .group(["en": .text(english), "zh": .text(chinese)]) }
}
