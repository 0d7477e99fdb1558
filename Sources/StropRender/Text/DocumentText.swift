import StropCore

// A page on a terminal.
extension TextRenderer {
  func text(_ document: Document) -> String {
    var screen = Screen()
    var isBelowHeading = false
    for block in document.blocks {
      defer { if case .heading = block { isBelowHeading = true } else { isBelowHeading = false } }
      switch block {
      case .heading(let text, let level):
        screen.blank()
        screen.add(prose(text, indent: level == 3 ? 2 : 0, tone: level == 3 ? .quiet : .plain))
        if level == 1 { screen.blank() }
      case .paragraph(let text):
        if !isBelowHeading { screen.blank() }
        screen.add(prose(text.plain, indent: 2))
      case .table(let table):
        screen.blank()
        screen.add(lines(table))
      case .entry(let entry):
        screen.blank()
        screen.add(lines(entry))
      case .figures(let figures):
        for figure in figures {
          guard let table = figure.table, !figure.isOnlyDrawn else { continue }
          screen.blank()
          screen.add(prose(figure.title, indent: 2, tone: .quiet))
          screen.add(prose(figure.description, indent: 2))
          screen.blank()
          screen.add(lines(table))
        }
      case .facts(let facts, _):
        screen.blank()
        screen.add(lines(facts, indent: 2))
      case .steps(let steps):
        screen.blank()
        screen.add(
          steps.enumerated().flatMap { index, step in
            hanging(.spaces(2) + Line("\(index + 1). "), step.plain, indent: 5)
          })
      }
    }
    return text(screen)
  }

  private func lines(_ table: Document.Table) -> [Line] {
    let beside = table.columns.indices.filter { !table.columns[$0].isBelow }
    let below = table.columns.indices.filter { table.columns[$0].isBelow }
    let columns = beside.map { index in
      let column = table.columns[index]
      return Table.Column(
        alignment: column.alignment, minimum: column.minimum, isCutLast: true,
        drops: column.drops)
    }
    let head = beside.map { Line(table.columns[$0].label, .quiet) }
    let rows = [head] + table.rows.map { row in beside.map { line(row[$0]) } }
    let lines = Table(columns: columns, rows: rows).lines(within: self.columns)
    return [lines[0]]
      + zip(table.rows, lines.dropFirst()).flatMap { row, line in
        [line]
          + below.flatMap { index in row[index].isEmpty ? [] : paragraph(row[index], indent: 4) }
      }
  }

  private func lines(_ entry: Document.Entry) -> [Line] {
    let mark = Line(entry.mark, entry.isVerified ? .good : .quiet)
    let name = line(entry.name)
    let head =
      2 + name.width + 2 + mark.width <= columns
      ? ends("  " + name, mark)
      : prose(entry.name.plain, indent: 2) + [.spaces(4) + mark]
    return head + lines(entry.facts, indent: 4)
  }

  private func lines(_ facts: [Document.Fact], indent: Int) -> [Line] {
    labelled(
      facts.map { fact in
        Labelled(fact.label) { columns in
          fact.lines.flatMap { self.paragraph($0, columns: columns) }
        }
      }, indent: indent)
  }

  private func paragraph(_ text: Document.Inline, indent: Int) -> [Line] {
    paragraph(text, columns: columns - indent).map { .spaces(indent) + $0 }
  }

  /// Its links lead there where the whole fits in a line.
  private func paragraph(_ text: Document.Inline, columns: Int) -> [Line] {
    let columns = min(columns, 100)
    let line = line(text)
    return line.width <= columns ? [line] : text.plain.wrapped(to: columns).map { Line($0) }
  }

  private func line(_ text: Document.Inline) -> Line {
    text.spans.reduce("") { $0 + Line($1.text, url: $1.link?.address) }
  }
}
