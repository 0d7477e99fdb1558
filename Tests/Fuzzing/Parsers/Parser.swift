import Foundation
import StropCore
import StropRender

/// What reads texts that come from outside, by the names of their corpora.
///
/// None of them may trap, whatever the bytes; and what each has read must keep what it promises.
package enum Parser: String, CaseIterable, Sendable {
  case days, minutes, rules, names, packs, bibtex, csv, table, journal, now, evidence, metrics,
    crontab, secrets, texts

  /// A promise that was not kept.
  package struct Violation: Error, CustomStringConvertible {
    package let description: String
  }

  /// Lets the parser read `bytes`; those that are no UTF-8 are replaced where it takes text.
  ///
  /// - Throws: `Violation`.
  package func read(_ bytes: [UInt8]) async throws {
    let text = String(decoding: bytes, as: UTF8.self)
    switch self {
    case .days: try Parser.readDay(text)
    case .minutes: try Parser.readMinutes(text)
    case .rules: try Parser.readRule(text)
    case .now: try Parser.readInstant(text)
    case .bibtex: try Parser.readBibTeX(text)
    case .csv: try Parser.readCSV(text)
    case .secrets: try Parser.readSecrets(text)
    case .texts: try Parser.readText(text)
    case .crontab: try Parser.readCrontab(text)
    case .packs: try Parser.readPack(bytes)
    case .names: try Parser.readName(text)
    case .evidence: try await Parser.readEvidence(text)
    case .table: try await Parser.readTable(bytes)
    case .metrics: try Parser.readMetrics(bytes)
    case .journal: try Parser.readJournal(text)
    }
  }

  /// Reads `bytes` for a fuzzer, which wants its answer on its own thread, and a trap where something is wrong.
  package func readOrTrap(_ bytes: [UInt8]) {
    let isDone = DispatchSemaphore(value: 0)
    Task.detached {
      do {
        try await read(bytes)
      } catch {
        fatalError("\(error)")
      }
      isDone.signal()
    }
    isDone.wait()
  }

  /// - Throws: `Violation` where `isKept` is false.
  static func expect(_ isKept: Bool, _ promise: @autoclosure () -> String) throws {
    if !isKept { throw Violation(description: promise()) }
  }

  /// A Thursday.
  private static let today = Day(iso: "2026-11-26") ?? .first

  private static func readDay(_ text: String) throws {
    for reading in [DayPhrase.WeekdayReading.latest, .earliest] {
      guard let day = DayPhrase.parse(text, today: today, weekday: reading) else { continue }
      try expect(Day(iso: day.iso) == day, "\(day.iso) does not read back")
    }
    for unit in Period.Unit.allCases {
      guard let period = Period.parse(text, preferring: unit, today: today) else { continue }
      try expect(
        Period.parse(period.written, preferring: unit, today: today)?.days == period.days,
        "\(period.written) does not read back")
      _ = period.earlier(by: 1)
    }
  }

  private static func readMinutes(_ text: String) throws {
    if let minutes = Minutes.parse(text) {
      try expect(Minutes.parse("\(minutes)") == minutes, "\(minutes) minutes do not read back")
    }
    if let number = Number.parse(text) {
      try expect(Number.parse("\(number)") == number, "\(number) does not read back")
    }
  }

  private static func readRule(_ text: String) throws {
    guard let rule = try? Rule.parse(text, from: today) else { return }
    try expect(Rule(rule.text) == rule, "\(rule.text) does not read back")
    let moment = CivilDateTime(day: today, time: .standardDayStart)
    guard let next = rule.next(after: moment) else { return }
    try expect(next > moment, "\(next.text) is not after \(moment.text)")
    try expect(rule.latest(upTo: next) == next, "\(next.text) is not the latest up to itself")
  }

  private static func readInstant(_ text: String) throws {
    if let instant = Instant(rfc3339: text) {
      try expect(Instant(rfc3339: instant.utc) == instant, "\(instant.utc) does not read back")
    }
    if let moment = CivilDateTime(text) {
      try expect(
        CivilDateTime(moment.text) == moment.wholeMinute, "\(moment.text) does not read back")
    }
  }

  private static func readBibTeX(_ text: String) throws {
    _ = BibTeX.isLikely(text)
    let bibliography = BibTeX(text)
    let lines = text.unicodeScalars.count { $0 == "\n" || $0 == "\r" } + 1
    for line in bibliography.entries.map(\.line) + bibliography.faults.map(\.line) {
      try expect((1...lines).contains(line), "line \(line) of \(lines)")
    }
    for field in bibliography.entries.flatMap(\.fields.values) { _ = LaTeX.plain(field) }
  }

  private static func readCSV(_ text: String) throws {
    let records = CSV.records(text).filter { $0.isClosed }
    let written = records.map { CSV.line($0.cells) }.joined()
    try expect(
      CSV.records(written).map(\.cells) == records.map(\.cells), "a record does not read back")
  }

  private static func readSecrets(_ text: String) throws {
    let secret = "0123456789abcdef"
    let masked = SecretMask.masked(text + "\nTOKEN=" + secret, known: [secret])
    try expect(!masked.contains(secret), "the secret is there")
  }

  private static func readText(_ text: String) throws {
    let shown = text.sanitized
    try expect(
      !shown.unicodeScalars.contains(where: \.isTerminalControl), "it can steer a terminal")
    try expect(shown.sanitized == shown, "what is shown changes again")
    let markup = text.escapedForHTML.unicodeScalars
    try expect(!markup.contains { "<>\"'".unicodeScalars.contains($0) }, "it can become markup")
    let written = JSON.object([("text", .string(text))]).compact
    let read = try JSONDecoder().decode([String: String].self, from: Data(written.utf8))
    try expect(read["text"] == text, "JSON does not read back")
  }
}
