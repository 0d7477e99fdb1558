import Foundation
import StropApp
import StropCore
import TestSupport
import Testing

/// What becomes of a real export in which something was changed: it is refused whole, with its line, or it is
/// taken, and exported again byte for byte.
struct ImportMutationTests {
  private static let now = "2026-11-26T21:00:00+08:00"

  /// The journal of somebody who did one thing of each kind.
  private static func journal() async throws -> String {
    let fixture = try StropFixture()
    let strop = try fixture.strop(at: "2026-11-24T21:00:00+08:00")
    _ = try await strop.checkIn(
      CheckInRequest(
        skill: "papers", minutes: "45", note: "旧 😀 \"quoted\"\n", evidence: ["arxiv:2305.18290"]))
    _ = try strop.addSkip(SkipRequest(skill: "papers", reason: "出差"))
    _ = try strop.undo()
    _ = try await strop.checkIn(CheckInRequest(skill: "debug", minutes: "1h"))
    _ = try strop.configure("language", "zh")
    return withFixedIDs(try strop.export())
  }

  /// The same for the same seed: ids are random, and what becomes of one depends on its characters.
  private static func withFixedIDs(_ journal: String) -> String {
    var fixed: [Substring: String] = [:]
    return journal.replacing(/\b[0-9a-z]{10}\b/) { match in
      guard Identifier.isWhole(String(match.output)) else { return String(match.output) }
      let id = fixed[match.output] ?? Identifier.derived(from: "id \(fixed.count)")
      fixed[match.output] = id
      return id
    }
  }

  /// An empty database, to be copied: making one takes longer than an import.
  private static func empty() throws -> Data {
    let fixture = try StropFixture()
    _ = try Strop.open(
      fixture.environment(at: now), path: fixture.path, .createEmpty)
    return try Data(contentsOf: URL(fileURLWithPath: fixture.path))
  }

  @Test(arguments: 0..<8)
  func `a changed export is refused with its line, or exported again as it is`(
    seed: Int
  ) async throws {
    let journal = try await ImportMutationTests.journal()
    let empty = try ImportMutationTests.empty()
    let fixture = try StropFixture()
    let file = URL(fileURLWithPath: fixture.path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    var mutator = Mutator(seed: seed)
    var (taken, refused) = (0, 0)
    var strop: Strop?
    for _ in 0..<250 {
      if strop == nil {
        try empty.write(to: file)
        strop = try Strop.open(
          fixture.environment(at: ImportMutationTests.now), path: fixture.path, .createEmpty)
      }
      let mutant = mutator.mutate(journal)
      do {
        _ = try strop?.importJournal(mutant)
        #expect(lines(try strop?.export() ?? "") == lines(mutant), "\(Self.shown(mutant))")
        strop = nil
        taken += 1
      } catch Failure.badImport(let error) {
        switch error {
        case .malformed(let line, _), .conflict(let line, _, _):
          #expect((1...40).contains(line), "\(error) \(Self.shown(mutant))")
        case .encoded: break
        }
        #expect(try strop?.export() == "", "\(Self.shown(mutant))")
        refused += 1
      }
    }
    #expect(taken > 10)
    #expect(refused > 100)
  }

  private static func shown(_ journal: Data) -> String { String(decoding: journal, as: UTF8.self) }

  /// Sorted, since one whose clock was changed stands elsewhere; each once; without what JSON does not count.
  private func lines(_ journal: some Sequence<UInt8>) -> [[UInt8]] {
    let blank: Set<UInt8> = [0x20, 0x09, 0x0d]
    let lines = Array(journal).split(separator: UInt8(ascii: "\n")).map { line in
      var isInText = false
      var isEscaped = false
      return line.filter { byte in
        defer { isEscaped = isInText && !isEscaped && byte == UInt8(ascii: "\\") }
        if byte == UInt8(ascii: "\""), !isEscaped { isInText.toggle() }
        return isInText || !blank.contains(byte)
      }
    }
    return Set(lines.filter { !$0.isEmpty }).sorted { $0.lexicographicallyPrecedes($1) }
  }

  private func lines(_ journal: String) -> [[UInt8]] { lines(journal.utf8) }
}

/// Changes one thing: a byte, a piece, or a value of the JSON.
private struct Mutator {
  private var random: SeededGenerator

  init(seed: Int) { random = SeededGenerator(seed: seed) }

  private static let values = [
    "null", "true", "0", "1", "-1", "1.5", "1441", "1e999", "9223372036854775807",
    "92233720368547758070", "\"\"", "\"2026-02-30\"", "\"x\"", "\"\\u0000\"", "\"\\ud800\"", "[]",
    "{}", "{\"a\":1}", "\"旧\"", "\"2026-11-24T13:00:00Z\"", "\"2026-11-24\"", "45",
  ]

  mutating func mutate(_ journal: String) -> Data {
    Data(random.chance(oneIn: 2) ? bytes(Array(journal.utf8)) : values(journal))
  }

  private mutating func bytes(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let at = Int.random(in: bytes.indices, using: &random)
    let end = min(bytes.endIndex, at + Int.random(in: 1...12, using: &random))
    let text = Array("0123456789abcz\"{}[],:.-\n\\ TZ".utf8)
    let byte =
      random.chance(oneIn: 3)
      ? UInt8.random(in: 0...255, using: &random) : text.randomElement(using: &random) ?? 0
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1: bytes[at] = byte
    case 2: bytes.insert(byte, at: at)
    case 3: bytes.remove(at: at)
    case 4: bytes.removeSubrange(at..<end)
    default: bytes.insert(contentsOf: bytes[at..<end], at: at)
    }
    return bytes
  }

  /// Puts another value in the place of one, or another name in the place of a name.
  private mutating func values(_ journal: String) -> [UInt8] {
    let bytes = Array(journal.utf8)
    // What stands between a colon, a comma or a brace and the next of them.
    let marks = Set(":,{}\n".utf8)
    let starts = bytes.indices.filter { marks.contains(bytes[$0]) && $0 + 1 < bytes.endIndex }
    let start = (starts.randomElement(using: &random) ?? 0) + 1
    let end = bytes[start...].firstIndex { marks.contains($0) } ?? bytes.endIndex
    let value = Mutator.values.randomElement(using: &random) ?? ""
    return bytes[..<start] + Array(value.utf8) + bytes[end...]
  }
}
