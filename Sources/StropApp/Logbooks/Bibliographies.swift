package import Foundation
package import StropCore
import StropStore

extension Strop {
  /// Whether a file is BibTeX, by how it begins.
  package static func isBibliography(_ data: Data) -> Bool {
    BibTeX.isLikely(String(decoding: data.withoutByteOrderMark.prefix(65_536), as: UTF8.self))
      && !data.holdsZero
  }

  /// Takes up the papers of a BibTeX file, in one batch; each once, in whatever forms the file has it.
  ///
  /// - Throws: `LogbookFailure.noEntries`, and what writing throws.
  package func importBibliography(_ data: Data) throws -> BibliographySummary {
    // Files from before UTF-8 are Latin-1.
    let text =
      String(validating: data, as: UTF8.self)
      ?? String(decoding: data.lazy.map(UInt16.init), as: UTF16.self)
    let file = BibTeX(text)
    guard !file.entries.isEmpty || !file.faults.isEmpty else {
      throw Failure.logbook(.noEntries)
    }
    return try write { transaction in
      let papers = try transaction.reader.papers()
      var keys = Set(papers.map(\.id))
      var works = Set(
        papers.compactMap { paper in paper.title.map { Identity(title: $0, authors: paper.authors) }
        })
      var patches: [Patch] = []
      var known = 0
      var passedOver = file.faults.map { fault in
        BibliographySummary.PassedOver(
          line: fault.line, key: fault.key,
          reason: fault.problem == .unclosed ? .unclosed : .malformed)
      }
      for entry in file.entries {
        switch paper(entry) {
        case .failure(let reason):
          passedOver.append(
            BibliographySummary.PassedOver(line: entry.line, key: entry.key, reason: reason.reason))
        case .success(let paper):
          let isNew = keys.insert(paper.id).inserted
          let isNewWork = works.insert(Identity(title: paper.title ?? "", authors: paper.authors))
            .inserted
          guard isNew, isNewWork else {
            known += 1
            continue
          }
          patches += paper.changes(from: try transaction.reader.one(.paper, paper.id))
        }
      }
      try transaction.append(patches, command: "import")
      return BibliographySummary(
        added: patches.count, known: known, passedOver: passedOver.sorted { $0.line < $1.line })
    }
  }

  /// What is the same paper though its entries name other addresses.
  private struct Identity: Hashable {
    let title: String
    let authors: String

    init(title: String, authors: String?) {
      self.title = title.foldedName.filter { $0.isLetter || $0.isNumber }
      self.authors = (authors ?? "").foldedName.filter { $0.isLetter || $0.isNumber }
    }
  }

  private struct Untaken: Error {
    let reason: BibliographySummary.PassedOver.Reason
  }

  private func paper(_ entry: BibTeX.Entry) -> Result<Paper, Untaken> {
    func plain(_ names: String...) -> String? {
      let value = names.lazy.compactMap { entry.fields[$0] }.first { !$0.trimmed.isEmpty }
      let text = value.map { LaTeX.plain($0).precomposedStringWithCanonicalMapping.trimmed }
      return text.flatMap { $0.isEmpty ? nil : $0 }
    }
    guard let title = plain("title") else { return .failure(Untaken(reason: .noTitle)) }
    let authors = plain("author", "editor")
    guard title.utf8.count <= Strop.titleLimit, (authors ?? "").utf8.count <= Strop.noteLimit else {
      return .failure(Untaken(reason: .tooLong))
    }
    let address = address(entry)
    let year = (entry.fields["year"] ?? entry.fields["date"]).flatMap { Int($0.trimmed.prefix(4)) }
    return .success(
      Paper(
        id: address?.key ?? Paper.key(of: title.foldedName + "\n" + (authors ?? "").foldedName),
        title: title, authors: authors, year: year, url: address?.url, added: moment(on: today)))
  }

  /// The arXiv id of an entry, or else its DOI or address.
  private func address(_ entry: BibTeX.Entry) -> PaperAddress? {
    func field(_ name: String) -> String { (entry.fields[name] ?? "").trimmed }
    func unwrapped(_ text: String) -> String {
      // `\url{https://…}`, and escapes of what a URL may hold.
      let isWrapped = text.hasPrefix("\\url{")
      let inner = isWrapped ? String(text.dropFirst(5).prefix { $0 != "}" }) : text
      return inner.replacing("\\_", with: "_").replacing("\\%", with: "%")
        .replacing("\\&", with: "&").replacing("\\#", with: "#").replacing("\\~", with: "~")
    }
    let eprint = field("eprint")
    let isArxiv = ["archiveprefix", "eprinttype"].allSatisfy {
      field($0).isEmpty || field($0).lowercased() == "arxiv"
    }
    if isArxiv, let paper = PaperAddress(eprint), paper.url == nil { return paper }
    let urls = ["url", "howpublished", "link", "note"].map { unwrapped(field($0)) }
    for text in [field("arxivid"), field("doi")] + urls {
      if let paper = PaperAddress(text), paper.url == nil { return paper }
    }
    // `arXiv preprint arXiv:2305.18290`
    for name in ["journal", "booktitle", "note", "volume", "number"] {
      for word in field(name).split(whereSeparator: { " ,;()[]{}".contains($0) })
      where word.lowercased().hasPrefix("arxiv:") {
        if let paper = PaperAddress(String(word)) { return paper }
      }
    }
    let doi = unwrapped(field("doi")).split(separator: "doi.org/").last.map(String.init) ?? ""
    if doi.hasPrefix("10."), !doi.contains(where: \.isWhitespace),
      let paper = PaperAddress(Reference.doi(doi.lowercased()).url)
    {
      return paper
    }
    return urls.lazy.compactMap { PaperAddress($0) }.first
  }
}
