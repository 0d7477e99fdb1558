import StropCore
import Testing

/// A mark with an accent on it is one character to Swift, and a mark to whatever reads it.
struct EscapingTests {
  @Test(arguments: [
    ("a & b", "a &amp; b", "a &amp; b"), ("<\u{338}b>", "&lt;\u{338}b&gt;", "&lt;\u{338}b&gt;"),
    (
      "\"\u{301}onclick='\u{301}'", "\"\u{301}onclick='\u{301}'",
      "&quot;\u{301}onclick=&#39;\u{301}&#39;"
    ),
    ("你好", "你好", "你好"),
  ])
  func `markup is escaped whatever stands on it`(text: String, markup: String, html: String) {
    #expect(text.escapedForMarkup.utf8.elementsEqual(markup.utf8))
    #expect(text.escapedForHTML.utf8.elementsEqual(html.utf8))
  }

  @Test func `a cell with an accent on its quotation mark reads back`() {
    for cells in [["\"\u{301}a", "b"], ["a\"\u{59b}\r\n"], [""], ["", ""]] {
      #expect(CSV.records(CSV.line(cells)).map(\.cells) == [cells])
    }
  }
}
