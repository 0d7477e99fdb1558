package import StropCore
import StropStore

/// A paper to add, as typed.
package struct PaperRequest: Sendable {
  /// An arXiv id, in any form, or a URL.
  package let address: String
  package let title: String?
  package let skill: String?

  package init(address: String, title: String?, skill: String?) {
    self.address = address
    self.title = title
    self.skill = skill
  }
}

extension Strop {
  /// Takes a paper up.
  ///
  /// - Throws: `Failure`; nothing is recorded then.
  package func addPaper(_ request: PaperRequest) throws -> PaperCard {
    let title = try text(request.title, limit: Strop.titleLimit)
    return try write { transaction in
      let reader = transaction.reader
      let skill = try request.skill.map { try reader.skill(named: $0).slug }
      guard let address = PaperAddress(request.address) else {
        throw Failure.logbook(.badSource(request.address))
      }
      guard try title != nil || reader.paperTitle(address.key) != nil else {
        throw Failure.logbook(.titleMissing(address.typed))
      }
      let old = try reader.one(.paper, address.key)
      if let old, !old.removed, title == nil || title == old.title, skill == nil {
        throw Failure.logbook(
          .paperExists(
            title: try reader.paperTitle(old.id) ?? old.id,
            key: try reader.shortID(old.id, in: .paper)))
      }
      let paper = Paper(
        id: address.key, title: title ?? old?.title, authors: old?.authors, year: old?.year,
        url: address.url, skill: skill ?? old?.skill, added: old?.added ?? moment(on: today))
      try transaction.append(paper.changes(from: old), command: "paper add")
      var card = try card(of: address.key, reader)
      if let former = old?.title, former != paper.title { card.formerTitle = former }
      return card
    }
  }

  /// Records that a paper was read. One of the reading list is taken up by that.
  ///
  /// `pass`: 1 to 3.
  /// - Throws: `Failure`; nothing is recorded then.
  package func readPaper(
    _ name: String, pass: Int?, _ request: WorkRequest
  ) async throws -> Recorded<PaperCard> {
    if let pass, !(1...3).contains(pass) { throw Failure.logbook(.badPass(pass)) }
    let work = try await work(request, of: .papers)
    return try write { transaction in
      let reader = transaction.reader
      let paper = try paper(named: name, reader)
      let reading = Reading(
        id: newID(), paper: paper, pass: pass, moment: work.checkIn.moment,
        checkIn: work.checkIn.id)
      try transaction.append(
        [reading.creation] + takingUp(paper, reader) + patches(work, backedBy: .paper, paper),
        command: "paper read")
      return try recorded(card(of: paper, reader), work, reader)
    }
  }

  /// The user's papers, and those of the reading list that are asked for.
  ///
  /// `skill`: only those that are read for it, all of the reading list's among them.
  package func papers(unread: Bool = false, skill name: String? = nil) throws -> PaperList {
    try read { reader in
      let skill = try name.map { try reader.skill(named: $0).slug }
      let shelf = try Shelf(reader)
      let all = try shelf.lines(reader)
      let asked = all.filter { line in
        (!unread || line.readings.isEmpty) && (skill == nil || line.skill == skill)
      }
      // The whole list would bury the user's own; of all skills, what is core is enough to choose from.
      let shown = asked.filter { line in
        line.added != nil || skill != nil || unread && shelf.isCore(line.key)
      }
      return PaperList(
        papers: shown, moreListed: asked.count - shown.count,
        isFiltered: unread || skill != nil, zone: zone, today: today)
    }
  }

  /// The user's papers, then the whole reading list: what a shell offers.
  package func everyPaper() throws -> [PaperLine] { try read { try Shelf($0).lines($0) } }

  /// A paper with its readings and judgements.
  ///
  /// - Throws: `LogbookFailure.unknownPaper`, `.ambiguousEntry`; `Failure.ambiguousID`.
  package func paper(_ name: String) throws -> PaperCard {
    try read { reader in try card(of: paper(named: name, reader), reader) }
  }

  /// What takes a paper up that is only on the reading list.
  func takingUp(_ key: String, _ reader: Reader) throws -> [Patch] {
    let old = try reader.one(.paper, key)
    guard old?.removed ?? true else { return [] }
    var paper = old ?? Paper(id: key, title: nil, added: moment(on: today))
    paper.removed = false
    return paper.changes(from: old)
  }

  /// The key of the paper that the user means: by its arXiv id or URL, the beginning of its id, or a part of its title.
  func paper(named name: String, _ reader: Reader) throws -> String {
    if let address = PaperAddress(name) {
      let own = try reader.one(.paper, address.key)
      if own.map({ !$0.removed }) ?? false { return address.key }
      guard try reader.listedPaper(address.key) != nil else {
        throw Failure.logbook(.unknownPaper(name, address: address.typed))
      }
      return address.key
    }
    let lines = try Shelf(reader).titles()
    guard let key = try reader.key(name, of: .paper, among: [lines.own, lines.listed]) else {
      throw Failure.logbook(.unknownPaper(name, address: nil))
    }
    return key
  }

