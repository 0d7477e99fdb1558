extension String {
  /// This text in lines of at most `columns` columns, without spaces at their ends.
  ///
  /// Lines break at line breaks of the text, at spaces, and beside Chinese, Japanese and Korean
  /// characters, but not before closing punctuation (，。」) nor after opening punctuation (「（).
  /// What cannot be broken so and is wider than a line is broken anywhere between characters. A
  /// single character wider than `columns` is a line by itself, the only kind that is wider than
  /// asked. There is always at least one line.
  package func wrapped(to columns: Int) -> [String] {
    split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .flatMap { $0.wrappedParagraph(to: columns) }
  }
}

extension Substring {
  fileprivate func wrappedParagraph(to columns: Int) -> [String] {
    var lines: [String] = []
    var rest = withoutOuterSpaces
    while let end = rest.endOfFirstLine(of: columns) {
      lines.append(String(rest[..<end].withoutOuterSpaces))
      rest = rest[end...].withoutOuterSpaces
    }
    lines.append(String(rest))
    return lines
  }

  /// Where to break this text, which starts with a visible character, or nil if it fits in a line.
  private func endOfFirstLine(of columns: Int) -> Index? {
    var counter = ColumnCounter()
    var goodBreak: Index?
    var poorBreak: Index?
    var previous: Character?
    var followsSpace = false
    for index in indices {
      let character = self[index]
      if let previous, !character.isBreakableSpace {
        let isSeparate =
          !previous.mustNotEndLine && !character.mustNotStartLine
          && (followsSpace || previous.mayPart(from: character))
        if isSeparate {
          goodBreak = index
        } else if followsSpace {
          poorBreak = index
        }
      }
      counter.add(character)
      if character.isBreakableSpace {
        followsSpace = true
        continue
      }
      if counter.columns > columns && previous != nil {
        return goodBreak ?? poorBreak ?? index
      }
      previous = character
      followsSpace = false
    }
    return nil
  }

  private var withoutOuterSpaces: Substring {
    var text = drop(while: \.isBreakableSpace)
    while text.last?.isBreakableSpace == true {
      text.removeLast()
    }
    return text
  }
}

extension Character {
  fileprivate var isBreakableSpace: Bool {
    self == " " || self == "\u{3000}"
  }

  /// Whether a line may break between this character and the next without a space.
  fileprivate func mayPart(from next: Character) -> Bool {
    isWide && (next.isWide || next.standsBesideWide) || next.isWide && standsBesideWide
  }

  fileprivate var mustNotStartLine: Bool {
    switch firstScalar {
    case "，", "。", "、", "；", "：", "！", "？", "）", "］", "｝", "」", "』", "】", "〕", "》", "〉", "”", "’",
      "％", "…", "—", "·", "・", "～", "々", "ー", "ぁ", "ぃ", "ぅ", "ぇ", "ぉ", "っ", "ゃ", "ゅ", "ょ", "ァ", "ィ",
      "ゥ", "ェ", "ォ", "ッ", "ャ", "ュ", "ョ":
      true
    default:
      false
    }
  }

  fileprivate var mustNotEndLine: Bool {
    switch firstScalar {
    case "（", "［", "｛", "「", "『", "【", "〔", "《", "〈", "“", "‘", "￥", "＄": true
    default: false
    }
  }

  private var isWide: Bool {
    !firstScalar.isASCII && ScalarTraits(of: firstScalar).columns == 2
  }

  /// Whether this narrow character is a word's or a punctuation mark that Chinese text shares.
  private var standsBesideWide: Bool {
    switch firstScalar {
    case "“", "”", "‘", "’", "…", "—", "·": true
    default: isLetter || isNumber
    }
  }

  private var firstScalar: Unicode.Scalar {
    unicodeScalars[unicodeScalars.startIndex]
  }
}
