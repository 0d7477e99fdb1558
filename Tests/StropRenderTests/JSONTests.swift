import StropCore
import StropRender
import Testing

/// An answer in JSON, and the keys that are promised for it, in the order in which they come.
struct Answer: Sendable, CustomTestStringConvertible {
  let name: String
  let keys: String
  let json: @Sendable (JSONRenderer, Samples) -> JSON

  var testDescription: String { name }

  init(
    _ name: String,
    _ keys: String,
    _ json: @escaping @Sendable (JSONRenderer, Samples) -> JSON
  ) {
    self.name = name
    self.keys = keys
    self.json = json
  }

  static let checkIn =
    "id, skill, item, day, at, minutes, note, evidence:[{id, kind, value, level}]"
  static let item =
    "slug, skill, title, state, level, doneWhen, hours, hardware, check, "
    + "expect:{value, tolerance, unit}, prerequisites:[], references:[], predictFirst, firstMonth, "
    + "knownToWork, started, finished, value, unaided, prediction, evidence:[{id, kind, value, level}]"
  static let totals = "{sessions, minutes, activeDays, itemsDone}"
  static let reminder =
    "id, kind, skill, item, text, whenSlack, rule, channels:[], device, snoozed, always, silent, next, upcoming:[], "
    + "last:{occurrence, channel, state}"

  static let judgement =
    "id, paper, claim, p, by, rule, written, outcome, resolved, withdrawn, overdue, "
    + "evidence:["
  static let backed = judgement + "{id, kind, value, level}]"
  static let unbacked = judgement + "]"
  static let paper =
    "id, title, authors, year, url, skill, added, listed, read, pass, firstRead, lastRead, lagMonths, judged"
  static let bug = "id, symptom, class, opened, closed, cause, fix, tried"
  static let reproduction =
    "id, name, source, state, verdict, started, ended, reason, "
    + "metrics:[{name, better, claim, tolerance, n, mean, sd, gap, relativeGap, gapInStandardErrors, verdict}], "
    + "results:[{id, metric, value, seed, commit, conditions, at, day, minutes, note, counts}]"

  static let run =
    "id, started, ended, exit, command, host, directory, commit, dirty, gpus, gpuHours, metrics:{loss, win_rate}, "
    + "tail, state"
  static let experiment =
    "id, name, skill, hypothesis, predicted, predictedBeforeRun, verdict, note, planned, ended, stop, "
    + "budgetHours, gpuHours, hours, gpuHoursUsed, cost, pastBudget"

  private static let reportKeys =
    "{version, week, from, to, zone, finished, totals:\(totals), notes:[{day, skill, minutes, note}], previous:\(totals), "
    + "average4:\(totals), skills:[{slug, title, sessions, done, minutes, met, streak, weeks:[], "
    + "evidence:{claimed, evidenced, verified}}], items:[{slug, title, level, value}], "
    + "next:[{slug, title, hours, for}], "
    + "logbooks:{papers:{read:[{id, title, pass}], judged, resolved, overdue}, "
    + "reproductions:[{name, verdict}], bugs:{opened, tried, closed, open}, "
    + "experiments:[{name, verdict, runs, hours, gpuHours, plannedGpuHours, cost}]}"

