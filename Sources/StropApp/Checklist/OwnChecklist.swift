package import StropCore
import StropStore

/// What the user typed to add a skill of their own.
package struct SkillAddRequest: Sendable {
  /// Begins with `my-`.
  package var slug: String
  package var title: String
  /// Why it is worth practising.
  package var why: String?
  /// A week, once it is in the focus; nil for the usual ones.
  package var sessions: Int?
  package var minutes: String?
  /// Days without practice after which a retest is due.
  package var retest: Int?

  package init(
    slug: String, title: String, why: String? = nil, sessions: Int? = nil, minutes: String? = nil,
    retest: Int? = nil
  ) {
    self.slug = slug
    self.title = title
    self.why = why
    self.sessions = sessions
    self.minutes = minutes
    self.retest = retest
  }
}

/// What the user typed to add an item of their own.
package struct ItemAddRequest: Sendable {
  /// `skill/my-item`, or any item of an own skill.
  package var slug: String
  package var title: String
  package var doneWhen: String
  package var hours: Double
  package var hardware: Item.Hardware
  /// Items to do first.
  package var after: [String]
  /// References: as in the curriculum, or a bare arXiv id, DOI or URL.
  package var references: [String]

  package init(
    slug: String, title: String, doneWhen: String, hours: Double, hardware: Item.Hardware,
    after: [String], references: [String]
  ) {
    self.slug = slug
    self.title = title
    self.doneWhen = doneWhen
    self.hours = hours
    self.hardware = hardware
    self.after = after
    self.references = references
  }
}

extension Strop {
  /// Adds a skill of the user's own, on the shelf.
  ///
  /// - Throws: `Failure.badOwnSlug`, `.ownExists`, `.emptyText`, `.badNumber`, `.badMinutes`.
  package func addSkill(_ request: SkillAddRequest) throws -> SkillList {
    let slug = request.slug.foldedName
    guard Curriculum.isSlug(slug), slug.hasPrefix("my-") else {
      throw Failure.badOwnSlug(request.slug, suggestion: Strop.ownSlug(from: slug))
    }
    let title = try required(request.title, "title", limit: Strop.titleLimit)
    let why = try text(request.why)
    let standard = SkillChange.standardPlan
    let plan = try checkedPlan(
      Plan(
        focus: false, sessions: request.sessions ?? standard.sessions, minutes: standard.minutes),
      sessions: request.sessions, minutes: request.minutes)
    let days = try request.retest.map(retestDays)
    return try write { transaction in
      let skills = try transaction.reader.skills()
      guard !skills.contains(where: { $0.slug == slug }) else { throw Failure.ownExists(slug) }
      let retest = Skill.Retest(
        minutes: SkillChange.standardRetest.minutes, days: days ?? SkillChange.standardRetest.days)
      let change = SkillChange(
        slug: slug, title: LocalizedText(english: title, chinese: title), why: why, plan: plan,
        retest: retest, position: Curriculum.position(after: skills.filter(\.isOwn).map(\.position))
      )
      try transaction.append(
        [
          .replacing(
            try transaction.reader.row(of: change.subject), with: (change.subject, change.fields))
        ], command: "skill add")
      return try skillList(transaction.reader, changed: [slug], silenced: [])
    }
  }

  /// Adds an item of the user's own to a shipped or an own skill.
  ///
  /// - Throws: `Failure.badOwnSlug`, `.ownExists`, `.emptyText`, `.badHours`, `.badReference`, and
  ///   those of names.
  package func addItem(_ request: ItemAddRequest) throws -> Receipt<ChangedItem> {
    let title = try required(request.title, "title", limit: Strop.titleLimit)
    let doneWhen = try required(request.doneWhen, "done-when")
    guard Curriculum.itemHours.contains(request.hours) else { throw Failure.badHours }
    let references = try references(request.references)
    return try write { transaction in
      let reader = transaction.reader
      let slug = try ownItemSlug(request.slug, reader)
      guard try reader.item(slug) == nil else { throw Failure.ownExists(slug) }
      let after = try prerequisites(request.after, reader)
      let skill = String(slug.prefix { $0 != "/" })
      let position = Curriculum.position(
        after: try reader.items(skill: skill).filter(\.isOwn).map(\.position))
      let own = Item(
        slug: slug, position: position, title: LocalizedText(english: title, chinese: title),
        doneWhen: LocalizedText(english: doneWhen, chinese: doneWhen), hours: request.hours,
        hardware: request.hardware, check: .artefact, logbook: "", why: "",
        predictFirst: false, firstMonth: false, expect: nil, prerequisites: [], references: [])
      let links =
        ItemLink.links(.prerequisite, of: slug, to: after)
        + ItemLink.links(.reference, of: slug, to: references)
      try transaction.append(
        [.replacing(try reader.row(of: own.subject), with: (own.subject, own.fields))]
          + links.map { .create($0.subject, $0.fields) },
        command: "item add")
      guard let item = try reader.item(slug) else { throw Failure.unknownItem(slug, nearest: []) }
      return Receipt(.added, ChangedItem(listed: try ChecklistProgress(reader).listed(item)))
    }
  }

  /// The whole slug of an own item, of which the skill may be typed in part.
  private func ownItemSlug(_ typed: String, _ reader: Reader) throws -> String {
    let parts = typed.foldedName.split(separator: "/", omittingEmptySubsequences: false)
      .map(String.init)
    guard parts.count == 2 else {
      throw Failure.badOwnSlug(typed, suggestion: "debug/" + Strop.ownSlug(from: typed.foldedName))
    }
    let skill = try reader.skill(named: parts[0])
    guard Curriculum.isSlug(parts[1]), skill.isOwn || parts[1].hasPrefix("my-") else {
      let suggestion = skill.isOwn ? Strop.slug(from: parts[1]) : Strop.ownSlug(from: parts[1])
      throw Failure.badOwnSlug(typed, suggestion: skill.slug + "/" + suggestion)
    }
    return skill.slug + "/" + parts[1]
  }

  private static func ownSlug(from text: String) -> String {
    let slug = slug(from: text)
    return slug.hasPrefix("my-") ? slug : "my-" + slug
  }

  /// The nearest slug to a text, for a hint.
  private static func slug(from text: String) -> String {
    let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let slug = words.joined(separator: "-").prefix(28)
    return slug.isEmpty ? "name" : String(slug)
  }

  /// Items to do first, as typed: their slugs, each once.
  ///
  /// - Throws: `Failure.tooMany`, and those of names.
  func prerequisites(_ names: [String], _ reader: Reader) throws -> [String] {
    try bound(names.count, of: "--after", to: Curriculum.linkLimit)
    return try names.map { try reader.item(named: $0).slug }.uniqued()
  }

  /// References as in the curriculum, each once.
  ///
  /// - Throws: `Failure.tooMany`, `.badReference`.
  func references(_ texts: [String]) throws -> [String] {
    try bound(texts.count, of: "--read", to: Curriculum.linkLimit)
    return try texts.map { text in
      guard let reference = Strop.reference(text.trimmed) else { throw Failure.badReference(text) }
      return reference
    }.uniqued()
  }

  private static func reference(_ text: String) -> String? {
    let forms = [text, "arxiv:" + text, "doi:" + text, "url:" + text]
    return forms.first { Reference($0) != nil }
  }

  /// - Throws: `Failure.badRetest`.
  func retestDays(_ days: Int) throws -> Int {
    guard Skill.Retest.dayRange.contains(days) else { throw Failure.badRetest(days) }
    return days
  }
}
