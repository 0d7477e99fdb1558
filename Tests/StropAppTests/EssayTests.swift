import Seeds
import StropCore
import StropRender
import Testing

struct EssayTests {
  @Test func `every quotation that is not English has a translation, marked as one`() throws {
    let curriculum = try Seeds.curriculum()
    let quotes = Set(curriculum.skills.map(\.why) + curriculum.items.map(\.why))
    let english = PhraseBook(language: .english)
    for quote in quotes where !quote.allSatisfy(\.isASCII) {
      #expect(
        english.translation(ofQuote: quote)?.hasPrefix("translated: “") == true, "\(quote)")
    }
    #expect(english.translation(ofQuote: "my own reason") == nil)
    #expect(PhraseBook(language: .chinese).translation(ofQuote: "debug 代码的能力") == nil)
  }
}
