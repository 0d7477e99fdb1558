package import StropCore

extension TextRenderer {
  /// `strop help`, `--help` and `-h`: the abstract and the usage first, what every command takes last.
  package func help(_ help: HelpScreen) -> String {
    let sections = rows(of: help)
    let widest = sections.flatMap(\.rows).map(\.label.displayWidth).filter { $0 <= widestLabel }
    let labels = widest.max() ?? 0

    var screen = Screen()
    screen.add(prose(help.abstract))
    screen.blank()
    screen.add(usage(help))
    screen.blank()
    if !help.discussion.isEmpty {
      screen.add(prose(help.discussion))
      screen.blank()
    }
    screen.add(examples(help.examples))
    for section in sections {
      screen.blank()
      screen.add(Line(section.heading))
      screen.add(section.rows.flatMap { row($0, labels: labels) })
    }
    screen.blank()
    if help.explainsShared {
      screen.add(prose(phrases.moreHelp))
    } else {
      screen.add(prose(phrases.shared(explained: false)))
      screen.add(folded(help.shared.map(\.label), behind: "", indent: 2, gap: 2))
    }
    return text(screen)
  }

  /// A label and what it stands for.
  private typealias Row = (label: String, text: String)

  private func rows(of help: HelpScreen) -> [(heading: String, rows: [Row])] {
    let explain = { (argument: HelpScreen.Argument) -> Row in
      (argument.label, phrases.explained(argument))
    }
    var sections = [
      (heading: phrases.arguments, rows: help.arguments.map(explain)),
      (heading: phrases.options, rows: help.options.map(explain)),
    ]
    sections += help.groups.map { group in
      (phrases.commands(group.title), group.commands.map { (phrases.command($0), $0.abstract) })
    }
    if help.explainsShared {
      sections.append((phrases.shared(explained: true), help.shared.map(explain)))
    }
    return sections.filter { !$0.rows.isEmpty }
  }

  /// How wide a label may be for its text to begin on the same line.
  private var widestLabel: Int { min(26, columns * 2 / 5) }

  private func row(_ row: Row, labels: Int) -> [Line] {
    let indent = 2 + labels + 2
    let label = Line.spaces(2) + Line(row.label)
    guard label.width + 2 <= indent else {
      return [label] + prose(row.text, indent: indent)
    }
    return hanging(label.padded(to: indent), row.text, indent: indent)
  }

  private func usage(_ help: HelpScreen) -> [Line] {
    let head = phrases.usage + help.name
    let beside = head.displayWidth + 1
    let widest = help.usage.map(\.displayWidth).max() ?? 0
    return folded(help.usage, behind: head, indent: beside + widest <= columns ? beside : 4)
  }

  /// Parts that stay whole, `gap` spaces between them, in lines of which all but the first are indented.
  private func folded(
    _ parts: [String], behind head: String, indent: Int, gap: Int = 1
  ) -> [Line] {
    var lines = [head.isEmpty ? String(repeating: " ", count: indent) : head]
    var isFirst = head.isEmpty
    for part in parts {
      let last = lines[lines.count - 1]
      let filling = String(repeating: " ", count: isFirst ? 0 : gap)
      if last.displayWidth + filling.count + part.displayWidth <= columns {
        lines[lines.count - 1] = last + filling + part
      } else {
        lines.append(String(repeating: " ", count: indent) + part)
      }
      isFirst = false
    }
    return lines.map { Line.command($0) }
  }

  private func examples(_ examples: [HelpScreen.Example]) -> [Line] {
    let width = examples.map(\.command.displayWidth).max() ?? 0
    let meanings = examples.compactMap(\.meaning?.displayWidth).max() ?? 0
    let areBeside = 2 + width + 2 + meanings <= columns
    return examples.flatMap { example -> [Line] in
      guard let meaning = example.meaning else { return command(example.command) }
      guard areBeside else { return command(example.command) + prose(meaning, indent: 6) }
      return [
        .spaces(2) + Line.command(example.command).padded(to: width + 2) + Line(meaning, .quiet)
      ]
    }
  }

  /// A command to type, on several lines as a shell takes them where one is too narrow.
  private func command(_ command: String) -> [Line] {
    guard 2 + command.displayWidth > columns else { return [.spaces(2) + .command(command)] }
    var lines: [String] = []
    for word in command.commandParts {
      let last = lines.last ?? ""
      let indent = lines.count > 1 ? 6 : 2
      if !last.isEmpty, indent + last.displayWidth + 1 + word.displayWidth + 2 <= columns {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines.enumerated().map { index, line in
      .spaces(index == 0 ? 2 : 6) + .command(index == lines.count - 1 ? line : line + " \\")
    }
  }
}

extension String {
  /// The words of a command, each with its quotation marks, an option with its value.
  fileprivate var commandParts: [String] {
    var parts = [""]
    var quote: Character?
    for character in self {
      if character == " ", quote == nil {
        parts.append("")
        continue
      }
      if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
      }
      parts[parts.count - 1].append(character)
    }
    return parts.reduce(into: []) { joined, word in
      if let last = joined.last, last.hasPrefix("-"), !last.contains(" "), !word.hasPrefix("-") {
        joined[joined.count - 1] = last + " " + word
      } else {
        joined.append(word)
      }
    }
  }
}
