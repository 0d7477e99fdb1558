import StropCore

// The logbooks' part of a report.
extension PhraseBook {
  var logbooks: String { say("logbooks", "日志簿") }

  /// What each logbook got, of those that got anything.
  func summaries(of logbooks: ReportedLogbooks) -> [(label: String, text: String)] {
    var summaries: [(label: String, text: String)] = []
    if logbooks.hasPapers { summaries.append((Logbook.papers.skill, papers(logbooks))) }
    if !logbooks.reproductions.isEmpty {
      summaries.append(
        (Logbook.reproductions.skill, sequence(logbooks.reproductions.map(summary))))
    }
    if logbooks.hasBugs { summaries.append((Logbook.bugs.skill, bugs(logbooks))) }
    if !logbooks.experiments.isEmpty {
      let experiments = logbooks.experiments.map { summary($0, price: logbooks.price) }
      summaries.append((say("experiments", "实验"), sequence(experiments)))
    }
    return summaries
  }

  /// `beta: refuted, 3 runs, 3.2 h; so far 6.4 of 8 GPU-hours, 44 CNY at 6.85 each`.
  private func summary(_ experiment: ReportedLogbooks.Experiment, price: Double) -> String {
    let state = experiment.verdict.map(verdict) ?? say("in progress", "进行中")
    let runs =
      experiment.runs == 0
      ? nil : summary([runs(experiment.runs), seconds(experiment.hours * 3_600)])
    let planned = experiment.plannedGPUHours.map {
      say(" of \(figure($0))", " / \(figure($0))")
    }
    let gpuHours = experiment.gpuHours.map { hours in
      say(
        "so far \(figure(hours, digits: 3))\(planned ?? "") GPU-hours, ",
        "累计 \(figure(hours, digits: 3))\(planned ?? "") GPU 小时，") + cost(hours * price, at: price)
    }
    return experiment.name + colon
      + [state, runs, gpuHours].compactMap(\.self).joined(separator: comma)
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
