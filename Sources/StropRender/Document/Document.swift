import StropCore

/// A page for others to read: what it says, before it is text, Markdown or HTML.
struct Document: Sendable {
  enum Block: Sendable {
    /// `level`: 1 for the title, 2 for a part, 3 within one.
    case heading(String, level: Int)
    case paragraph(Inline)
    case table(Table)
    case entry(Entry)
    /// `folded`: how many of the first a page shows only when asked for, since they are many.
    case facts([Fact], folded: Int = 0)
    /// In their order, numbered.
    case steps([Inline])
    /// Charts, beside each other where there is room.
    case figures([Figure])
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

  /// A chart, with what it shows in words and in numbers.
  struct Figure: Sendable {
    /// Of its title, as a heading.
    static let level = 3

    let title: String
    let description: String
    /// How the drawings are read, where they are.
    var reading = ""
    /// None where there is nothing to draw: the description says what would fill it.
    var drawings: [Drawing] = []
    var legend: [(look: Drawing.Look, label: String)] = []
    var table: Table?
    /// Whether text and Markdown do without its table.
    var isOnlyDrawn = false
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
