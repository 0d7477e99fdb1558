/// What `WidthTable` says about one Unicode scalar.
struct ScalarTraits {
  private let bits: UInt32

  /// Looks the scalar up by binary search.
  init(of scalar: Unicode.Scalar) {
    let runs = WidthTable.runs
    var lower = 0
    var upper = runs.count
    while upper - lower > 1 {
      let middle = (lower + upper) / 2
      if runs[middle] >> 8 <= scalar.value {
        lower = middle
      } else {
        upper = middle
      }
    }
    bits = runs[lower] & 0xFF
  }

  /// The columns that the scalar takes by itself: 0, 1 or 2.
  var columns: Int { Int(bits & 0b11) }

  /// Whether the scalar takes a column of its own when it follows a base character, and only then.
  var isSpacingMark: Bool { has(bit: 2) }

  /// Whether the scalar joins the consonants before and after it into a conjunct.
  var isVirama: Bool { has(bit: 3) }

  /// Whether the scalar is a consonant of an Indic script.
  var isConsonant: Bool { has(bit: 4) }

  /// Whether a skin tone that follows the scalar colours it instead of standing by itself.
  var isPictographic: Bool { has(bit: 5) }

  /// Whether U+FE0F after the scalar turns it into an emoji of two columns.
  var isWidenedByEmojiPresentation: Bool { has(bit: 6) }

  private func has(bit: UInt32) -> Bool {
    bits >> bit & 1 == 1
  }
}
