/// What a pack holds.
package struct PackContents: Sendable {
  /// Slugs of the user's own skills that it defines.
  package let skills: [String]
  /// Slugs of the items that it defines.
  package let items: [String]
  /// Of all its items that are not withdrawn.
  package let hours: Double

  package init(_ pack: Curriculum) {
    skills = pack.skills.map(\.slug)
    items = pack.items.map(\.slug)
    hours = pack.items.filter { !$0.retired }.map(\.hours).reduce(0, +)
  }

  /// The skills that it defines or adds items to, in its order.
  package var touchedSkills: [String] {
    var seen: Set<String> = []
    return (skills + items.map { String($0.prefix { $0 != "/" }) })
      .filter { seen.insert($0).inserted }
  }
}

/// `strop import --curriculum`.
package struct PackReceipt: Sendable {
  package let contents: PackContents
  /// How many of its skills and items were new, differed from what was there, or did not.
  package let added: Int
  package let changed: Int
  package let unchanged: Int
  /// The first of its own skills that is not in the focus; nil where there is none.
  package let unfocused: String?

  package init(contents: PackContents, changes: PackChanges, unfocused: String?) {
    self.contents = contents
    added = changes.added
    changed = changes.changed
    unchanged = changes.unchanged
    self.unfocused = unfocused
  }
}

/// `strop doctor --curriculum`.
package struct PackCheck: Sendable {
  /// The file, as the user named it.
  package let file: String
  package let contents: PackContents
  /// In the order of their lines; empty where all is well.
  package let problems: [LocatedProblem]

  package init(file: String, contents: PackContents, problems: [LocatedProblem]) {
    self.file = file
    self.contents = contents
    self.problems = problems
  }
}
