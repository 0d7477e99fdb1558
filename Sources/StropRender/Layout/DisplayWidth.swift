extension String {
  /// The number of terminal columns that this text takes, as `wcswidth` of PyPI wcwidth 0.7.0 counts.
  ///
  /// Characters of ambiguous width take one column. Control characters take none: they are to be
  /// replaced before text reaches a terminal (see `sanitized`). The width of a text can be less than
  /// the widths of its parts together, since a zero-width joiner hides whatever follows it.
  package var displayWidth: Int {
    var columns = 0
    for byte in utf8 {
      guard byte < 0x80 else {
        return ColumnCounter(measuring: self).columns
      }
      if 0x20..<0x7F ~= byte {
        columns += 1
      }
    }
    return columns
  }
}

/// Counts columns from left to right, one scalar at a time; `columns` never decreases.
struct ColumnCounter {
  /// The columns taken by everything added so far.
  private(set) var columns = 0

  /// Whether the last scalar was a zero-width joiner that will hide the next scalar.
  private(set) var hidesNext = false

  /// The character that an emoji selector or a spacing mark would widen, unless one has done so.
  private var base: Unicode.Scalar?
  /// The character that a skin tone would colour.
  private var lastVisible: Unicode.Scalar?
  private var followsVirama = false
  private var isInsideConjunct = false
  private var isHalfwayThroughFlag = false

  init() {}

  init(measuring text: String) {
    for scalar in text.unicodeScalars {
      add(scalar)
    }
  }

  mutating func add(_ character: Character) {
    for scalar in character.unicodeScalars {
      add(scalar)
    }
  }

  mutating func add(_ scalar: Unicode.Scalar) {
    let isRegionalIndicator = "\u{1F1E6}"..."\u{1F1FF}" ~= scalar
    let completesFlag = isRegionalIndicator && isHalfwayThroughFlag
    isHalfwayThroughFlag = isRegionalIndicator && !isHalfwayThroughFlag

    if hidesNext {
      hidesNext = false
    } else if " "..."~" ~= scalar {
      place(scalar, columns: 1)
    } else if scalar == "\u{200D}" {
      hidesNext = !followsVirama
    } else if scalar == "\u{FE0F}", let base {
      if ScalarTraits(of: base).isWidenedByEmojiPresentation {
        columns += 1
      }
      self.base = nil
    } else if completesFlag {
      lastVisible = scalar
    } else if !coloursLastVisible(scalar) {
      addByTraits(scalar)
    }
  }

  private mutating func addByTraits(_ scalar: Unicode.Scalar) {
    let traits = ScalarTraits(of: scalar)
    if followsVirama && traits.isConsonant {
      // However many consonants a conjunct joins to its first, they share one more column.
      if !isInsideConjunct {
        columns += 1
      }
      isInsideConjunct = true
      followsVirama = false
      base = scalar
      lastVisible = scalar
    } else if traits.columns > 0 {
      place(scalar, columns: traits.columns)
    } else if traits.isSpacingMark && base != nil {
      // A conjunct's second column is wide enough for its mark.
      if !isInsideConjunct {
        columns += 1
      }
      isInsideConjunct = false
      followsVirama = false
      base = nil
    } else {
      followsVirama = traits.isVirama
    }
  }

  private mutating func place(_ scalar: Unicode.Scalar, columns width: Int) {
    columns += width
    base = scalar
    lastVisible = scalar
    followsVirama = false
    isInsideConjunct = false
  }

  private func coloursLastVisible(_ scalar: Unicode.Scalar) -> Bool {
    guard "\u{1F3FB}"..."\u{1F3FF}" ~= scalar, let lastVisible else { return false }
    return ScalarTraits(of: lastVisible).isPictographic
  }
}
