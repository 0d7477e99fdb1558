/// One thing wrong with a curriculum.
package struct CurriculumProblem: Hashable, Sendable {
  /// The slug of the skill or item, or the paper's arXiv id.
  package let subject: String
  /// The part of it, as its YAML names it: `title.zh`, `prerequisites[1]`; empty for all of it.
  package let field: String
  package let kind: Kind

  package init(_ subject: String, _ field: String = "", _ kind: Kind) {
    self.subject = subject
    self.field = field
    self.kind = kind
  }

  /// What is wrong. StropRender has the sentences.
  package enum Kind: Hashable, Sendable {
    // How it is written.
    /// What the YAML parser says, in English.
    case syntax(String)
    /// Nothing in it.
    case empty
    /// A file of more bytes than are read.
    case tooLarge(limit: Int)
    case notUTF8
    /// A NUL byte, or a control character outside a quoted text.
    case notText
    /// A tab where YAML wants spaces.
    case tab
    /// A value that is written once and meant twice: `*name`.
    case alias(String)
    /// A YAML tag such as `!!binary`.
    case tag(String)
    case repeatedKey(String)
    case unknownKey(nearest: String?)
    case missing
    case wrongShape(Shape)
    /// None of the words that may stand here.
    case unknownWord([String])
    /// More elements than fit.
    case tooMany(limit: Int)
    /// In a pack: what only the definition of an own skill has.
    case onlyInOwnSkill
    /// In a pack: plans are the user's.
    case focusInPack

    // What it says.
    case blank
    case tooLong(limit: Int)
    /// A text with characters that would move a cursor or turn a line round.
    case controlCharacter
    /// Outside the values that it may have.
    case outOfRange(ClosedRange<Double>)
    case notASlug
    /// In the shipped curriculum: slugs that begin with `my-` are the users'.
    case usersSlug
    /// In a pack: what the user adds to a shipped skill begins with `my-`.
    case shippedSlug
    case repeated
    case unknownSkill
    case unknownPrerequisite(String)
    /// An item that waits for itself, directly or by others.
    case circle
    case badReference(String)
    /// An arXiv id that the reading list does not name.
    case unlistedPaper(String)
    case notArxiv
    /// A month that the paper's id contradicts.
    case wrongMonth
  }

  /// What a value should have been.
  package enum Shape: Hashable, Sendable {
    case text
    /// A text in each language.
    case texts
    case integer
    case number
    case boolean
    case list
    case mapping
  }
}

/// A problem with its place in a file.
package struct LocatedProblem: Hashable, Sendable {
  /// From 1.
  package let line: Int
  /// From the top of its document, `items[2].done-when.zh`; empty for all of it.
  package let field: String
  package let kind: CurriculumProblem.Kind

  package init(line: Int, field: String = "", kind: CurriculumProblem.Kind) {
    self.line = line
    self.field = field
    self.kind = kind
  }
}
