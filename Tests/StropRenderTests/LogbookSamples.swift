import StropCore

// Bugs and reproductions.
extension Samples {
  private var shanghai: Zone { Zone(name: "Asia/Shanghai") { _ in 28_800 } }

  private func moment(daysAgo: Int, _ time: String) -> Moment {
    let day = today - daysAgo
    let at = Instant(rfc3339: day.iso + "T" + time + ":00+08:00") ?? Instant(milliseconds: 0)
    return Moment(at: at, zone: "Asia/Shanghai", day: day)
  }

  private var now: Instant { moment(daysAgo: 0, "21:00").at }

  private func bug(_ id: String, _ symptom: String, daysAgo: Int, closed: Int? = nil) -> Bug {
    Bug(
      id: id, symptom: words(symptom), opened: moment(daysAgo: daysAgo, "21:10"),
      closing: closed.map {
        let moment = moment(daysAgo: $0, "20:15")
        return Bug.Closing(
          at: moment.at, day: moment.day, cause: words("the mask left out the last token"),
          bugClass: .lossMask, fix: "3f2a91cc")
      })
  }

  func bugCard(closed: Bool, tried: Int = 3) -> BugCard {
    let bug = bug(
      "7k3fq0x9ab", "loss is NaN after step 1,200, but only on 8 GPUs and never on one",
      daysAgo: 3, closed: closed ? 0 : nil)
    let results: [Hypothesis.Result] = [.ruledOut, .unclear, .confirmed]
    let steps = results.prefix(tried).enumerated().map { index, result in
      Step(
        Hypothesis(
          id: "h\(index)", bug: bug.id,
          text: words("the learning rate is too high for this batch size, so halve it twice"),
          result: result, moment: moment(daysAgo: 2 - index, "22:05"), checkIn: nil),
        minutes: index == 1 ? nil : 30, note: index == 0 ? words("same step, every time") : nil)
    }
    return BugCard(
      line: BugLine(listed: listed(bug), hypotheses: steps.count), steps: steps, zone: shanghai,
      now: now, today: today)
  }

  func bugList() -> BugList {
    let bugs = [
      bug("9n2v6h4r1d", "eval accuracy is 0 after resuming", daysAgo: 40, closed: 38),
      bug("7k3fq0x9ab", "loss is NaN after step 1,200, but only on 8 GPUs", daysAgo: 9),
      bug("2f6t8c1r5n", "slow", daysAgo: 0),
    ]
    return BugList(
      bugs: bugs.map { BugLine(listed: listed($0), hypotheses: 2) }, isFiltered: false,
      zone: shanghai, now: moment(daysAgo: 0, "23:00").at)
  }

  func noBugs(filtered: Bool) -> BugList {
    BugList(bugs: [], isFiltered: filtered, zone: shanghai, now: now)
  }

  func bugStatistics() -> BugStatistics {
    let bugs = bugList().bugs.map(\.bug)
    return BugStatistics(bugs, hypotheses: ["9n2v6h4r1d": 4], now: now)
  }

  func recorded<Shown>(_ shown: Shown, practice: Bool = true) -> Recorded<Shown> {
    Recorded(
      shown,
      practice: practice
        ? receipt(openItem: false, evidence: [evidence(.bug, "7k3fq0x9ab"), link]) : nil)
  }

