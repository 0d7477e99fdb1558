/// What taking in a pack appends to the journal: only what differs from what is there.
package struct PackChanges: Sendable {
  package private(set) var patches: [Patch] = []
  /// How many of the pack's own skills and items were not there, were there otherwise, or as they are.
  package private(set) var added = 0
  package private(set) var changed = 0
  package private(set) var unchanged = 0

  /// What turns `known` into what `pack` says; what the pack does not name stays.
  ///
  /// `row`: the folded row of a subject; nil where it has none.
  package init(
    _ pack: Curriculum, from known: Curriculum, row: (Subject) throws -> Fields?
  ) rethrows {
    var positions = known.skills.filter(\.isOwn).map(\.position)
    for skill in pack.skills {
      let old = try row(SkillChange(slug: skill.slug).subject)
      let position = old?["position"]?.integer ?? Curriculum.position(after: positions)
      positions.append(position)
      let definition = SkillChange(definition: skill, position: position)
      count(
        [
          Patch.replacing(
            SkillChange.definitionFields, (definition.subject, definition.fields), in: old)
        ], isNew: old?["title"] == nil)
    }
    let links = Dictionary(known.items.map { ($0.slug, $0.links) }, uniquingKeysWith: { $1 })
    for item in pack.items {
      let old = try row(item.subject)
      let gone = Set(links[item.slug, default: []].map(\.subject))
        .subtracting(item.links.map(\.subject))
      count(
        [
          Patch.replacing(
            Item.definitionFields, (item.subject, item.fields), in: old)
        ]
          + (try item.links.map { link in
            Patch.replacing(
              Set(link.fields.keys), (link.subject, link.fields), in: try row(link.subject))
          })
          + gone.sorted().map { Patch($0, [Field.removed: .bool(true)]) },
        isNew: old?["title"] == nil)
    }
  }

  private mutating func count(_ patches: [Patch?], isNew: Bool) {
    let patches = patches.compactMap(\.self)
    self.patches += patches
    if patches.isEmpty {
      unchanged += 1
    } else if isNew {
      added += 1
    } else {
      changed += 1
    }
  }
}

extension Patch {
  /// What makes a row, of which something may be left that was removed, that of `new`, and no more.
  package static func replacing(
    _ row: Fields?, with new: (subject: Subject, fields: Fields)
  ) -> Patch {
    .create(
      new.subject,
      Fields.changes(from: (row ?? [:]).filter { $0.key != Field.create }, to: new.fields))
  }

  /// What makes the fields `names` of a row those of `new`; nil where they are so already.
  fileprivate static func replacing(
    _ names: Set<String>, _ new: (subject: Subject, fields: Fields), in row: Fields?
  ) -> Patch? {
    let changes = Fields.changes(
      from: (row ?? [:]).filter { names.contains($0.key) },
      to: new.fields.filter { names.contains($0.key) })
    return row != nil && changes.isEmpty ? nil : .create(new.subject, changes)
  }
}

extension SkillChange {
  /// The fields that a pack gives; whether it is archived is the user's.
  fileprivate static let definitionFields: Set = [
    "title", "why", "plan", "retest", "reason", "position", Field.removed,
  ]

  fileprivate init(definition skill: Skill, position: Int) {
    let hasReason = !(skill.reason.english.isEmpty && skill.reason.chinese.isEmpty)
    self.init(
      slug: skill.slug, title: skill.title, why: skill.why.isEmpty ? nil : skill.why,
      plan: skill.plan, retest: skill.retest, reason: hasReason ? skill.reason : nil,
      position: position)
  }
}

extension Item {
  /// The fields that define an item, beside those that tell what the user made of it.
  fileprivate static let definitionFields: Set = [
    "title", "doneWhen", "hours", "hardware", "check", "evidence", "why", "position",
    "predictFirst", "firstMonth", "unaidedOnly", "retired", "expect", "knownToWork",
    Field.removed,
  ]
}

extension Item {
  /// What it names, in the order in which it does.
  package var links: [ItemLink] {
    prerequisites.enumerated().map {
      ItemLink(.prerequisite, item: slug, target: $1, position: $0 + 1)
    }
      + references.enumerated().map {
        ItemLink(.reference, item: slug, target: $1, position: $0 + 1)
      }
  }
}
