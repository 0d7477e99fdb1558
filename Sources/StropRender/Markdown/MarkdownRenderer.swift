package import StropCore

/// Writes values as GitHub-flavoured Markdown.
package struct MarkdownRenderer: Sendable {
  package let language: Language
  let phrases: PhraseBook

  package init(language: Language) {
    self.language = language
    phrases = PhraseBook(language: language)
  }

  /// `strop report --format markdown`, ending in one newline.
  package func report(_ report: Report) -> String {
    var parts = [
      "# " + phrases.heading(report).joined(separator: " · ").markdown,
      phrases.verdict(report).markdown,
      totals(report),
    ]
    if !report.skills.isEmpty { parts.append(skills(report)) }
    if !report.notes.isEmpty {
      parts.append("## " + capitalized(phrases.notes))
      parts += notes(report)
    }
    if !report.finishedItems.isEmpty {
      parts.append("## " + capitalized(phrases.finished))
      parts.append(finishedItems(report))
    }
    if !report.logbooks.isEmpty {
      parts.append("## " + capitalized(phrases.logbooks))
      parts.append(
        phrases.summaries(of: report.logbooks).map {
          "- **" + $0.label.markdown + "**" + phrases.colon + $0.text.markdown
        }.joined(separator: "\n"))
    }
    if !report.next.isEmpty {
      parts.append("## " + capitalized(phrases.nextSteps(report)))
      parts.append(next(report))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// `strop portfolio --format markdown`, ending in one newline.
  package func portfolio(_ portfolio: Portfolio) -> String {
    markdown(Document(portfolio, language))
  }

  private func totals(_ report: Report) -> String {
    let (this, last, average) = (report.totals, report.previous, report.average)
    func row(_ label: String, _ figure: (Report.Totals) -> Int, _ mean: Double) -> [String] {
      [label, "\(figure(this))", "\(figure(last))"]
        + (average.isWorthSaying ? [phrases.decimal(mean)] : [])
    }
    return table(
      [("", .left), (phrases.thisRange(report), .right), (phrases.previousRange(report), .right)]
        + (average.isWorthSaying ? [(phrases.mean(report), .right)] : []),
      [
        row(phrases.daysActive, \.activeDays, average.activeDays),
        row(phrases.sessions, \.sessions, average.sessions),
        row(phrases.minutes, \.minutes, average.minutes),
        row(phrases.itemsFinished, \.itemsDone, average.itemsDone),
      ])
  }

  /// All of them, under their days.
  private func notes(_ report: Report) -> [String] {
    var days: [(day: Day, notes: [String])] = []
    for note in report.notes {
      if days.last?.day != note.day { days.append((note.day, [])) }
      let head = phrases.summary([note.skill, note.minutes.map(phrases.minutes)])
      // The lines of a note stay apart.
      let lines = note.text.split(whereSeparator: \.isNewline).map { String($0).markdown }
      days[days.count - 1].notes.append(
        "- **" + head.markdown + "**" + phrases.colon
          + lines.joined(separator: "  \n  "))
    }
    return days.flatMap {
      ["### " + phrases.day($0.day).markdown, $0.notes.joined(separator: "\n")]
    }
  }

  private func skills(_ report: Report) -> String {
    table(
      [
        (phrases.skill, .left), (phrases.sessions, .right), (phrases.minutes, .right),
        (phrases.streakLabel, .left), (phrases.evidence, .left),
      ],
      report.skills.map { skill in
        let isMet = skill.met == true ? " ✓" : ""
        return [
          skill.title[language] + " (\(skill.slug))", phrases.sessions(skill) + isMet,
          "\(skill.minutes)",
          phrases.past(skill, report, isShort: false),
          phrases.list(phrases.backings(skill.evidence)),
        ]
      })
  }

  private func finishedItems(_ report: Report) -> String {
    table(
      [(phrases.item, .left), (phrases.level, .left), (phrases.evidence, .left)],
      report.finishedItems.map { item in
        [
          item.title[language] + " (\(item.slug))", phrases.level(item.level),
          phrases.proof(item),
        ]
      })
  }

  private func next(_ report: Report) -> String {
    report.next.enumerated().map { index, item in
      let effort = phrases.effort(hours: item.hours, hardware: item.hardware)
      return "\(index + 1). "
        + "\(item.title[language]) (\(phrases.name(item))) · \(effort)".markdown
    }.joined(separator: "\n")
  }

  private func table(_ heads: [(String, TextAlignment)], _ rows: [[String]]) -> String {
    table(heads, cells: rows.map { $0.map(\.markdown) })
  }

  /// `cells`: in Markdown.
  func table(_ heads: [(String, TextAlignment)], cells: [[String]]) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let rule = heads.map { $0.1 == .right ? "---:" : "---" }
    return ([heads.map { capitalized($0.0).markdown }, rule] + cells).map(line)
      .joined(separator: "\n")
  }

  private func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}

extension String {
  /// This text as Markdown that shows it: on one line, with every character that could be markup
  /// escaped.
  var markdown: String {
    var result = ""
    for scalar in sanitized.unicodeScalars {
      if "\\`*_{}[]<>#|~&$!".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