  /// `isWhole`: whether every run names its commit, and there is one claim alone.
  func reproductionCard(
    _ ending: Reproduction.State, runs: Int, isWhole: Bool = false
  ) -> ReproductionCard {
    let day = moment(daysAgo: 2, "20:15")
    let reproduction = Reproduction(
      id: "5r8t2v4n6h", title: words("dpo-hh"), source: "2305.18290",
      started: moment(daysAgo: 9, "21:10"),
      ending: ending == .open
        ? nil
        : Reproduction.Ending(
          isAbandoned: ending == .abandoned, at: day.at, day: day.day,
          reason: words("the preference data is gone")))
    let results = [57.2, 57.9, 56.2, 56.4].prefix(runs).enumerated().map { index, value in
      RunResult(
        id: "r\(index)", reproduction: reproduction.id, metric: words("win-rate"), value: value,
        seed: min(index, 2), commit: index == 0 || isWhole ? "/home/li/dpo@3f2a91cc41d0" : nil,
        conditions: index == 1 ? words("4 GPUs, batch 64 instead of 256") : nil,
        moment: moment(daysAgo: 8 - index, "22:05"), checkIn: nil)
    }
    let claim = Claim(
      id: "c0", reproduction: reproduction.id, metric: words("win-rate"), value: 61,
      better: .higher,
      tolerance: Claim.Tolerance(amount: 2, isRelative: true), position: 0)
    let other = Claim(
      id: "c1", reproduction: reproduction.id, metric: "kl", value: 3.4, better: .lower,
      tolerance: nil, position: 1)
    let standing = ClaimStanding(claim, results: Array(results))
    return ReproductionCard(
      listed: listed(reproduction), sourceTitle: words("Direct Preference Optimization"),
      claims: runs == 1 || isWhole ? [standing] : [standing, ClaimStanding(other, results: [])],
      runs: results.map { result in
        Step(result, minutes: 90, note: result.seed == 0 ? words("beta 0.1") : nil)
      }, zone: shanghai, today: today)
  }

  func reproductionCards() -> [ReproductionCard] {
    [
      reproductionCard(.abandoned, runs: 0), reproductionCard(.finished, runs: 4),
      reproductionCard(.open, runs: 1),
    ]
  }
}

// Papers and judgements.
extension Samples {
  private func judgement(
    _ id: String, _ claim: String, _ percent: Int, by: Int, _ outcome: Judgement.Outcome? = nil,
    withdrawn: Bool = false, rule: Bool = false
  ) -> JudgementLine {
    let judgement = Judgement(
      id: id, paper: "2305.18290", claim: words(claim), probability: percent, by: day(by),
      rule: rule ? words("their Table 2, run again at 70B") : nil,
      moment: moment(daysAgo: 30, "21:10"), checkIn: nil,
      resolution: outcome.map {
        Judgement.Resolution(outcome: $0, at: now, day: today)
      }, withdrawn: withdrawn ? now : nil)
    return JudgementLine(
      listed: listed(judgement), paperTitle: words("Direct Preference Optimization"),
      evidence: outcome == .no ? [link] : [], today: today)
  }

  func judgementLine(_ outcome: Judgement.Outcome? = nil) -> JudgementLine {
    judgement("7k3fq0x9ab", "no PPO run of ours beats it at 70B", 70, by: 40, outcome, rule: true)
  }

  func scoreCard(resolved: Int = 33) -> ScoreCard {
    let done = (0..<resolved).map { index in
      judgement(
        "\(index)", "x", [10, 35, 60, 75, 75, 95, 100][index % 7], by: -1,
        index % 7 > 2 ? .yes : .no)
    }
    return ScoreCard(
      score: JudgementScore(done.map(\.judgement)),
      open: resolved == 0
        ? []
        : [
          judgement("2f6t8c1r5n", "the code is public", 90, by: -3),
          judgement("9n2v6h4r1d", "half of the labs use it within a year", 55, by: 200, rule: true),
        ],
      withdrawn: resolved == 0
        ? [] : [judgement("5r8t2v4n6h", "it needs no KL", 20, by: 9, withdrawn: true)], void: 1,
      zone: shanghai)
  }

  func paperLine(_ key: String, _ title: String, read: Bool = true, own: Bool = true) -> PaperLine {
    PaperLine(
      key: key, shortID: String(key.prefix(10)), title: words(title),
      authors: own ? words("Rafailov, Rafael and Sharma, Archit") : nil, year: own ? 2023 : nil,
      url: "https://arxiv.org/abs/" + key, skill: name("dpo"),
      added: own ? moment(daysAgo: 40, "21:10") : nil, isListed: true,
      readings: read
        ? [1, 2].map {
          Reading(
            id: "r\($0)", paper: key, pass: $0, moment: moment(daysAgo: 10 - $0, "21:10"),
            checkIn: nil)
        } : [],
      judgements: read ? [judgementLine().judgement] : [])
  }

  func paperList() -> PaperList {
    PaperList(
      papers: [
        paperLine("2305.18290", "Direct Preference Optimization"),
        paperLine("1707.06347", "Proximal Policy Optimization", read: false),
        paperLine("2402.01306", "KTO", read: false, own: false),
      ], moreListed: 152, isFiltered: false, zone: shanghai, today: today)
  }

