package import StropCore

extension TextRenderer {
  /// A delivered reminder, without colour; its first line can be a notification's title.
  package func digest(_ digest: Digest) -> String {
    var text = lines(digest).map { $0 + "\n" }.joined()
    if let report = digest.report {
      if !text.isEmpty { text += "\n" }
      text += TextRenderer(language: language, columns: 72, color: false).report(report)
    }
    return text.isEmpty ? "strop\n" : text
  }

  /// A delivered reminder for a desktop notice. Nothing is escaped: what shows it may read markup.
  package func notification(_ digest: Digest) -> (title: String, body: String) {
    let skills = skillLines(digest)
    if skills.count == 1, digest.report == nil, let (heading, command) = skills.first {
      return (heading, command)
    }
    var body = skills.map(\.heading)
    if let report = digest.report {
      if skills.isEmpty {
        return (
          reportTitle(report),
          [verdict(report), phrases.totals(report.totals), "strop report"].joined(separator: "\n")
        )
      }
      body.append(reportTitle(report) + phrases.colon + verdict(report))
    }
    return (phrases.reminders(body.count), body.joined(separator: "\n"))
  }

  private func lines(_ digest: Digest) -> [String] {
    skillLines(digest).flatMap { [$0.heading, "  " + $0.command] }
  }

  private func skillLines(_ digest: Digest) -> [(heading: String, command: String)] {
    digest.lines.compactMap { line in
      guard line.reminder.kind == .skill, let skill = line.reminder.skill?.sanitized else {
        return nil
      }
      return (phrases.timeFor(skill, line.standing), "strop checkin \(skill) -m 30")
    }
  }

  private func reportTitle(_ report: Report) -> String {
    "strop · " + (report.week.map(phrases.week) ?? phrases.range(report.days))
  }

  /// `strop prompt`: practised today, due today, reminders that wait; nothing where all are 0.
  package func prompt(_ segment: PromptSegment) -> String {
    let parts = [
      segment.practisedToday > 0 ? "✓\(segment.practisedToday)" : nil,
      segment.dueToday > 0 ? "!\(segment.dueToday)" : nil,
      segment.reminders > 0 ? "@\(segment.reminders)" : nil,
    ].compactMap(\.self)
    return parts.isEmpty ? "" : "strop " + parts.joined(separator: " ") + "\n"
  }
}
