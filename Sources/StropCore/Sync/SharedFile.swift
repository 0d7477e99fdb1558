/// A file of the repository that machines share: the entries that one device wrote in one month of UTC,
/// `journal/7w3k9x0qmb/2026-11.jsonl`.
package struct SharedFile: Hashable, Comparable, Sendable {
  package let device: String
  package let month: Month

  /// Where all of them are.
  package static let directory = "journal/"

  package init(device: String, month: Month) {
    self.device = device
    self.month = month
  }

  /// The file that an entry belongs into.
  package init(device: String, at: Instant) {
    self.init(device: device, month: Month(CivilDateTime(at: at, offset: 0).day))
  }

  /// Reads a path as git names it; nil where it is no such file's.
  package init?(path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] + "/" == SharedFile.directory,
      Identifier.isWhole(String(parts[1])), parts[2].hasSuffix(".jsonl"),
      let month = Month(iso: parts[2].dropLast(6))
    else { return nil }
    self.init(device: String(parts[1]), month: month)
  }

  package var path: String { SharedFile.directory + device + "/" + month.iso + ".jsonl" }

  package static func < (left: SharedFile, right: SharedFile) -> Bool {
    (left.device, left.month) < (right.device, right.month)
  }
}

/// A line of such a file, as far as it has to be known to tell whether it stands where it belongs.
package struct SharedLine: Sendable {
  package let device: String
  package let sequence: Int64
  package let month: Month
  /// Whether it is about a setting of another device than the one that wrote it.
  package let isOthersSetting: Bool
  /// The whole line, without its newline.
  package let text: Substring

  /// Reads the beginning that `strop export` writes, to the byte; nil for anything else. What comes after the
  /// subject is not looked at.
  package init?(_ line: Substring) {
    var rest = line.utf8[...]
    func skip(_ text: StaticString) -> Bool {
      let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
      guard rest.starts(with: bytes) else { return false }
      rest = rest.dropFirst(bytes.count)
      return true
    }
    func take(_ count: Int) -> String? {
      let part = rest.prefix(count)
      rest = rest.dropFirst(count)
      return String(Substring(part))
    }
    func number() -> Int64? {
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      rest = rest[digits.endIndex...]
      return Int64(Substring(digits))
    }
    /// What stands before the next quotation mark that ends a string.
    func string() -> String? {
      var isEscaped = false
      let part = rest.prefix { byte in
        defer { isEscaped = byte == UInt8(ascii: "\\") && !isEscaped }
        return byte != UInt8(ascii: "\"") || isEscaped
      }
      rest = rest[part.endIndex...]
      return String(Substring(part))
    }
    guard skip("{\"device\":\""), let device = take(Identifier.length), Identifier.isWhole(device),
      skip("\",\"seq\":"), let sequence = number(), Entry.sequences.contains(sequence),
      skip(",\"batch\":\""), take(Identifier.length) != nil,
      skip("\",\"clock\":"), number() != nil,
      skip(",\"at\":\""), let at = take(24), let month = Month(iso: at.prefix(7)),
      skip("\",\"zone\":\""), string() != nil,
      skip("\",\"subject\":\""), let subject = string()
    else { return nil }
    self.device = device
    self.sequence = sequence
    self.month = month
    isOthersSetting =
      subject.hasPrefix(Setting.type + "/") && !subject.hasPrefix("\(Setting.type)/\(device)/")
    text = line
  }
}
