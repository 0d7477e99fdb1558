import Foundation
import Fuzzing
import Testing

/// Reads again what fuzzing found worth keeping (`scripts/fuzz`).
struct FuzzingTests {
  private static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fuzzing/Corpus")

  @Test(arguments: Parser.allCases)
  func `each text of the corpus is read or refused`(parser: Parser) async throws {
    let directory = FuzzingTests.corpus.appending(path: parser.rawValue)
    let files = try FileManager.default.contentsOfDirectory(
      at: directory, includingPropertiesForKeys: nil)
    #expect(!files.isEmpty)
    for file in files {
      do {
        try await parser.read(Array(Data(contentsOf: file)))
      } catch {
        Issue.record("\(file.lastPathComponent): \(error)")
      }
    }
  }
}
