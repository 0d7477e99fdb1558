import Foundation
import StropApp
import StropCore
import Testing
import TestSupport

/// A library of 2,000 entries, as ten years of exports leave it.
struct BibliographyTests {
  private struct Library {
    var text = "% An export\n@string{arxiv = {CoRR}}\n"
    /// Titles that are to be there, once each, in the order of the file.
    var titles: [String] = []
    var known = 0
    var broken: [String] = []
  }

  private static let names = [
    ("M{\\\"u}ller, J{\\'e}r{\\^o}me", "Müller, Jérôme"), ("Erd\\H{o}s, P{\\'a}l", "Erdős, Pál"),
    ("{\\O}rsted and Dvo{\\v r}{\\'a}k", "Ørsted and Dvořák"), ("李, 伟", "李, 伟"),
  ]

  private static func library(_ count: Int) -> Library {
    var random = SeededGenerator(seed: 21)
    var library = Library()
    for index in 0..<count {
      let key = "key\(index)"
      let (typed, _) = names[index % names.count]
      let title = "{MoE} routing {\\'a} la carte \(index)"
      func add(_ fields: String) {
        library.text += "@article{\(key),\n  author = {\(typed)}, \(fields)\n"
      }
      switch Int.random(in: 0..<20, using: &random) {
      case 0:
        add("title = {\(title) never closed, year = 2020")
        library.broken.append(key)
      case 1:
        add("year = 2021}")
        library.broken.append(key)
      case 2:
        add("title = {\(title)}, year = {2021} }, }")
        library.titles.append("MoE routing á la carte \(index)")
      case 3 where !library.titles.isEmpty:
        // The same paper again, under another key and another form of its address.
        library.text +=
          "@misc{\(key), title = {Another name}, howpublished = {\\url{https://arxiv.org/pdf/2401.00000v2}}}\n"
        library.known += 1
      default:
        let address = [
          "eprint = {24\(10 + index % 3).\(10_000 + index)}, archivePrefix = {arXiv}",
          "doi = {10.1145/\(index)}", "url = {https://example.org/\\~li/\(index)}",
          "journal = arxiv",
        ][index % 4]
        add("title = \"\(title)\",\n  \(address), year = 20\(10 + index % 15)\n}")
        library.titles.append("MoE routing á la carte \(index)")
      }
    }
    return library
  }

  @Test func `2,000 entries come in without loss, and nothing twice`() throws {
    var library = BibliographyTests.library(2_000)
    // The first of those that are the same paper is the one that stays.
    library.known -= 1
    library.titles.append("Another name")
    let fixture = try StropFixture()
    let strop = try fixture.strop(at: "2026-11-23T21:00:00+08:00")
    let summary = try strop.importBibliography(Data(library.text.utf8))
    #expect(summary.added == library.titles.count)
    #expect(summary.known == library.known)
    #expect(summary.passedOver.map { $0.key ?? "" } == library.broken)
    let papers = try strop.papers().papers
    #expect(Set(papers.map(\.title)) == Set(library.titles))
    #expect(papers.count == library.titles.count)
    let authors = Set(papers.compactMap(\.authors))
    #expect(authors == Set(BibliographyTests.names.map(\.1)))
    let again = try strop.importBibliography(Data(library.text.utf8))
    #expect(again.added == 0)
    #expect(again.known == summary.added + summary.known)
    let undone = try strop.undo()
    #expect(undone.effects.count == library.titles.count)
    #expect(try strop.papers().papers.isEmpty)
  }

  @Test func `a file from before UTF-8 keeps its letters, one without entries is refused`() throws {
    let fixture = try StropFixture()
    let strop = try fixture.strop(at: "2026-11-23T21:00:00+08:00")
    let latin = Data("@misc{a, title = {Über }}".unicodeScalars.map { UInt8($0.value) })
    #expect(try strop.importBibliography(latin).added == 1)
    #expect(try strop.papers().papers.map(\.title) == ["Über"])
    #expect(throws: Failure.self) { try strop.importBibliography(Data("% nothing".utf8)) }
  }
}
