/// Takes the lines of a stream that may be an object of JSON as they pass, and forgets the others.
package struct LineScanner: Sendable {
  /// The longest line that is looked at, in bytes.
  private static let longest = 64 << 10

  /// What a line must hold somewhere to be kept.
  private let key: [UInt8]
  private var line: [UInt8] = []
  private var isTooLong = false
  /// The last line that begins with a brace and holds the key between quotes.
  package private(set) var last: [UInt8]?

  package init(key: String) { self.key = [UInt8](("\"" + key + "\"").utf8) }

  package mutating func take(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        end()
      } else if line.count < LineScanner.longest {
        // A line that begins otherwise is none: only its first byte is kept.
        if line.isEmpty || line[0] == UInt8(ascii: "{") {
          if !(line.isEmpty && byte == UInt8(ascii: " ")) { line.append(byte) }
        }
      } else {
        isTooLong = true
      }
    }
  }

  /// Ends the line that has begun.
  package mutating func end() {
    if line.first == UInt8(ascii: "{"), !isTooLong, holdsKey { last = line }
    line.removeAll(keepingCapacity: true)
    isTooLong = false
  }

  private var holdsKey: Bool {
    guard line.count >= key.count else { return false }
    return (0...(line.count - key.count)).contains { line[$0...].starts(with: key) }
  }
}
