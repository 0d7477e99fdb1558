/// Ids of subjects without a natural key: 10 random characters of Crockford's base 32, in lower case.
package enum Identifier {
  package static let length = 10
  /// The fewest characters that a screen shows, and that a user may type.
  package static let shortest = 4

  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

  /// Whether a text is a whole id, written as strop writes them.
  package static func isWhole(_ text: String) -> Bool {
    text.utf8.count == length
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "o"), UInt8(ascii: "u"): false
        default: (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        }
      }
  }

  package static func random(using generator: inout some RandomNumberGenerator) -> String {
    String((0..<length).map { _ in alphabet[Int.random(in: 0..<32, using: &generator)] })
  }

  /// The same for the same text everywhere: for subjects whose natural key is too long to be typed.
  package static func derived(from text: String) -> String {
    var fingerprint = Fingerprint()
    fingerprint.take(text)
    // Of its 64 bits the lower 50.
    return String((0..<length).map { alphabet[Int(fingerprint.value >> UInt64(5 * $0) & 31)] })
  }

  /// What the user meant: lower case, with Crockford's look-alikes (o is 0, i and l are 1).
  /// Nil where it cannot be (the beginning of) an id.
  package static func normalized(_ text: String) -> String? {
    let id = text.lowercased().map { character -> Character in
      switch character {
      case "o": "0"
      case "i", "l": "1"
      default: character
      }
    }
    guard !id.isEmpty, id.count <= length, id.allSatisfy(alphabet.contains) else { return nil }
    return String(id)
  }

  /// The shortest beginning of `id`, of at least `shortest` characters, that no other of `sorted` shares.
  ///
  /// `sorted`: ids in ascending order, `id` among them or not.
  package static func shortened(_ id: String, among sorted: [String]) -> String {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < id { low = middle + 1 } else { high = middle }
    }
    let before = low > 0 ? sorted[low - 1] : ""
    let next = low < sorted.count && sorted[low] == id ? low + 1 : low
    let after = next < sorted.count ? sorted[next] : ""
    let shared = max(sharedLength(id, before), sharedLength(id, after))
    return String(id.prefix(max(shortest, shared + 1)))
  }

  private static func sharedLength(_ left: String, _ right: String) -> Int {
    zip(left, right).prefix { $0 == $1 }.count
  }
}
