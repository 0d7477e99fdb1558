import StropCore
import Yams

/// The documents of a YAML file.
struct YAMLStream {
  private let bytes: [UInt8]

  /// A byte order mark is passed over: the parser would take it for text.
  init(_ bytes: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    self.bytes = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
  }

  /// Gives the root of each document to `body`, up to the first thing that is no YAML.
  ///
  /// `limit`: how many documents are read.
  /// - Returns: what ended it early.
  func eachRoot(limit: Int, _ body: (Node) -> Void) -> LocatedProblem? {
    guard bytes.count <= CurriculumFile.sizeLimit else {
      return LocatedProblem(line: 1, kind: .tooLarge(limit: CurriculumFile.sizeLimit))
    }
    if let index = bytes.firstIndex(of: 0) {
      return LocatedProblem(line: line(of: index), kind: .notText)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return LocatedProblem(line: firstInvalidLine, kind: .notUTF8)
    }
    if let alias = firstAlias { return alias }
    var count = 0
    do {
      // Without the resolver's regular expressions: what a scalar is depends on where it stands.
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      while let root = try parser.nextRoot() {
        guard count < limit else {
          return LocatedProblem(line: root.mark?.line ?? 1, kind: .tooMany(limit: limit))
        }
        count += 1
        body(root)
      }
    } catch let error as YamlError {
      return problem(error, in: text)
    } catch {
      return LocatedProblem(line: 1, kind: .syntax("\(error)"))
    }
    return count == 0 ? LocatedProblem(line: 1, kind: .empty) : nil
  }

  private func line(of index: Int) -> Int {
    1 + bytes[..<index].count { $0 == UInt8(ascii: "\n") }
  }

  private var firstInvalidLine: Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return 1 + (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0)
  }

  private func problem(_ error: YamlError, in text: String) -> LocatedProblem {
    switch error {
    case .reader(let problem, let offset, _, _):
      let line = 1 + text.prefix(offset ?? 0).count(where: \.isNewline)
      let isControl = problem.hasPrefix("control characters")
      return LocatedProblem(line: line, kind: isControl ? .notText : .syntax(problem))
    case .scanner(let context?, let problem, _, _) where context.text.contains("quoted scalar"):
      // Where the quotation mark stands, not the end of the file that it swallowed.
      return LocatedProblem(
        line: context.mark.line, kind: .syntax("\(context.text), \(problem)"))
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      let indent = lines.dropFirst(mark.line - 1).first?.prefix(while: \.isWhitespace) ?? ""
      return LocatedProblem(
        line: mark.line, kind: indent.contains("\t") ? .tab : .syntax(problem))
    case .duplicatedKeysInMapping(let keys, let context):
      return LocatedProblem(
        line: context.mark.line, kind: .repeatedKey(String((keys.first ?? "").prefix(64))))
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      return LocatedProblem(line: 1, kind: .syntax("\(error)"))
    }
  }
}

// Aliases.
extension YAMLStream {
  /// The first `*name` that stands where YAML has a value, of a name that some `&name` gives.
  ///
  /// Found before parsing: the parser compares keys, and a few aliases make a key that takes for
  /// ever. Prose is hardly ever mistaken for one: it would have to hold both.
  private var firstAlias: LocatedProblem? {
    guard bytes.contains(UInt8(ascii: "*")), bytes.contains(UInt8(ascii: "&")) else { return nil }
    var anchors: Set<ArraySlice<UInt8>> = []
    var aliases: [(name: ArraySlice<UInt8>, index: Int)] = []
    // The last byte on this line that was no blank; nil at its start.
    var before: UInt8?
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0x85, 0xA8, 0xA9, 0xBF:
        // The last four end the other line breaks of YAML, and its byte order mark.
        before = nil
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      case UInt8(ascii: "&"):
        anchors.insert(name(at: index + 1))
        before = byte
      case UInt8(ascii: "*"):
        if before.map(Array("-:?[{,".utf8).contains) ?? true {
          aliases.append((name(at: index + 1), index))
        }
        before = byte
      default: before = byte
      }
    }
    return aliases.first { !$0.name.isEmpty && anchors.contains($0.name) }.map { alias in
      LocatedProblem(
        line: line(of: alias.index),
        kind: .alias(String(decoding: alias.name.prefix(64), as: UTF8.self)))
    }
  }

  private func name(at index: Int) -> ArraySlice<UInt8> {
    bytes[index...].prefix { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
  }
}
