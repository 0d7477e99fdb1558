package import StropCore

/// Writes values as text for a terminal: one method a screen, each ending in one newline.
///
/// No line is wider than `columns`, but a command to type that cannot be shorter.
package struct TextRenderer: Sendable {
  package static let columnRange = 40...200
  /// Where lines end whose texts stand at both ends, if they can: eyes lose a longer one.
  static let comfortableWidth = 80
  /// The longest line of a paragraph.
  private static let proseWidth = 100

  package let language: Language
  package let columns: Int
  package let color: Bool
  /// Whether text that has a web address leads there (OSC 8).
  package let links: Bool
  let glyphs: Glyphs
  let phrases: PhraseBook

  /// The columns of the terminal are brought into `columnRange`.
  ///
  /// `today`: days of other years are shown with their year.
  package init(
    language: Language, columns: Int, color: Bool, links: Bool = false, glyphs: Glyphs = .unicode,
    today: Day? = nil
  ) {
    self.language = language
    self.columns = min(max(columns, Self.columnRange.lowerBound), Self.columnRange.upperBound)
    self.color = color
    self.links = links
    self.glyphs = glyphs
    phrases = PhraseBook(language: language, today: today)
  }

  func text(_ screen: Screen) -> String {
    screen.text(columns: columns, color: color, links: links)
  }
}

// What several screens are made of.
extension TextRenderer {
  /// Two texts at the ends of one line; under each other where they do not fit.
  func ends(_ left: Line, _ right: Line) -> [Line] {
    guard !right.isEmpty else { return [left] }
    let taken = left.width + right.width
    guard columns - taken >= 2 else { return [left, .spaces(2) + right] }
    let room = max(2, min(columns, TextRenderer.comfortableWidth) - taken)
    return [left + .spaces(room) + right]
  }

  /// A paragraph, broken into lines.
  func prose(_ text: String, indent: Int = 0, tone: Tone = .plain) -> [Line] {
    text.sanitized.wrapped(to: min(columns - indent, Self.proseWidth))
      .map { .spaces(indent) + Line($0, tone) }
  }

  /// A paragraph whose first line stands behind `head`.
  func hanging(_ head: Line, _ text: String, indent: Int) -> [Line] {
    text.sanitized.wrapped(to: columns - indent).enumerated().map { index, line in
      (index == 0 ? head : .spaces(indent)) + Line(line)
    }
  }

  /// A block of a screen behind a label.
  struct Labelled {
    let label: String
    /// Its lines, in the columns that are left for them.
    let lines: (_ columns: Int) -> [Line]

    init(_ label: String, lines: @escaping (_ columns: Int) -> [Line]) {
      self.label = label
      self.lines = lines
    }

    /// A paragraph of at most `limit` lines; one that is cut ends in an ellipsis.
    init(_ label: String, _ text: String, tone: Tone = .plain, limit: Int = .max) {
      self.label = label
      lines = { columns in
        let columns = min(columns, TextRenderer.proseWidth)
        let lines = text.sanitized.wrapped(to: columns)
        guard lines.count > limit, let last = lines.prefix(limit).last else {
          return lines.map { Line($0, tone) }
        }
        let cut = last.displayWidth < columns ? last + "…" : (last + "……").fitted(to: columns)
        return lines.prefix(limit - 1).map { Line($0, tone) } + [Line(cut, tone)]
      }
    }
  }

  /// Blocks under each other, with their labels in a column of their own.
  func labelled(_ blocks: [Labelled], indent: Int = 2) -> [Line] {
    let width = (blocks.map(\.label.displayWidth).max() ?? 0) + 2
    return blocks.flatMap { block in
      block.lines(columns - indent - width).enumerated().map { index, line in
        .spaces(indent) + Line(index == 0 ? block.label : "", .quiet).padded(to: width) + line
      }
    }
  }

  /// A label and the command to type: of several, longest first, the first one that fits, be it
  /// on a line of its own.
  func suggestion(_ label: String, _ commands: [String], indent: Int = 2) -> [Line] {
    let head = .spaces(indent) + Line(label, .quiet) + Line(phrases.gap)
    let label = Line(label, .quiet)
    let deeper = indent + 2
    let command =
      commands.first { deeper + $0.displayWidth <= columns } ?? commands.last ?? ""
    if head.width + command.displayWidth <= columns { return [head + .command(command)] }
    return label.isEmpty
      ? [.spaces(indent) + .command(command)]
      : [.spaces(indent) + label, .spaces(deeper) + .command(command)]
  }

  /// Labels and the commands that they stand for, in two columns where both fit; a command without
  /// a label belongs to the label above.
  func commands(_ pairs: [(label: String, command: String)], indent: Int = 2) -> [Line] {
    let width = pairs.map(\.label.displayWidth).max() ?? 0
    let longest = pairs.map(\.command.displayWidth).max() ?? 0
    if indent + width + 2 + longest <= columns {
      return pairs.map {
        .spaces(indent) + Line($0.label, .quiet).padded(to: width + 2) + .command($0.command)
      }
    }
    return pairs.flatMap {
      ($0.label.isEmpty ? [] : [.spaces(indent) + Line($0.label, .quiet)])
        + [.spaces(indent + 2) + .command($0.command)]
    }
  }

  /// `strop checkin SKILL …`, longest first.
  func checkInCommands(_ skill: String) -> [String] {
    let command = "strop checkin " + skill.sanitized + " -m 30"
    return [command + " -n \"…\"", command]
  }

  /// `done/asked`, or how often where nothing is asked.
  func ratio(done: Int, asked: Int) -> String {
    asked == 0 ? (done == 0 ? "" : phrases.say("\(done)×", "\(done) 次")) : "\(done)/\(asked)"
  }
}
