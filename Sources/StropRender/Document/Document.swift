import StropCore

/// A page for others to read: what it says, before it is text, Markdown or HTML.
struct Document: Sendable {
  enum Block: Sendable {
    /// `level`: 1 for the title, 2 for a part, 3 within one.
    case heading(String, level: Int)
    case paragraph(Inline)
    case table(Table)
    case entry(Entry)
    case facts([Fact])
    /// In their order, numbered.
    case steps([Inline])
  }

  /// A line of text, parts of which lead to the web.
  struct Inline: Sendable, ExpressibleByStringLiteral {
    struct Span: Sendable {
      let text: String
      let link: WebLink?
    }

    private(set) var spans: [Span]

    /// Sanitizes the text: no character of it moves a cursor or begins another line.
    init(_ text: String, url: String? = nil) {
      spans = text.isEmpty ? [] : [Span(text: text.sanitized, link: url.flatMap(WebLink.init))]
    }

    init(stringLiteral text: String) { self.init(text) }

    static func + (left: Inline, right: Inline) -> Inline {
      var both = left
      both.spans += right.spans
      return both
    }

    var plain: String { spans.map(\.text).joined() }
    var isEmpty: Bool { spans.isEmpty }
  }

  struct Table: Sendable {
    struct Column: Sendable {
      let label: String
      var alignment = TextAlignment.left
      /// How narrow it may get in text, once every column that can be left out is; nil where it is never cut.
      var minimum: Int?
      /// In text the lowest is left out first; nil where it stays.
      var drops: Int?
      /// Whether in text it stands on a line of its own, below the row: what must not be cut.
      var isBelow = false
    }

    let columns: [Column]
    let rows: [[Inline]]
  }

  struct Fact: Sendable {
    let label: String
    /// One paragraph each; at least one.
    let lines: [Inline]
  }

  /// Something done, with what is to be said of it.
  struct Entry: Sendable {
    let name: Inline
    /// How it came out and how well it is backed.
    let mark: String
    let isVerified: Bool
    let facts: [Fact]
  }

  let language: Language
  let title: String
  let blocks: [Block]
}
