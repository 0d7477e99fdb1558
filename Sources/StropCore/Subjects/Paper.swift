/// A paper that the user took up (论文): subject `paper/KEY`. What is on the reading list alone is a `ListedPaper`.
///
/// The key is the arXiv id, or else made of the address or the title, so that the same paper is the same subject on
/// every machine.
package struct Paper: IdentifiedRecord {
  package static let type = "paper"
  package static let name = LocalizedText(english: "paper", chinese: "论文")
  package static let labels = [
    "at": LocalizedText(english: "added", chinese: "加入时间"),
    "day": LocalizedText(english: "day", chinese: "加入日期"),
    "authors": LocalizedText(english: "authors", chinese: "作者"),
    "year": LocalizedText(english: "year", chinese: "年份"),
    "url": LocalizedText(english: "address", chinese: "地址"),
  ]
  package static let listing = "strop paper list"
  package static func editing(_ id: String) -> String? { nil }
  package static func showing(_ id: String) -> String? { "strop paper show \(id)" }

  package let id: String
  /// Nil where the reading list has it.
  package let title: String?
  package let authors: String?
  package let year: Int?
  /// Nil where the key is its arXiv id.
  package let url: String?
  package let skill: String?
  /// When it was added.
  package let added: Moment
  package var removed: Bool

  package init(
    id: String, title: String?, authors: String? = nil, year: Int? = nil, url: String? = nil,
    skill: String? = nil, added: Moment, removed: Bool = false
  ) {
    self.id = id
    self.title = title
    self.authors = authors
    self.year = year
    self.url = url
    self.skill = skill
    self.added = added
    self.removed = removed
  }

  package init?(id: String, row: Fields) {
    guard let added = row["when"].flatMap(Moment.init) else { return nil }
    self.init(
      id: id, title: row["title"]?.text, authors: row["authors"]?.text, year: row["year"]?.integer,
      url: row["url"]?.text, skill: row["skill"]?.text, added: added,
      removed: row[Field.removed]?.bool == true)
  }

  package var fields: Fields {
    [
      "title": .optional(title), "authors": .optional(authors), "year": .optional(year),
      "url": .optional(url), "skill": .optional(skill), "when": added.value,
      Field.removed: .flag(removed),
    ].withoutNulls
  }

  /// The key of what goes by an address or a title, and by no arXiv id.
  package static func key(of text: String) -> String { Identifier.derived(from: text) }
}
