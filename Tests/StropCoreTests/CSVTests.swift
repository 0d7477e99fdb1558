import StropCore
import TestSupport
import Testing

struct CSVTests {
  private func cells(_ text: String) -> [[String]] { CSV.records(text).map(\.cells) }

  @Test func `cells, quotation marks and line ends are RFC 4180's`() {
    #expect(cells("a,b\r\n\"c,\"\"d\"\"\n\",\n") == [["a", "b"], ["c,\"d\"\n", ""]])
    #expect(cells("a\rb\n\n\nc") == [["a"], ["b"], ["c"]])
    #expect(cells("") == [])
    #expect(cells(",") == [["", ""]])
    #expect(cells("\"\"") == [[""]])
    // As spreadsheets read what is not in the standard.
    #expect(cells("a\"b,\"c\"d,e") == [["a\"b", "cd", "e"]])
  }

  @Test func `a record knows its line, and whether it is closed`() {
    let records = CSV.records("a\r\n\"b\nc\r\nd\re\"\nf,\"g\n")
    #expect(records.map(\.line) == [1, 2, 6])
    #expect(records.map(\.isClosed) == [true, true, false])
    #expect(records.last?.cells == ["f", "g\n"])
  }

  @Test func `what is written is read as it was`() {
    let rows = [
      ["", "a"], ["\"", "\"\""], ["a,b", "c\nd", "e\rf", "g\r\nh"],
      [" x ", "汉字", "😀", "\u{0}\u{1b}"],
      ["\u{2028}", "é"],
    ]
    #expect(cells(rows.map(CSV.line).joined()) == rows)
  }

  @Test func `any bytes of text are read to their end`() {
    var generator = SeededGenerator(seed: 11)
    let alphabet = Array("ab,\"\n\r é")
    for _ in 0..<2_000 {
      let text = String(
        (0..<Int.random(in: 0...40, using: &generator)).map { _ in
          alphabet.randomElement(using: &generator)!
        })
      let records = CSV.records(text)
      #expect(records.allSatisfy { !$0.cells.isEmpty && $0.line >= 1 })
      #expect(!records.dropLast().contains { !$0.isClosed })
      let again = records.map(\.cells).map(CSV.line).joined()
      #expect(cells(again) == records.map(\.cells))
    }
  }
}