  func noPapers(filtered: Bool) -> PaperList {
    PaperList(
      papers: [], moreListed: filtered ? 0 : 155, isFiltered: filtered, zone: shanghai,
      today: today)
  }

  func paperCard(read: Bool, otherTitle: Bool = false) -> PaperCard {
    let line = paperLine("2305.18290", "Direct Preference Optimization", read: read)
    return PaperCard(
      line: line, otherTitle: otherTitle ? words("Proximal Policy Optimization") : nil,
      steps: line.readings.map {
        Step(
          $0, minutes: $0.pass == 2 ? 45 : nil,
          note: $0.pass == 2 ? words("two of five claims have no baseline") : nil)
      },
      judgements: read ? [judgementLine(), judgementLine(.no)] : [], zone: shanghai, today: today)
  }

  func bibliography(broken: Int) -> BibliographySummary {
    BibliographySummary(
      added: 1_987, known: broken == 0 ? 0 : 8,
      passedOver: (0..<broken).map { index in
        BibliographySummary.PassedOver(
          line: 10 + index * 7, key: index == 1 ? nil : words("smith2020"),
          reason: [.unclosed, .malformed, .noTitle, .tooLong][index % 4])
      })
  }
}

// Check-ins as CSV.
extension Samples {
  func table(broken: Int) -> CheckInTableSummary {
    CheckInTableSummary(
      taken: 1_987, known: broken == 0 ? 0 : 8,
      passedOver: (0..<broken).map { index in
        CheckInTableSummary.PassedOver(
          line: 10 + index * 97,
          reason: LocalizedText(
            english: words("no skill called 'cooking'"), chinese: words("没有叫“cooking”的技能")),
          isTaken: index > 10)
      },
      unknownColumns: broken == 0 ? [] : ["mood", words("weather")])
  }
}

// Experiments.
extension Samples {
  enum ExperimentStage {
    case planned, predicted, running, lost, pastBudget, finished
  }

  func experimentCard(_ stage: ExperimentStage) -> ExperimentCard {
    let day = moment(daysAgo: 0, "20:15")
    let hasRuns = stage != .planned && stage != .predicted
    let experiment = Experiment(
      id: "4b7n2k9d5x", title: words("beta-sweep"), skill: name("dpo"),
      hypothesis: words("a lower beta raises the win rate of this policy on held-out prompts"),
      prediction: stage == .planned
        ? nil
        : Experiment.Prediction(
          text: words("above 58% at beta 0.05"), at: moment(daysAgo: 3, "20:00").at,
          isLate: stage == .pastBudget),
      budget: stage == .predicted ? nil : stage == .pastBudget ? 1 : 4,
      gpuHours: stage == .planned ? nil : 8, stop: words("the loss is NaN"),
      planned: moment(daysAgo: 3, "20:00"),
      ending: stage == .finished
        ? Experiment.Ending(verdict: .refuted, at: day.at, day: day.day, checkIn: "c") : nil)
    let start = moment(daysAgo: 2, "22:05")
    func run(_ id: String, _ hours: Double?, exit: Int, _ state: WatchedRun.State) -> WatchedRun {
      let run = Run(
        id: id, parent: experiment.subject, started: start,
        command: words("python train.py --beta 0.05"), host: words("gpu-07"),
        directory: "/data/dpo",
        code: Run.Code(
          repository: "/data/dpo", commit: "3f2a91cc41d0", isDirty: exit != 0),
        gpus: state == .lost ? nil : Run.GPUs(count: 2, names: "NVIDIA A100"),
        end: hours.map {
          Run.End(
            at: Instant(milliseconds: start.at.milliseconds + Int64($0 * 3_600_000)), exit: exit)
        },
        tail: state == .finished
          ? words("step 1000 loss 0.31\n  RuntimeError: CUDA out of memory") : nil)
      return WatchedRun(
        listed: listed(run), state: state,
        metrics: exit == 0 && state == .finished
          ? [
            Metric(run: id, name: "loss", number: 0.3125),
            Metric(run: id, name: words("win_rate"), number: .nan),
          ] : [])
    }
    var runs = [
      run("7k3fq0x9ab", 0.01, exit: 1, .finished), run("9n2v6h4r1d", 3.2, exit: 0, .finished),
    ]
    if stage == .running { runs.append(run("2f6t8c1r5n", nil, exit: 0, .running)) }
    if stage == .lost { runs.append(run("2f6t8c1r5n", nil, exit: 0, .lost)) }
    return ExperimentCard(
      listed: listed(experiment), runs: hasRuns ? runs : [],
      conclusion: experiment.ending.map {
        Step($0, minutes: 40, note: words("57.1 at 0.05, 57.9 at 0.1: no gain below 0.1"))
      }, price: 6.85, zone: shanghai, now: now, today: today)
  }
}