  static let all: [Answer] = [
    Answer(
      "paper",
      "{version, paper:{\(paper), otherTitle, readings:[{id, pass, at, day, minutes, note}], "
        + "judgements:[{\(unbacked)}]}, checkin:{\(checkIn)}}"
    ) { $0.paper($1.recorded($1.paperCard(read: true))) },
    Answer("paper-list", "{version, papers:[{\(paper)}], moreListed}") {
      $0.papers($1.paperList())
    },
    Answer("paper-judge", "{version, judgement:{\(backed)}, checkin:{\(checkIn)}}") {
      $0.judgement($1.recorded($1.judgementLine(.no)), .utc)
    },
    Answer(
      "paper-score",
      "{version, resolved, brier, baseRate, baseRateBrier, anecdotal, "
        + "buckets:[{from, to, n, meanForecast, frequency}], open, overdue, withdrawn, void, judgements:[{\(unbacked)}]}"
    ) { $0.score($1.scoreCard()) },
    Answer(
      "import-checkins",
      "{version, checkins:{taken, known, passedOver:[{line, reason, taken}], unknownColumns:[]}}"
    ) { $0.imported($1.table(broken: 2)) },
    Answer("import-papers", "{version, papers:{added, known, passedOver:[{line, key, reason}]}}") {
      $0.imported($1.bibliography(broken: 2))
    },
    Answer(
      "bug",
      "{version, bug:{\(bug), hypotheses:[{id, hypothesis, result, at, day, minutes, note}]}, "
        + "checkin:{\(checkIn)}}"
    ) { $0.bug($1.recorded($1.bugCard(closed: true, tried: 1))) },
    Answer("bug-list", "{version, bugs:[{\(bug)}]}") { $0.bugs($1.bugList()) },
    Answer(
      "bug-stats",
      "{version, closed, open, medianHours, byClass:{data, tokenisation, loss-mask, numerics, parallelism, "
        + "optimizer, checkpoint, environment, evaluation, other}, hypothesesPerBug}"
    ) { $0.bugStatistics($1.bugStatistics()) },
    Answer("repro", "{version, reproduction:{\(reproduction)}, checkin:{\(checkIn)}}") {
      $0.reproduction($1.recorded($1.reproductionCard(.open, runs: 1)))
    },
    Answer("repro-list", "{version, reproductions:[{\(reproduction)}]}") {
      $0.reproductions([$1.reproductionCard(.open, runs: 1)])
    },
    Answer("experiment", "{version, experiment:{\(experiment), runs:[]}, checkin:{\(checkIn)}}") {
      $0.experiment($1.recorded($1.experimentCard(.predicted)))
    },
    Answer("experiment-list", "{version, experiments:[{\(experiment), runs:[]}]}") {
      $0.experiments([$1.experimentCard(.planned)])
    },
    Answer("experiment-run", "{version, run:{\(run)}}") {
      $0.run($1.experimentCard(.finished).runs[1], .utc)
    },
    Answer(
      "evidence-collect",
      "{version, from, to, emails:[], recorded, "
        + "proposals:[{repository, day, skill, commits:[{commit, subject, at}], checkins:[]}]}"
    ) { $0.collection($1.commitCollection()) },
    Answer("checkin", "{version, checkin:{\(checkIn)}}") {
      $0.checkIn($1.receipt(evidence: [$1.link]))
    },
    Answer("log", "{version, checkins:[{\(checkIn)}]}") { renderer, samples in
      renderer.log(
        Log(checkIns: Array(samples.log().checkIns[1...]), earlier: 0, skill: nil, days: nil))
    },
    Answer(
      "show",
      "{version, type, state, checkin:{id, skill, item, day, at, zone, minutes, note, level, "
        + "evidence:[{id, kind, value, level}]}, "
        + "history:[{action, at, device, isHere, command, batch, changes:[{field, from, to}]}]}"
    ) { $0.record($1.recordCards()[0]) },
    Answer("skip-list", "{version, skips:[{id, skill, from, to, reason}]}") {
      $0.list($1.skips())
    },
    Answer("skip", "{version, skip:{id, skill, from, to, reason}}") {
      $0.record(Receipt(.added, $1.skips()[0]))
    },
    Answer("undo", "{version, undone:{batch, command, subjects:[], passedOver:[]}}") {
      $0.undo($1.undo(true))
    },
    Answer("redo", "{version, redone:{batch, command, subjects:[], passedOver:[]}}") {
      $0.undo($1.undo(false))
    },
    Answer(
      "today",
      "{version, day, week, zone, skills:[{slug, title, sessions, done, owed, slack, streak, minutes, "
        + "lastDay, nextItem:{slug, title, for}}], inWork:[], off, retest:{slug, days, every}, "
        + "judgements:[{id, paper, claim, p, by}], bugs:[{id, symptom, openedOn}], "
        + "experiments:[{id, name, state}], "
        + "reminders:[{id, occurrence, skill, text}]}"
    ) { renderer, samples in
      let screen = samples.todayScreen()
      return renderer.today(
        Today(
          day: screen.day,
          zone: screen.zone,
          skills: screen.skills,
          daysPractised: 3,
          daysCounted: 4,
          retest: screen.retest, logbooks: samples.waitingLogbooks(),
          reminders: [samples.dueReminder(), samples.dueReport()],
          staleTick: nil))
    },
    Answer(
      "skill-list",
      "{version, curriculum, skills:[{slug, title, state, sessions, minutes, items:{total, done}}]}"
    ) { $0.skills($1.skillList()) },
    Answer(
      "skill",
      "{version, skill:{slug, title, state, sessions, minutes, items:{total, done}, week, asked, done, "
        + "owed, slack, met, streak, lastDay, practisedMinutes, practised:[], skipped:[], "
        + "weeks:[{week, asked, done, met}], why, nextItem:{slug, title, for}, retest:{minutes, days}}}"
    ) { $0.skill($1.card()) },
    Answer(
      "item-list",
      "{version, items:[{\(item)}], routes:[{route, items, done, hours, hoursLeft}]}"
    ) {
      $0.items($1.itemList(Array($1.listedItems()[2...])))
    },
    Answer("item", "{version, item:{\(item), why, minutes, checkins:[]}}") {
      $0.item($1.itemCards()[2])
    },
    Answer("item-check", "{version, item:{\(item)}, match, value, result, run:{\(run)}}") {
      $0.itemCheck($1.checkedItem(.passed), .utc)
    },
    Answer(
      "evidence-verify",
      "{version, checked, verified, failed:[{id, kind, value, reason}], elsewhere, links}"
    ) { $0.verification($1.verification()) },
    Answer("item-done", "{version, item:{\(item)}, match}") { $0.itemDone($1.itemReceipts()[0]) },
    Answer(
      "report", reportKeys + ", against, charts}"
    ) { $0.report($1.report()) },
    Answer(
      "report-charts",
      reportKeys + ", against:{from, to, totals:\(totals), skills:[{slug, done, minutes}]}, "
        + "charts:{calendar:{from, to, days:[{day, sessions, minutes}]}, "
        + "minutes:{weeks:[], planned:[], skills:[{slug, minutes:[]}]}, "
        + "checklists:[{slug, total, done, doneInRange}], "
        + "calibration:{resolved, brier, baseRate, baseRateBrier, anecdotal, "
        + "buckets:[{from, to, n, meanForecast, frequency}]}}}"
    ) { $0.report($1.comparedReport()) },
    Answer("remind-list", "{version, reminders:[{\(reminder)}]}") { $0.reminders($1.reminders()) },
    Answer("remind", "{version, reminder:{\(reminder)}}") {
      $0.reminder($1.reminderReceipt(.added, isScheduled: true))
    },
    Answer("config-list", "{version, settings:[{key, value, default}]}") {
      $0.settings($1.settings())
    },
    Answer("config", "{version, setting:{key, value, default}}") {
      $0.setting($1.settings()[0])
    },
    Answer("doctor", "{version, checks:[{name, state, detail, fix}]}") { $0.doctor($1.checks()) },
    Answer("sync", "{version, sync:{remote, taken, from:[], sent, others:[], copy}}") {
      $0.synced($1.syncReceipts()[0])
    },
    Answer(
      "sync-status",
      "{version, sync:{remote, auto, last, waiting, failing:{since, days, reason}, "
        + "devices:[{device, name, own, entries, waiting, seen, aheadSeconds}]}}"
    ) {
      $0.sync($1.syncStatuses()[1])
    },
    Answer("sync-remove", "{version, removed:{remote}}") {
      $0.unshared($1.words("/srv/strop.git"))
    },
    Answer("restore-list", "{version, copies:[{path, at, entries, lastCheckIn}]}") {
      $0.copies($1.copies())
    },
    Answer("restore", "{version, restored:{path, at, entries, lastCheckIn}, kept}") {
      $0.restored($1.restored(), zone: .utc)
    },
  ]
}

