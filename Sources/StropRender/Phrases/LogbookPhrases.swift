import StropCore

// The logbooks' part of a report.
extension PhraseBook {
  var logbooks: String { say("logbooks", "日志簿") }

  /// What each logbook got, of those that got anything.
  func summaries(of logbooks: ReportedLogbooks) -> [(logbook: Logbook, text: String)] {
    var summaries: [(logbook: Logbook, text: String)] = []
    if logbooks.hasPapers { summaries.append((.papers, papers(logbooks))) }
    if !logbooks.reproductions.isEmpty {
      summaries.append((.reproductions, sequence(logbooks.reproductions.map(summary))))
    }
    if logbooks.hasBugs { summaries.append((.bugs, bugs(logbooks))) }
    return summaries
  }

  /// `2 read: Direct Preference Optimization (pass 2), KTO; 1 judgement, 1 resolved, 2 overdue`.
  private func papers(_ logbooks: ReportedLogbooks) -> String {
    let titles = logbooks.read.map { paper in
      paper.title + (paper.pass.map { say(" (\(pass($0)))", "（\(pass($0))）") } ?? "")
    }
    let read =
      say("\(titles.count) read", "读了 \(titles.count) 篇") + colon
      + (titles.count > 1 ? sequence(titles) : titles.first ?? "")
    let judged = [
      (logbooks.judged, judged(logbooks.judged)),
      (logbooks.resolved, say("\(logbooks.resolved) resolved", "判定 \(logbooks.resolved) 个")),
      (logbooks.overdue, say("\(logbooks.overdue) overdue", "到期未判 \(logbooks.overdue) 个")),
    ].filter { $0.0 > 0 }.map(\.1)
    return sequence(
      [titles.isEmpty ? nil : read, judged.isEmpty ? nil : judged.joined(separator: comma)]
        .compactMap(\.self))
  }

  /// `dpo-hh: win-rate 57.1 ± 0.85, 3 runs, claim 61: not reproduced`.
  private func summary(_ card: ReproductionCard) -> String {
    let claims = card.claims.map { standing in
      standing.claim.metric + " " + measured(standing) + comma
        + say("claim ", "论文 ") + figure(standing.claim.value)
    }
    return card.reproduction.title + colon + sequence(claims) + say(": ", "：")
      + verdict(card.verdict)
  }

  /// `2 opened, 3 hypotheses tried, 1 closed: loss mask, after 2 days; 1 open`.
  private func bugs(_ logbooks: ReportedLogbooks) -> String {
    let counts = [
      (logbooks.opened, say("\(logbooks.opened) opened", "新发现 \(logbooks.opened) 个")),
      (
        logbooks.tried,
        say(
          counted(logbooks.tried, "hypothesis", "hypotheses") + " tried", "试了 \(logbooks.tried) 个假设"
        )
      ),
      (
        logbooks.closed.count,
        say("\(logbooks.closed.count) closed", "关闭 \(logbooks.closed.count) 个")
      ),
    ].filter { $0.0 > 0 }.map(\.1)
    let causes = logbooks.closed.compactMap { bug in
      bug.closing.map { closing in
        bugClass(closing.bugClass)
          + say(", after ", "，用时 ") + duration(hours: bug.hours(at: closing.at))
      }
    }
    let closed = causes.isEmpty ? "" : colon + sequence(causes)
    return sequence(
      [counts.joined(separator: comma) + closed]
        + (logbooks.open > 0
          ? [say("\(logbooks.open) still open", "还有 \(logbooks.open) 个未解决")] : []))
  }
}
