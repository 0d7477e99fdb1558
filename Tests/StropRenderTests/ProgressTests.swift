import StropCore
import StropRender
import Testing

struct ProgressTests {
  private func line(
    _ work: WorkProgress.Work, _ done: Int64, of total: Int64, columns: Int = 80,
    _ language: Language = .english, _ glyphs: Glyphs = .unicode
  ) -> String {
    TextRenderer(language: language, columns: columns, color: false, glyphs: glyphs)
      .progress(WorkProgress(work, done, of: total))
  }

  @Test func `what, how far, of how much`() {
    #expect(
      line(.readingJournal, 36_990_000, of: 73_987_696)
        == "reading the journal  █████████···········  49%  37.0 MB / 74.0 MB")
    #expect(
      line(.verifying, 12, of: 4_000, .chinese) == "核对证据  ····················   0%  12 / 4000")
    #expect(
      line(.folding, 9, of: 10, .english, .ascii)
        == "rebuilding from the journal  ##################..  90%")
    #expect(line(.checking, 0, of: 129_531_904) == "checking the database  129.5 MB")
    #expect(
      line(.copying, 8, of: 8).hasSuffix("  ████████████████████ 100%  8 bytes / 8 bytes"))
  }

  @Test(arguments: [40, 50, 80], [Language.english, .chinese])
  func `no line reaches the last column`(columns: Int, language: Language) {
    let path = "/data/" + String(repeating: "检查点\u{1b}[31m", count: 30) + ".ckpt"
    let works: [WorkProgress.Work] = [
      .readingJournal, .folding, .copying, .checking, .verifying, .reading(path: path),
    ]
    for work in works {
      let line = line(work, 123_456_789_012, of: 987_654_321_098, columns: columns, language)
      #expect(line.displayWidth < columns, "\(line)")
      #expect(!line.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }
  }
}
