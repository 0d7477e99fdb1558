package import StropCore

extension TextRenderer {
  /// No wider than mail is.
  private static let mailWidth = 72

  /// What a tick has to say, as channels send it: without colour, and no wider than mail is.
  package static func message(_ digest: Digest, _ language: Language) -> Message {
    let renderer = TextRenderer(language: language, columns: mailWidth, color: false)
    let (title, brief) = renderer.notification(digest)
    let parts = digest.parts.map { part in
      let text = renderer.phrases.sequence(
        renderer.headings(part, digest.report).map(\.heading)
      ).sanitized
      return Message.Part(reminder: part.reminder, text: text)
    }
    return Message(
      title: title, body: renderer.digest(digest), brief: brief, html: renderer.page(digest),
      parts: parts)
  }

  /// What `digest` says, as a page; nil without a report.
  private func page(_ digest: Digest) -> String? {
    guard let report = digest.report else { return nil }
    // The report's own comes first, and is told by its verdict.
    let reminders = headings(digest).dropFirst().map { heading, command in
      let said = [heading, command].compactMap(\.self).joined(separator: phrases.colon)
      return Document.Block.paragraph(Document.Inline(said))
    }
    return HTMLRenderer(language: language).report(report, before: reminders)
  }

  /// A delivered reminder, without colour; where a report is among what it brings, its verdict comes first.
  package func digest(_ digest: Digest) -> String {
    var text = headings(digest).flatMap { heading, command in
      heading.wrapped(to: TextRenderer.mailWidth) + (command.map { ["  " + $0] } ?? [])
    }.map { $0 + "\n" }.joined()
    if let report = digest.report {
      let renderer = TextRenderer(
        language: language, columns: TextRenderer.mailWidth, color: false)
      text += "\n" + renderer.report(report)
    }
    return text.isEmpty ? "strop\n" : text
  }

  /// A delivered reminder for a desktop notice. Nothing is escaped: what shows it may read markup.
  package func notification(_ digest: Digest) -> (title: String, body: String) {
    let headings = headings(digest)
    guard headings.count == 1, let (heading, command) = headings.first else {
      return (
        phrases.reminders(headings.count), headings.map(\.heading).joined(separator: "\n")
      )
    }
    guard let report = digest.report else { return (heading, command ?? "") }
    let lines = [verdict(report), phrases.totals(report.totals), command ?? ""]
    return (reportTitle(report), lines.joined(separator: "\n"))
  }

  /// What each reminder says, and the command that answers it; the report's first.
  private func headings(_ digest: Digest) -> [(heading: String, command: String?)] {
    var said: Set<String> = []
    let report = digest.parts.first { $0.reminder.kind == .report }
    let parts = [report].compactMap(\.self) + digest.parts.filter { $0.reminder.kind != .report }
    return parts.flatMap { part in
      // Two reminders may ask for the same.
      var headings = self.headings(part, digest.report).filter {
        said.insert($0.heading).inserted
      }
      if part.reminder.missed > 0, let first = headings.first {
        headings[0].heading =
          first.heading + phrases.missedBefore(part.reminder.missed)
      }
      return headings.map { ($0.heading.sanitized, $0.command?.sanitized) }
    }
  }

  private func headings(
    _ part: Digest.Part, _ report: Report?
  ) -> [(heading: String, command: String?)] {
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
    case .judgements:
      return part.judgements.map { line in
        (
          phrases.settle(line.judgement, paper: line.paperTitle),
          "strop paper resolve \(line.listed.shortID) yes|no|void"
        )
      }
    case .text(let text): return [(text, nil)]
    case .report:
      return report.map {
        [(reportTitle($0) + phrases.colon + verdict($0), phrases.reportCommand(part.reminder))]
      } ?? []
    }
  }

  private func reportTitle(_ report: Report) -> String {
    "strop · " + (report.week.map(phrases.week) ?? phrases.range(report.days))
  }
}
