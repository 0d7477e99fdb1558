import StropCore

/// What of a skill's document was read: the skill where it defines one, and its items.
struct SkillDocument {
  let skill: Skill?
  let items: [Item]
}

// The forms of a curriculum; docs/curriculum.md explains each key.
extension CurriculumReader {
  /// `room`: how many items are read.
  mutating func skill(_ place: Place, room: Int) -> SkillDocument? {
    guard let members = form(of: place) else {
      isIncomplete = true
      return nil
    }
    let title = texts(members["title"])
    let why = text(optional(members["quote"]))
    let focus = isInFocus(members["focus"])
    let plan = weeklyPlan(optional(members["plan"]))
    let retest = retestRule(optional(members["retest"]))
    let reason = texts(optional(members["reason"]))
    let was = list(members["was"])
    let position = integer(members["position"])
    checkPace(members)
    guard let slug = text(members["slug"]) else {
      isIncomplete = true
      return nil
    }
    places[slug] = place
    let items = elements(of: optional(members["items"]), limit: room) ?? []
    return SkillDocument(
      skill: isOnlyItems(slug)
        ? nil
        : Skill(
          slug: slug, was: was ?? [], position: position ?? 0, title: title ?? .unread,
          why: why ?? (origin == .pack ? "" : "–"),
          plan: Plan(
            focus: focus ?? false, sessions: plan?.sessions ?? SkillChange.standardPlan.sessions,
            minutes: plan?.minutes ?? SkillChange.standardPlan.minutes),
          retest: retest ?? SkillChange.standardRetest,
          reason: reason ?? (origin == .pack ? LocalizedText(english: "", chinese: "") : .unread)),
      items: items.enumerated().compactMap { item($1, of: slug, position: $0 + 1) })
  }

  /// Whether a document adds items to a shipped skill.
  private func isOnlyItems(_ slug: String) -> Bool { origin == .pack && !Curriculum.isOwn(slug) }

  private mutating func form(of place: Place) -> [String: Place]? {
    let definition = ["title", "quote", "focus", "plan", "retest", "reason"]
    switch origin {
    case .shipped:
      let required = ["slug", "position"] + definition + ["half-life", "drift", "items"]
      return members(of: place, keys: required + ["was"], required: Set(required))
    case .pack:
      let slug = place.descending(to: "slug").scalar ?? "my-"
      guard isOnlyItems(slug) else {
        return members(
          of: place, keys: ["slug"] + definition + ["items"], required: ["slug", "title"])
      }
      return members(
        of: place, keys: ["slug", "items"], required: ["slug", "items"],
        forbidden: (definition, .onlyInOwnSkill))
    }
  }

  private mutating func isInFocus(_ place: Place?) -> Bool? {
    let focus = boolean(place)
    if origin == .pack, focus == true, let place { report(.focusInPack, at: place) }
    return focus
  }

  private mutating func weeklyPlan(_ place: Place?) -> (sessions: Int?, minutes: Int?)? {
    guard let place else { return nil }
    return members(of: place, keys: ["sessions", "minutes"], required: ["sessions", "minutes"])
      .map { (integer($0["sessions"]), integer($0["minutes"])) }
  }

  private mutating func retestRule(_ place: Place?) -> Skill.Retest? {
    guard let place,
      let members = members(of: place, keys: ["minutes", "every"], required: ["minutes", "every"])
    else { return nil }
    let (minutes, days) = (integer(members["minutes"]), integer(members["every"]))
    guard let minutes, let days else { return nil }
    return Skill.Retest(minutes: minutes, days: days)
  }

  /// How fast a field moves.
  private enum Drift: String, CaseIterable {
    case slow, medium, fast
  }

  /// What stands in the shipped files to explain their retests, and is shown nowhere.
  private mutating func checkPace(_ members: [String: Place]) {
    if let place = members["half-life"], let days = integer(place),
      !Skill.Retest.dayRange.contains(days)
    {
      report(.outOfRange(1...Double(Skill.Retest.dayRange.upperBound)), at: place)
    }
    _ = word(members["drift"], Drift.self)
  }

  private mutating func item(_ place: Place, of skill: String, position: Int) -> Item? {
    let always = ["slug", "title", "done-when", "hours"]
    let usually = [
      "hardware", "check", "evidence", "quote", "predict-first", "first-month", "expect",
      "prerequisites", "references",
    ]
    let rarely = ["retired", "unaided", "known-to-work"] + (origin == .shipped ? ["was"] : [])
    guard
      let members = members(
        of: place, keys: always + usually + rarely,
        required: Set(origin == .shipped ? always + usually : always))
    else {
      isIncomplete = true
      return nil
    }
    let name = text(members["slug"])
    let read = Item(
      slug: skill + "/" + (name ?? ""), was: list(members["was"]) ?? [],
      retired: flag(members["retired"]), position: position,
      title: texts(members["title"]) ?? .unread,
      doneWhen: texts(members["done-when"]) ?? .unread, hours: number(members["hours"]) ?? 1,
      hardware: word(optional(members["hardware"]), Item.Hardware.self) ?? .cpu,
      check: word(optional(members["check"]), Item.Check.self) ?? .artefact,
      logbook: text(optional(members["evidence"])) ?? defaultLogbook,
      why: text(optional(members["quote"])) ?? (origin == .pack ? "" : "–"),
      predictFirst: flag(members["predict-first"]), firstMonth: flag(members["first-month"]),
      unaided: flag(members["unaided"]), expect: expectation(nullable(members["expect"])),
      knownToWork: texts(optional(members["known-to-work"])),
      prerequisites: list(optional(members["prerequisites"])) ?? [],
      references: list(optional(members["references"])) ?? [])
    guard name != nil else {
      isIncomplete = true
      return nil
    }
    places[read.slug] = place
    return read
  }

  private var defaultLogbook: String {
    origin == .pack ? "" : Curriculum.logbooks.first ?? ""
  }

  private mutating func expectation(_ place: Place?) -> Item.Expectation? {
    guard let place else { return nil }
    let keys = ["value", "tolerance", "unit"]
    let required = origin == .pack ? ["value"] : Set(keys)
    guard let members = members(of: place, keys: keys, required: required) else { return nil }
    let (value, tolerance) = (number(members["value"]), number(members["tolerance"]))
    let unit = text(optional(members["unit"]))
    return value.map { Item.Expectation(value: $0, tolerance: tolerance ?? 0, unit: unit ?? "") }
  }

  mutating func paper(_ place: Place) -> ListedPaper? {
    let keys = ["arxiv", "month", "title", "skill", "core"]
    guard let members = members(of: place, keys: keys, required: Set(keys)) else { return nil }
    let (arxiv, month) = (text(members["arxiv"]), text(members["month"]))
    let (title, skill) = (text(members["title"]), text(members["skill"]))
    guard let arxiv, let month, let title, let skill, let core = boolean(members["core"]) else {
      return nil
    }
    return ListedPaper(arxiv: arxiv, month: month, title: title, skill: skill, core: core)
  }

  private mutating func flag(_ place: Place?) -> Bool { boolean(place) ?? false }

  /// What may be left out of a pack may be left empty there too.
  private func optional(_ place: Place?) -> Place? {
    origin == .pack ? nullable(place) : place
  }

  private func nullable(_ place: Place?) -> Place? { place.flatMap { $0.isNull ? nil : $0 } }
}

extension LocalizedText {
  /// Stands where a text could not be read, so that no one finds fault with it twice.
  fileprivate static let unread = LocalizedText(english: "–", chinese: "–")
}