  /// What a paper is called; its key where nobody says.
  func paperTitle(_ key: String, _ reader: Reader) throws -> String {
    try reader.paperTitle(key) ?? reader.one(.paper, key)?.url ?? key
  }

  func card(of key: String, _ reader: Reader) throws -> PaperCard {
    let own = try reader.one(.paper, key)
    let listed = try reader.listedPaper(key)
    let readings = try reader.readings(of: key)
    let judgements = try reader.judgements(of: key)
    let line = try Shelf.line(
      key, own.flatMap { $0.removed ? nil : $0 }, listed, readings, judgements, reader)
    let steps = try readings.map { try reader.step($0, checkIn: $0.checkIn) }
    let otherTitle = listed.flatMap { listed in
      own?.title.flatMap { $0.foldedName == listed.title.foldedName ? nil : listed.title }
    }
    return PaperCard(
      line: line, otherTitle: otherTitle, steps: steps,
      judgements: try judgements.map { try self.line(of: $0, reader) }, zone: zone, today: today)
  }
}

/// An arXiv id or a URL, as the user typed it.
struct PaperAddress {
  let key: String
  /// Nil where the key is an arXiv id.
  let url: String?

  /// Nil for what is neither.
  init?(_ text: String) {
    let trimmed = text.trimmed
    if let arxiv = ArxivID.parse(trimmed) {
      key = arxiv
      url = nil
    } else if Strop.isURL(trimmed) {
      url = trimmed
      key = Paper.key(of: PaperAddress.plain(trimmed))
    } else {
      return nil
    }
  }

  /// As one types it.
  var typed: String { url ?? key }

  /// Without what tells no page from another: the scheme, `www.`, a fragment, a slash at the end, capitals of the host.
  private static func plain(_ url: String) -> String {
    var rest = url.drop { $0 != "/" }.drop { $0 == "/" }.prefix { $0 != "#" }
    while rest.hasSuffix("/") { rest = rest.dropLast() }
    var host = rest.prefix { $0 != "/" }.lowercased()
    let path = rest.drop { $0 != "/" }
    if host.hasPrefix("www.") { host.removeFirst(4) }
    return host + path
  }
}

/// All papers there are, the user's and the reading list's, with what became of them.
private struct Shelf {
  private let own: [Paper]
  private let listed: [ListedPaper]
  private let readings: [String: [Reading]]
  private let judgements: [String: [Judgement]]
  private let core: Set<String>

  init(_ reader: Reader) throws {
    own = try reader.papers()
    listed = try reader.readingList()
    readings = Dictionary(grouping: try reader.readings(), by: \.paper)
    judgements = Dictionary(grouping: try reader.judgements(), by: \.paper)
    core = Set(listed.filter(\.core).map(\.arxiv))
  }

  /// Whether the reading list says that nobody should pass it over.
  func isCore(_ key: String) -> Bool { core.contains(key) }

  /// What papers are called: the user's, and those that are only on the reading list.
  func titles() -> (own: [(key: String, text: String)], listed: [(key: String, text: String)]) {
    let taken = Set(own.map(\.id))
    let byKey = listedByKey
    return (
      own.map { ($0.id, $0.title ?? byKey[$0.id]?.title ?? $0.id) },
      listed.filter { !taken.contains($0.arxiv) }.map { ($0.arxiv, $0.title) }
    )
  }

  private var listedByKey: [String: ListedPaper] {
    Dictionary(listed.map { ($0.arxiv, $0) }, uniquingKeysWith: { $1 })
  }

  func lines(_ reader: Reader) throws -> [PaperLine] {
    let listedByKey = listedByKey
    let taken = Set(own.map(\.id))
    return try own.map { paper in
      try Shelf.line(
        paper.id, paper, listedByKey[paper.id], readings[paper.id] ?? [],
        judgements[paper.id] ?? [], reader)
    }
      + listed.filter { !taken.contains($0.arxiv) }.map { paper in
        try Shelf.line(
          paper.arxiv, nil, paper, readings[paper.arxiv] ?? [], judgements[paper.arxiv] ?? [],
          reader)
      }
  }

  static func line(
    _ key: String, _ own: Paper?, _ listed: ListedPaper?, _ readings: [Reading],
    _ judgements: [Judgement], _ reader: Reader
  ) throws -> PaperLine {
    let isArxiv = ArxivID.parse(key) == key
    return PaperLine(
      key: key, shortID: try reader.shortID(key, in: .paper),
      title: own?.title ?? listed?.title ?? own?.url ?? key, authors: own?.authors, year: own?.year,
      url: isArxiv ? Reference.arxiv(key).url : own?.url ?? "",
      skill: own?.skill ?? listed?.skill, added: own?.added, isListed: listed != nil,
      readings: readings, judgements: judgements)
  }
}
