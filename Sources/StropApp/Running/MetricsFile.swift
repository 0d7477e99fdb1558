import Foundation
import StropCore

/// A file of JSON lines into which a run writes what it measures: `{"step": 100, "loss": 0.31}`.
///
/// Remembered before the run, since such a file is often written to by one run after another.
package struct MetricsFile: Sendable {
  private let path: String
  /// In bytes; nil where there was no file.
  private let sizeBefore: Int?
  private let endBefore: Data

  /// How many metrics are kept of a run.
  package static let limit = 100
  /// The longest name, in UTF-8 bytes.
  private static let nameLimit = 200
  /// What is read, in bytes: the newest of it.
  private static let window = 256 << 20
  /// How much of what stood before is compared, in bytes.
  private static let compared = 4 << 10

  package init(path: String) {
    self.path = path
    guard let file = FileHandle(forReadingAtPath: path) else {
      sizeBefore = nil
      endBefore = Data()
      return
    }
    defer { try? file.close() }
    let size = Int((try? file.seekToEnd()) ?? 0)
    sizeBefore = size
    endBefore = MetricsFile.read(file, from: max(0, size - MetricsFile.compared), to: size)
  }

  /// What a run wrote into it: the last value of each metric, by name; nil where it wrote nothing.
  ///
  /// A line that is no JSON object is passed over: the last one can be torn.
  package func read() -> [(name: String, number: Double)]? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    let size = Int((try? file.seekToEnd()) ?? 0)
    let isAppended =
      MetricsFile.read(
        file, from: (sizeBefore ?? 0) - endBefore.count, to: sizeBefore ?? 0) == endBefore
    var offset = isAppended ? sizeBefore ?? 0 : 0
    guard offset < size else { return nil }
    offset = max(offset, size - MetricsFile.window)
    guard (try? file.seek(toOffset: UInt64(offset))) != nil else { return nil }
    var metrics = Metrics()
    var rest = Data()
    while let chunk = try? file.read(upToCount: 1 << 20), !chunk.isEmpty {
      rest += chunk
      guard let end = rest.lastIndex(of: UInt8(ascii: "\n")) else {
        if rest.count > 16 << 20 { rest = Data() }
        continue
      }
      for line in rest[..<end].split(separator: UInt8(ascii: "\n")) { metrics.take(line) }
      rest = Data(rest[rest.index(after: end)...])
    }
    metrics.take(rest)
    return metrics.sorted
  }

  /// The number under a name in a line of JSON.
  static func number(_ name: String, in line: [UInt8]) -> Double? {
    var metrics = Metrics()
    metrics.take(Data(line))
    return metrics.numbers[name]
  }

  private static func read(_ file: FileHandle, from start: Int, to end: Int) -> Data {
    guard end > start, (try? file.seek(toOffset: UInt64(start))) != nil else { return Data() }
    return (try? file.read(upToCount: end - start)) ?? Data()
  }

  private struct Metrics {
    private(set) var numbers: [String: Double] = [:]
    private let decoder = MetricsFile.decoder

    mutating func take(_ line: Data) {
      guard case .object(let object) = try? decoder.decode(Node.self, from: line.quotingNonNumbers)
      else { return }
      take(object, "")
    }

    private mutating func take(_ object: [String: Node], _ prefix: String) {
      for (name, node) in object {
        let name = prefix + name
        switch node {
        case .object(let inner): take(inner, name + ".")
        case .number(let number):
          if !name.isEmpty, name.utf8.count <= nameLimit,
            numbers[name] != nil || numbers.count < limit
          {
            numbers[name] = number
          }
        case .other: break
        }
      }
    }

    var sorted: [(name: String, number: Double)] {
      numbers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
  }

  private static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    return decoder
  }

  /// What a line holds, as far as it is a metric.
  private enum Node: Decodable {
    case number(Double)
    case object([String: Node])
    case other

    init(from decoder: any Decoder) throws {
      if let number = try? decoder.singleValueContainer().decode(Double.self) {
        self = .number(number)
      } else {
        self = (try? [String: Node](from: decoder)).map(Node.object) ?? .other
      }
    }
  }
}

extension Data {
  /// This line of JSON with quotation marks around NaN, Infinity and -Infinity: Python writes them, and JSON has no such
  /// numbers. JSON 5 has, but Foundation's reader of it traps at some lines that are none.
  fileprivate var quotingNonNumbers: Data {
    // Most lines have none.
    guard firstRange(of: Data("NaN".utf8)) != nil || firstRange(of: Data("Infinity".utf8)) != nil
    else { return self }
    let words = ["-Infinity", "Infinity", "NaN"].map { Array($0.utf8) }
    let mark = UInt8(ascii: "\"")
    let bytes = [UInt8](self)
    var result = Data()
    var index = 0
    var isInText = false
    while index < bytes.count {
      let byte = bytes[index]
      if !isInText, "-IN".utf8.contains(byte),
        let word = words.first(where: bytes[index...].starts(with:))
      {
        result += [mark] + word + [mark]
        index += word.count
        continue
      }
      if byte == mark { isInText.toggle() }
      // What stands behind a backslash ends no text.
      let end =
        isInText && byte == UInt8(ascii: "\\") ? Swift.min(index + 2, bytes.count) : index + 1
      result.append(contentsOf: bytes[index..<end])
      index = end
    }
    return result
  }
}
