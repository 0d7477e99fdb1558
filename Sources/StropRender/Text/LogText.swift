package import StropCore

extension TextRenderer {
  /// `strop log`: a line a check-in, the newest last.
  ///
  /// `isWhole`: notes are not cut, however long a line gets: for a pipe.
  package func log(_ log: Log, isWhole: Bool = false) -> String {
    var screen = Screen()
    guard !log.checkIns.isEmpty else {
      screen.add(prose(phrases.nothingRecorded(skill: log.skill, days: log.days)))
      screen.add(
        suggestion(phrases.recordIt, checkInCommands(log.skill ?? "papers"), indent: 0))
      return text(screen)
    }
    if log.earlier > 0 {
      let skill = log.skill.map { " " + $0.sanitized } ?? ""
      let rest =
        log.earlier > Log.mostCounted ? " | less" : " --limit \(log.checkIns.count + log.earlier)"
      let command = "strop log\(skill)\(rest)"
      screen.add(suggestion(phrases.earlier(log.earlier), [command], indent: 0))
      screen.blank()
    }
    let lines = isWhole ? wholeLines(log) : table(log).lines(within: columns)
    screen.add(columns < 64 ? underHeadings(log, lines) : lines)
    let levels = Set(log.checkIns.map(\.level))
    if columns < 100, levels != [.claimed] {
      screen.blank()
      let legend = EvidenceLevel.allCases.filter(levels.contains).map {
        mark($0) + " " + phrases.level($0)
      }
      screen.add("  " + Line(legend.joined(separator: "   "), .quiet))
    }
    if let cut = zip(log.checkIns, lines).reversed().first(where: isCut)?.0 {
      screen.blank()
      screen.add(suggestion(phrases.noteWhole, ["strop show " + cut.shortID], indent: 0))
    }
    return text(screen)
  }

  /// Whether a check-in's note is not all there in its line.
  private func isCut(_ logged: LoggedCheckIn, _ line: Line) -> Bool {
    guard let note = logged.checkIn.note?.sanitized, !note.contains("…") else { return false }
    return line.plain.contains("…") && !line.plain.contains(note)
  }

  /// Notes and what backs them stand behind the table: in a column of it, the longest one would widen them all.
  private func wholeLines(_ log: Log) -> [Line] {
    var table = table(log)
    let texts = table.rows.map { row in
      row.suffix(2).filter { !$0.isEmpty }.reduce(Line("")) { $0 + "  " + $1 }
    }
    table.rows = table.rows.map { $0.dropLast(2) }
    return zip(table.lines(within: .max), texts).map { line, text in
      var line = line + text
      line.mayOverflow = true
      return line
    }
  }

  /// A row a check-in, behind the date on the first one of each day; on a narrow screen, that stands above.
  private func table(_ log: Log) -> Table {
    let isNarrow = columns < 64
    var shown: Day?
    return Table(
      indent: isNarrow ? 2 : 0,
      columns: (isNarrow ? [] : [Table.Column()]) + checkInColumns,
      rows: log.checkIns.map { logged in
        let day = logged.checkIn.moment.day
        defer { shown = day }
        return (isNarrow ? [] : [Line(shown == day ? "" : phrases.day(day))]) + cells(logged)
      })
  }

  /// With the date above each day's lines.
  private func underHeadings(_ log: Log, _ rows: [Line]) -> [Line] {
    var lines: [Line] = []
    var shown: Day?
    for (logged, row) in zip(log.checkIns, rows) {
      let day = logged.checkIn.moment.day
      if shown != day { lines.append(Line(phrases.longDay(day))) }
      shown = day
      lines.append(row)
    }
    return lines
  }

  private var checkInColumns: [Table.Column] {
    [
      Table.Column(),
      Table.Column(minimum: 8, isCutLast: true),
      Table.Column(alignment: .right),
      Table.Column(),
      Table.Column(minimum: 8),
      Table.Column(minimum: 20, drops: 1),
    ]
  }

  /// Short id, skill, minutes, level, note, and the evidence on wide screens.
  private func cells(_ logged: LoggedCheckIn) -> [Line] {
    let checkIn = logged.checkIn
    let isWide = columns >= 100
    let level = isWide ? phrases.level(logged.level) : mark(logged.level)
    let more = logged.evidence.count > 1 ? "(+\(logged.evidence.count - 1)) " : ""
    let evidence = logged.evidence.first.map {
      Line(more + $0.kind.rawValue + " ", .quiet) + Line($0.value, .quiet, url: $0.url)
    }
    return [
      Line(logged.shortID, .quiet),
      Line(isWide ? checkIn.item ?? checkIn.skill : checkIn.skill),
      Line(checkIn.minutes.map(phrases.minutes) ?? ""),
      Line(level, logged.level == .verified ? .good : .quiet),
      checkIn.note.map { Line($0) } ?? (isWide ? "" : evidence ?? ""),
      isWide ? evidence ?? "" : "",
    ]
  }

  /// One character for a level.
  func mark(_ level: EvidenceLevel) -> String {
    switch level {
    case .claimed: "·"
    case .evidenced: "+"
    case .verified: "✓"
    }
  }
}
