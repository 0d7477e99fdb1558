/// What the colour of a piece of text says; the words say it too.
enum Tone: Sendable {
  case plain
  /// Green: a plan met, a check passed.
  case good
  /// Red: missed, or to be missed today.
  case bad
  /// Dim: secondary.
  case quiet

  /// The digits of its escape sequence.
  fileprivate var code: String? {
    switch self {
    case .plain: nil
    case .good: "32"
    case .bad: "31"
    case .quiet: "2"
    }
  }
}

/// One line of a screen, or a part of one: text whose pieces have tones.
struct Line: Sendable, ExpressibleByStringLiteral {
  struct Span: Sendable {
    var text: String
    let tone: Tone
    var link: WebLink?
  }

  private(set) var spans: [Span]
  /// Whether it stays whole where it is wider than the screen: a command to copy.
  var mayOverflow = false

  /// Sanitizes the text: whatever stands in a line can neither move the cursor nor begin another.
  init(_ text: String, _ tone: Tone = .plain) {
    spans = text.isEmpty ? [] : [Span(text: text.sanitized, tone: tone)]
  }

  /// Text that leads to a web address, on terminals that know how; what is none leads nowhere.
  init(_ text: String, _ tone: Tone = .plain, url: String?) {
    self.init(text, tone)
    guard let link = url.flatMap(WebLink.init) else { return }
    for index in spans.indices { spans[index].link = link }
  }

  init(stringLiteral text: String) {
    self.init(text)
  }

  private init(spans: [Span]) {
    self.spans = spans
  }

  /// A command to type, which is never cut.
  static func command(_ text: String) -> Line {
    var line = Line(text)
    line.mayOverflow = true
    return line
  }

  static func spaces(_ count: Int) -> Line {
    Line(String(repeating: " ", count: max(0, count)))
  }

  static func + (left: Line, right: Line) -> Line {
    var line = Line(spans: left.spans + right.spans)
    line.mayOverflow = left.mayOverflow || right.mayOverflow
    return line
  }

  var isEmpty: Bool { spans.isEmpty }
  var plain: String { spans.map(\.text).joined() }
  var width: Int { plain.displayWidth }

  /// At most `columns` columns of this line.
  func fitted(to columns: Int) -> Line {
    guard width > columns else { return self }
    var kept: [Span] = []
    var used = 0
    for span in spans {
      let width = span.text.displayWidth
      guard used + width < columns else {
        var cut = span
        cut.text = span.text.marked(fitting: columns - used)
        kept.append(cut)
        break
      }
      kept.append(span)
      used += width
    }
    let line = Line(spans: kept)
    return line.width <= columns ? line : Line(plain.fitted(to: columns))
  }

  /// This line in exactly `columns` columns.
  func padded(to columns: Int, aligned alignment: TextAlignment = .left) -> Line {
    let line = fitted(to: columns)
    let filling = Line.spaces(columns - line.width)
    return alignment == .left ? line + filling : filling + line
  }

  /// As a terminal takes it, without spaces at its end.
  func text(columns: Int, color: Bool, links: Bool) -> String {
    let line = mayOverflow ? self : fitted(to: columns)
    var text = ""
    for span in line.withoutTrailingSpaces.spans {
      var shown = span.text
      if color, let code = span.tone.code { shown = "\u{1b}[" + code + "m" + shown + "\u{1b}[0m" }
      if links, let link = span.link { shown = link.around(shown) }
      text += shown
    }
    return text
  }

  private var withoutTrailingSpaces: Line {
    var spans = spans
    while var last = spans.popLast() {
      let end = last.text.unicodeScalars.lastIndex { $0 != " " }
      guard let end else { continue }
      last.text = String(last.text.unicodeScalars[...end])
      spans.append(last)
      break
    }
    return Line(spans: spans)
  }
}

extension String {
  /// At most `columns` columns of this text, with an ellipsis, since more would have followed it.
  fileprivate func marked(fitting columns: Int) -> String {
    (self + "…").displayWidth <= columns ? self + "…" : fitted(to: columns).ellipsized(columns)
  }

  private func ellipsized(_ columns: Int) -> String {
    guard columns > 0, !hasSuffix("…") else { return self }
    return (self + "…").fitted(to: columns)
  }
}