struct JSONTests {
  @Test(arguments: Answer.all)
  func `every promised key is there, in its order`(answer: Answer) {
    let json = answer.json(JSONRenderer(language: .english), Samples())
    #expect(json.shape == answer.keys)
  }

  @Test(arguments: Answer.all)
  func `each answer reads as recorded`(answer: Answer) throws {
    let json = answer.json(JSONRenderer(language: .english), Samples())
    try Golden.expect(json.pretty + "\n", "\(answer.name).json")
  }

  @Test func `titles, sentences and screen lines come in the language asked for`() {
    let renderer = JSONRenderer(language: .chinese)
    let samples = Samples()
    #expect(renderer.skills(samples.skillList()).compact.contains("\"鉴别论文价值\""))
    #expect(renderer.items(samples.itemList()).compact.contains("\"隐式奖励\""))
    #expect(renderer.today(samples.pressingToday()).compact.contains("\"11-23 周一 09:00 周报"))
    #expect(renderer.doctor(samples.checks()).compact.contains("\"这台机器上没有 notify-send\""))
  }

  @Test func `a key without a value is null, never absent`() {
    let renderer = JSONRenderer(language: .english)
    let samples = Samples()
    let checkIn = renderer.checkIn(samples.backfill(outsideFocus: true)).compact
    #expect(checkIn.contains("\"item\":null"))
    #expect(checkIn.contains("\"minutes\":null,\"note\":null,\"evidence\":[]"))
    #expect(renderer.today(samples.calmToday()).compact.contains("\"retest\":null"))
    let empty = renderer.report(samples.emptyReport(week: false)).compact
    #expect(empty.contains("{\"version\":1,\"week\":null,\"from\":\"2026-09-27\""))
    #expect(empty.contains("\"met\":null"))
  }

  @Test func `means are numbers of two decimals at most`() {
    let json = JSONRenderer(language: .english).report(Samples().report()).compact
    #expect(
      json.contains(
        "\"average4\":{\"sessions\":5,\"minutes\":223,\"activeDays\":3.75,\"itemsDone\":0.5}"))
  }

  @Test func `an instant carries the offset of its own zone`() {
    let json = JSONRenderer(language: .english).checkIn(Samples().receipt()).compact
    #expect(json.contains("\"at\":\"2026-11-26T21:30:05+08:00\""))
  }
}

extension JSON {
  /// The keys of an object and of what it holds, of an array's first element: `{a, b:[{c}]}`.
  fileprivate var shape: String {
    switch self {
    case .object(let members):
      let parts = members.map { member in
        let shape = member.value.shape
        return member.name + (shape.isEmpty ? "" : ":" + shape)
      }
      return "{" + parts.joined(separator: ", ") + "}"
    case .array(let values): return "[" + (values.first?.shape ?? "") + "]"
    default: return ""
    }
  }
}