// Evidence that was checked.
extension Samples {
  func verification(fails: Bool = true) -> VerificationSummary {
    func one(
      _ id: String, _ kind: Evidence.Kind, _ value: String, _ problem: Evidence.Problem? = nil
    ) -> Listed<Evidence> {
      listed(
        Evidence(
          id: id, parent: Subject("checkin", "7k3fq0x9ab"), kind: kind, value: value, sha256: nil,
          verification: Evidence.Verification(at: now, problem: problem)))
    }
    return VerificationSummary(
      verified: 31,
      failed: fails
        ? [
          one("7k3fq0x9ab", .file, words("/home/li/notes/triage-2026-11.md"), .changed),
          one(
            "9n2v6h4r1d", .commit, "/home/li/dpo@3f2a91cc41d03f2a91cc41d03f2a91cc41d03f2a",
            .otherAuthor), one("2f6t8c1r5n", .bug, "9n2v6h4r1d", .incomplete),
          one("4b7n2k9d5x", .bug, "9n2v6h4r1d", .incomplete),
        ] : [],
      elsewhere: fails
        ? (0..<7).map { one("a\($0)2v6h4r1d", .file, "/data/run-\($0)/curve.png") } : [],
      links: fails ? 12 : 0, since: fails ? nil : day(-3),
      titles: ["9n2v6h4r1d": words("loss is NaN after step 1,200")])
  }
}

// Commits that back nothing yet.
extension Samples {
  func commitCollection(none: Bool = false) -> CommitCollection {
    func proposal(_ offset: Int, _ count: Int, skill: String?) -> CommitProposal {
      CommitProposal(
        repository: "/home/li/" + name("dpo"), shownRepository: "~/" + name("dpo"),
        day: day(offset),
        commits: (0..<count).map {
          CommitProposal.Commit(
            sha: "\($0)f2a91cc41d03f2a91cc41d03f2a91cc41d03f2a",
            subject: words("loss mask: leave out the prompt's last token"),
            at: moment(daysAgo: -offset, "20:15").at)
        }, skill: skill,
        checkIns: skill.map { [logged($0, daysAgo: -offset, minutes: 40, note: nil).listed] } ?? [])
    }
    return CommitCollection(
      proposals: none
        ? [] : [proposal(-2, 11, skill: nil), proposal(-1, 1, skill: name("debug"))],
      days: day(-13)...today, addresses: ["li@example.com"], recorded: none ? 0 : 4,
      zone: shanghai)
  }
}

// What reports and today's screen tell of logbooks.
extension Samples {
  func reportedLogbooks() -> ReportedLogbooks {
    ReportedLogbooks(
      read: [
        ReportedLogbooks.Paper(
          key: "2305.18290", title: words("Direct Preference Optimization"), pass: 2),
        ReportedLogbooks.Paper(key: "2402.01306", title: "KTO", pass: nil),
      ], judged: 2, resolved: 1, overdue: 1,
      reproductions: [reproductionCard(.finished, runs: 3), reproductionCard(.open, runs: 1)],
      opened: 2, tried: 3, closed: [bugCard(closed: true).bug], open: 1,
      experiments: [
        ReportedLogbooks.Experiment(
          name: words("beta"), verdict: .refuted, runs: 3, hours: 3.2, gpuHours: 6.4,
          plannedGPUHours: 8),
        ReportedLogbooks.Experiment(
          name: "warmup", verdict: nil, runs: 0, hours: 0, gpuHours: nil, plannedGPUHours: nil),
      ], price: 6.85)
  }

  func waitingLogbooks() -> WaitingLogbooks {
    WaitingLogbooks(
      judgements: [judgementLine(), judgementLine(), judgementLine(), judgementLine()],
      bugs: [bugList().bugs[1]], experiments: [experimentCard(.lost)], now: now)
  }
}
