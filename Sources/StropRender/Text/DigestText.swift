package import StropCore

extension TextRenderer {
  /// What a tick has to say, as channels send it: without colour, and no wider than mail is.
  package static func message(_ digest: Digest, _ language: Language) -> Message {
    let renderer = TextRenderer(language: language, columns: 72, color: false)
    let (title, brief) = renderer.notification(digest)
    let parts = digest.parts.map { part in
      let text =
        part.reminder.kind == .report
        ? digest.report.map(renderer.verdict) ?? ""
        : renderer.phrases.sequence(renderer.headings(part).map(\.heading)).sanitized
      return Message.Part(reminder: part.reminder, text: text)
    }
    return Message(
      title: title, body: renderer.digest(digest), brief: brief, html: nil, parts: parts)
  }

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
    let headings = headings(digest)
    if headings.count == 1, digest.report == nil, let (heading, command) = headings.first {
      return (heading, command ?? "")
    }
    var body = headings.map(\.heading)
    if let report = digest.report {
      if headings.isEmpty {
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
    headings(digest).flatMap { heading, command in
      [heading] + (command.map { ["  " + $0] } ?? [])
    }
  }

  /// What each reminder but the report's says, and the command that answers it.
  private func headings(_ digest: Digest) -> [(heading: String, command: String?)] {
    var said: Set<String> = []
    return digest.parts.flatMap { part in
      // Two reminders may ask for the same.
      var headings = self.headings(part).filter { said.insert($0.heading).inserted }
      if part.reminder.missed > 0, let first = headings.first {
        headings[0].heading =
          first.heading + phrases.missedBefore(part.reminder.missed)
      }
      return headings.map { ($0.heading.sanitized, $0.command?.sanitized) }
    }
  }

  private func headings(_ part: Digest.Part) -> [(heading: String, command: String?)] {
    switch part.reminder.topic {
    case .skill, .slack:
      return part.skills.map {
        (phrases.timeFor($0.slug, $0.standing), "strop checkin \($0.slug) -m 30")
      }
    case .retest:
      return part.retest.map {
        [(phrases.retestDue + phrases.retest($0), "strop checkin \($0.slug) -m 30")]
      } ?? []
    case .item(let slug):
      let title = part.itemTitle.map { phrases.colon + $0[language] } ?? ""
      return [(slug + title, "strop item show " + slug)]
    case .text(let text): return [(text, nil)]
    case .report: return []
    }
  }

  private func reportTitle(_ report: Report) -> String {
    "strop · " + (report.week.map(phrases.week) ?? phrases.range(report.days))
  }
}
