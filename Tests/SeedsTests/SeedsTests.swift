import Foundation
import Seeds
import StropCore
import Testing

struct SeedsTests {
  @Test func `what ships can be read, and breaks no rule`() throws {
    let curriculum = try Seeds.curriculum()
    #expect(curriculum.problems() == [])
    #expect(curriculum.skills.map(\.position) == Array(1...curriculum.skills.count))
  }

  @Test func `the sample packs fit beside what ships`() throws {
    let packs = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/packs").standardized
    let files = try FileManager.default.contentsOfDirectory(atPath: packs.path)
    #expect(!files.isEmpty)
    let known = try Seeds.curriculum()
    for name in files {
      let file = CurriculumFile(pack: Array(try Data(contentsOf: packs.appending(path: name))))
      #expect(file.problems(beside: known) == [], "\(name)")
      let papers = Set(known.papers.map(\.arxiv))
      for reference in file.curriculum.items.flatMap(\.references) {
        if case .arxiv(let id) = Reference(reference) { #expect(papers.contains(id), "\(id)") }
      }
    }
  }
}
