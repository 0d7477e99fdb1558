package import StropCore

/// The text of a crontab, in which strop owns one block between two marks and no other byte.
///
/// Compared byte by byte: Swift's strings take `é` and `e` + accent for equal, and a crontab must not.
package struct CrontabText: Hashable, Sendable {
  package static let openingMark =
    "# strop: begin (made by 'strop schedule install'; 'strop schedule uninstall' removes it)"
  package static let closingMark = "# strop: end"

  private let bytes: [UInt8]

  package init(_ text: String) {
    bytes = Array(text.utf8)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package var isEmpty: Bool { bytes.isEmpty }

  /// The block that holds `line`, each of its lines with a newline.
  package static func block(_ line: CrontabLine) -> String {
    [openingMark, line.text, closingMark].map { $0 + "\n" }.joined()
  }

  /// Puts the block where it stands already, else at the end; all other bytes stay.
  ///
  /// A last line without a newline gets one: cron ignores such a line, and `crontab` refuses it.
  ///
  /// - Throws: `ScheduleFailure.unpairedMark`, `.duplicateBlocks`.
  package func installing(_ line: CrontabLine) throws(ScheduleFailure) -> CrontabText {
    let block = Array(CrontabText.block(line).utf8)
    guard let place = try place() else { return CrontabText(bytes: ended(bytes) + block) }
    let (above, below) = (bytes[..<place.lowerBound], bytes[place.upperBound...])
    return CrontabText(bytes: ended(above + block + below))
  }

  /// Takes the block out: what is left is what `installing` was given, but for a newline that it
  /// had to add at the end.
  ///
  /// - Throws: `ScheduleFailure.unpairedMark`, `.duplicateBlocks`.
  package func uninstalling() throws(ScheduleFailure) -> CrontabText {
    guard let place = try place() else { return self }
    return CrontabText(bytes: ended(bytes[..<place.lowerBound] + bytes[place.upperBound...]))
  }

  /// The lines between the marks; nil where there is no block.
  ///
  /// - Throws: `ScheduleFailure.unpairedMark`, `.duplicateBlocks`.
  package func blockLines() throws(ScheduleFailure) -> [String]? {
    try wholeBlock().map { Array($0.dropFirst().dropLast()) }
  }

  /// The block's lines with its marks; nil where there is none.
  func wholeBlock() throws(ScheduleFailure) -> [String]? {
    guard let place = try place() else { return nil }
    return CrontabText.lines(of: bytes[place]).map { String(decoding: $0.content, as: UTF8.self) }
  }

  /// The line that calls strop; nil where the block is not there, or holds another line beside it.
  ///
  /// - Throws: `ScheduleFailure.unpairedMark`, `.duplicateBlocks`.
  package func job() throws(ScheduleFailure) -> ScheduledJob? {
    let lines = try blockLines() ?? []
    let active = lines.filter { line in
      let text = Array(line.utf8).trimmed
      return !text.isEmpty && text.first != UInt8(ascii: "#")
    }
    return active.count == 1 ? active.first.flatMap { ScheduledJob(crontab: $0) } : nil
  }

  /// The variables set above the block that change what strop does, each with its last value.
  ///
  /// - Throws: `ScheduleFailure.unpairedMark`, `.duplicateBlocks`.
  package func warnings() throws(ScheduleFailure) -> [ScheduleWarning] {
    guard let place = try place() else { return [] }
    var names: [String] = []
    var values: [String: String] = [:]
    for line in CrontabText.lines(of: bytes[..<place.lowerBound]) {
      guard let (name, value) = CrontabText.variable(line.content) else { continue }
      if values.updateValue(value, forKey: name) == nil { names.append(name) }
    }
    return names.compactMap { name in
      let value = values[name] ?? ""
      switch name {
      case "TZ", "CRON_TZ": return .zone(name: name, value: value)
      case "SHELL", "HOME", "MAILTO", "XDG_DATA_HOME": return .variable(name: name, value: value)
      default: return name.hasPrefix("STROP_") ? .variable(name: name, value: value) : nil
      }
    }
  }

  /// Where the block stands, marks and newlines included.
  private func place() throws(ScheduleFailure) -> Range<Int>? {
    var opened: Int?
    var places: [Range<Int>] = []
    for line in CrontabText.lines(of: bytes[...]) {
      if CrontabText.is(line.content, mark: "# strop: begin") {
        guard opened == nil else { throw .unpairedMark }
        opened = line.content.startIndex
      } else if CrontabText.is(line.content, mark: CrontabText.closingMark) {
        guard let start = opened else { throw .unpairedMark }
        places.append(start..<line.end)
        opened = nil
      }
    }
    guard opened == nil else { throw .unpairedMark }
    guard places.count < 2 else { throw .duplicateBlocks }
    return places.first
  }

  /// Whether a line is a mark, whatever an older or newer version wrote behind it.
  private static func `is`(_ line: ArraySlice<UInt8>, mark: String) -> Bool {
    let line = line.trimmed
    return line.starts(with: mark.utf8)
      && (line.count == mark.utf8.count || line[line.startIndex + mark.utf8.count] == blank)
  }

  private static let newline = UInt8(ascii: "\n")
  private static let blank = UInt8(ascii: " ")

  /// The lines without their newlines, and where the next one starts.
  private static func lines(
    of bytes: ArraySlice<UInt8>
  ) -> [(content: ArraySlice<UInt8>, end: Int)] {
    var lines: [(content: ArraySlice<UInt8>, end: Int)] = []
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let stop = bytes[start...].firstIndex(of: newline) ?? bytes.endIndex
      let end = min(stop + 1, bytes.endIndex)
      lines.append((bytes[start..<stop], end))
      start = end
    }
    return lines
  }

  private func ended(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    let isEnded = bytes.isEmpty || bytes.last == CrontabText.newline
    return isEnded ? bytes : bytes + [CrontabText.newline]
  }

  /// Reads `NAME = value` as cron does, with or without quotes; nil for a job or a comment.
  private static func variable(_ line: ArraySlice<UInt8>) -> (name: String, value: String)? {
    let text = line.trimmed
    guard text.first != UInt8(ascii: "#"), let equals = text.firstIndex(of: UInt8(ascii: "="))
    else { return nil }
    let name = text[..<equals].trimmed.unquoted
    guard !name.isEmpty, !name.contains(where: { $0 == blank || $0 == UInt8(ascii: "\t") })
    else { return nil }
    let value = text[(equals + 1)...].trimmed.unquoted
    return (String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self))
  }
}

extension BidirectionalCollection<UInt8> {
  /// Without the blanks, tabs and carriage returns at both ends.
  var trimmed: SubSequence {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    let start = drop(while: isBlank)
    return start.prefix(
      upTo: start.lastIndex { !isBlank($0) }.map { start.index(after: $0) } ?? start.startIndex
    )
  }

  /// Without the quotes of either kind that stand at both ends.
  fileprivate var unquoted: SubSequence {
    guard count >= 2, let first, first == last, first == 0x22 || first == 0x27 else {
      return self[...]
    }
    return dropFirst().dropLast()
  }
}
