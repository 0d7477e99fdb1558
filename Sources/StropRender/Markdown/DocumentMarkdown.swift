import StropCore

// A page as GitHub-flavoured Markdown.
extension MarkdownRenderer {
  /// Ends in one newline.
  func markdown(_ document: Document) -> String {
    var level = 1
    let parts = document.blocks.map { block in
      switch block {
      case .heading(let text, let itsLevel):
        level = itsLevel
        return heading(text.markdown, level)
      case .paragraph(let text): return markdown(text)
      case .table(let table): return markdown(table)
      case .entry(let entry): return markdown(entry, level: level + 1)
      case .figures(let figures): return markdown(figures)
      case .facts(let facts, _): return facts.map(markdown).joined(separator: "\n")
      case .steps(let steps):
        return steps.enumerated().map { "\($0 + 1). " + markdown($1) }.joined(separator: "\n")
      }
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// The tables of those that are not only drawn.
  private func markdown(_ figures: [Document.Figure]) -> String {
    figures.compactMap { figure in
      guard let table = figure.table, !figure.isOnlyDrawn else { return nil }
      return [
        heading(figure.title.markdown, Document.Figure.level), figure.description.markdown,
        markdown(table),
      ].joined(separator: "\n\n")
    }.joined(separator: "\n\n")
  }

  private func markdown(_ table: Document.Table) -> String {
    self.table(
      table.columns.map { ($0.label, $0.alignment) },
      cells: table.rows.map { $0.map(markdown) })
  }

  private func heading(_ text: String, _ level: Int) -> String {
    String(repeating: "#", count: level) + " " + text
  }

  private func markdown(_ entry: Document.Entry, level: Int) -> String {
    let mark = entry.mark.isEmpty ? "" : " · " + entry.mark.markdown
    let head = heading(markdown(entry.name) + mark, level)
    let facts = entry.facts.map(markdown)
    return facts.isEmpty ? head : head + "\n\n" + facts.joined(separator: "\n")
  }

  private func markdown(_ fact: Document.Fact) -> String {
    let label = "- **" + fact.label.markdown + "**" + phrases.colon
    guard fact.lines.count > 1 else { return label + markdown(fact.lines[0]) }
    return ([label.trimmedEnd] + fact.lines.map { "  - " + markdown($0) }).joined(separator: "\n")
  }

  private func markdown(_ text: Document.Inline) -> String {
    text.spans.map { span in
      guard let link = span.link else { return span.text.markdown }
      guard link.address != span.text else { return "<" + link.address + ">" }
      return "[" + span.text.markdown + "](<" + link.address + ">)"
    }.joined()
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
