import StropCore
import StropRender
import Testing

/// Every screen in every state that the samples know.
struct NamedScreen: Sendable, CustomTestStringConvertible {
  let name: String
  let text: @Sendable (TextRenderer, Samples) -> String

  var testDescription: String { name }

  init(_ name: String, _ text: @escaping @Sendable (TextRenderer, Samples) -> String) {
    self.name = name
    self.text = text
  }

  static let golden: [NamedScreen] = [
    NamedScreen("today") { $0.today($1.todayScreen()) },
    NamedScreen("today-pressing") { $0.today($1.pressingToday()) },
    NamedScreen("today-waiting") {
      $0.today($1.waitingToday(.item($1.name("reward-model/bradley-terry-loss"))))
    },
    NamedScreen("today-without-hardware") { $0.today($1.waitingToday(.hardware(.oneGPU))) },
    NamedScreen("today-off") { $0.today($1.todayOff(nil)) + $0.today($1.todayOff("papers")) },
    NamedScreen("today-calm") { $0.today($1.calmToday()) },
    NamedScreen("today-empty") { $0.today($1.emptyToday()) },
    NamedScreen("first-run") { $0.firstRun($1.firstRun()) },
    NamedScreen("first-run-utc") { $0.firstRun($1.firstRun(isGeographic: false)) },
    NamedScreen("questions") { $0.skillChoices($1.todayScreen()) },
    NamedScreen("questions-wrong") {
      $0.wrongAnswer($1.words("no skill called 'deubg'"), $1.words("did you mean debug?"))
    },
    NamedScreen("questions-items") { $0.itemChoices([$1.nextItem(), $1.nextItem()]) },
    NamedScreen("questions-answered") { $0.answered($1.receipt()) },
    NamedScreen("checkin") { $0.checkIn($1.receipt()) },
    NamedScreen("checkin-edited") {
      $0.checkIn($1.receipt(.edited, openItem: false, evidence: [$1.link]))
    },
    NamedScreen("checkin-removed") { $0.checkIn($1.receipt(.removed, minutes: nil)) },
    NamedScreen("checkin-backfill") {
      $0.checkIn($1.backfill(outsideFocus: false)) + $0.checkIn($1.backfill(outsideFocus: true))
    },
    NamedScreen("log") { $0.log($1.log()) },
    NamedScreen("log-empty") {
      $0.log($1.emptyLog(filtered: false)) + $0.log($1.emptyLog(filtered: true))
    },
    NamedScreen("show") { renderer, samples in
      samples.recordCards().map(renderer.record).joined(separator: "\n")
    },
    NamedScreen("skips") { $0.skips($1.skips()) },
    NamedScreen("skips-empty") { renderer, _ in renderer.skips([]) },
    NamedScreen("skip") { renderer, samples in
      samples.skipReceipts().map(renderer.skip).joined()
    },
    NamedScreen("channels") { $0.channels($1.channelStates()) },
    NamedScreen("schedule") { renderer, samples in
      samples.scheduleChanges().map(renderer.schedule).joined(separator: "\n")
    },
    NamedScreen("schedule-status") { renderer, samples in
      samples.scheduleOverviews().map(renderer.schedule).joined(separator: "\n")
    },
    NamedScreen("undo") { $0.undo($1.undo(true)) + $0.undo($1.undo(false)) },
    NamedScreen("skills") { $0.skills($1.skillList()) },
    NamedScreen("skills-changed") {
      $0.skills(
        $1.skillList(
          changed: ["weekend", "reproduce"],
          minutes: 600,
          going: [$1.reminder("reproduce", "daily 20:00")]))
    },
    NamedScreen("skill") { $0.skill($1.card()) },
    NamedScreen("skill-shelved") { $0.skill($1.card(.shelved)) },
    NamedScreen("skill-added") { $0.skillAdded($1.skillList(changed: ["reproduce"])) },
    NamedScreen("items") { $0.items($1.itemList()) },
    NamedScreen("items-of-skill") {
      $0.items(
        $1.itemList(
          $1.listedItems().filter { $0.item.skill == "papers" },
          filter: ItemFilter(skill: "papers")))
    },
    NamedScreen("items-of-route") {
      $0.items($1.itemList(filter: ItemFilter(route: .firstMonth)))
    },
    NamedScreen("items-none") { $0.items($1.itemList([], filter: ItemFilter(state: .dropped))) },
    NamedScreen("item") { renderer, samples in
      samples.itemCards().map(renderer.item).joined(separator: "\n")
    },
    NamedScreen("evidence-verify") { renderer, samples in
      renderer.verification(samples.verification()) + "\n"
        + renderer.verification(samples.verification(fails: false))
    },
    NamedScreen("evidence-verify-none") { renderer, _ in
      renderer.verification(
        VerificationSummary(verified: 0, failed: [], elsewhere: [], links: 0, since: nil))
    },
    NamedScreen("item-check") { renderer, samples in
      (CheckedItem.Result.allCases.map { samples.checkedItem($0) }
        + [samples.checkedItem(.passed, tests: true)]).map(renderer.itemCheck)
        .joined(separator: "\n")
    },
    NamedScreen("item-receipts") { renderer, samples in
      samples.itemReceipts().map(renderer.itemReceipt).joined(separator: "\n")
    },
    NamedScreen("papers") { $0.papers($1.paperList()) },
    NamedScreen("papers-none") {
      $0.papers($1.noPapers(filtered: false)) + $0.papers($1.noPapers(filtered: true))
    },
    NamedScreen("paper") {
      $0.paper($1.paperCard(read: true)) + "\n"
        + $0.paper($1.paperCard(read: false, otherTitle: true))
    },
    NamedScreen("paper-receipts") {
      $0.paper($1.recorded($1.paperCard(read: false), practice: false)) + "\n"
        + $0.paper($1.recorded($1.paperCard(read: true))) + "\n"
        + $0.judgement($1.recorded($1.judgementLine())) + "\n" + $0.judgement($1.judgementLine(.no))
    },
    NamedScreen("paper-score") {
      $0.score($1.scoreCard()) + "\n" + $0.score($1.scoreCard(resolved: 3))
    },
    NamedScreen("paper-score-none") { renderer, samples in
      renderer.score(
        ScoreCard(score: JudgementScore([]), open: [], withdrawn: [], void: 0, zone: .utc))
    },
    NamedScreen("bibliography") {
      $0.imported($1.bibliography(broken: 0)) + "\n" + $0.imported($1.bibliography(broken: 13))
    },
    NamedScreen("bugs") { $0.bugs($1.bugList()) },
    NamedScreen("bugs-none") {
      $0.bugs($1.noBugs(filtered: false)) + $0.bugs($1.noBugs(filtered: true))
    },
    NamedScreen("bug") {
      $0.bug($1.bugCard(closed: true)) + "\n" + $0.bug($1.bugCard(closed: false, tried: 0))
    },
    NamedScreen("bug-receipts") {
      $0.bug($1.recorded($1.bugCard(closed: false, tried: 0), practice: false))
        + "\n" + $0.bug($1.recorded($1.bugCard(closed: false, tried: 2)))
        + "\n" + $0.bug($1.recorded($1.bugCard(closed: false)))
        + "\n" + $0.bug($1.recorded($1.bugCard(closed: true)))
    },
    NamedScreen("bug-stats") { renderer, samples in
      renderer.bugStatistics(samples.bugStatistics()) + "\n"
        + renderer.bugStatistics(BugStatistics([], hypotheses: [:], now: Instant(milliseconds: 0)))
    },
    NamedScreen("repros") { $0.reproductions($1.reproductionCards()) },
    NamedScreen("repros-none") { renderer, _ in renderer.reproductions([]) },
    NamedScreen("repro") { renderer, samples in
      samples.reproductionCards().map(renderer.reproduction).joined(separator: "\n")
    },
    NamedScreen("repro-receipts") {
      $0.reproduction($1.recorded($1.reproductionCard(.open, runs: 0), practice: false))
        + "\n" + $0.reproduction($1.recorded($1.reproductionCard(.open, runs: 1)))
        + "\n" + $0.reproduction($1.recorded($1.reproductionCard(.finished, runs: 3)))
    },
    NamedScreen("experiments") { renderer, samples in
      renderer.experiments(
        [.finished, .planned, .running, .lost, .pastBudget].map(samples.experimentCard))
    },
    NamedScreen("experiments-none") { renderer, _ in renderer.experiments([]) },
    NamedScreen("experiment") { renderer, samples in
      [.finished, .pastBudget, .planned, .lost].map {
        renderer.experiment(samples.experimentCard($0))
      }
      .joined(separator: "\n")
    },
    NamedScreen("experiment-receipts") {
      $0.experiment($1.recorded($1.experimentCard(.planned), practice: false))
        + "\n" + $0.experiment($1.recorded($1.experimentCard(.predicted), practice: false))
        + "\n" + $0.experiment($1.recorded($1.experimentCard(.finished)))
        + "\n" + $0.runRecorded($1.experimentCard(.finished).runs[1]) + $0.noMetrics("~/m.jsonl")
    },
    NamedScreen("evidence-collect") {
      $0.proposals($1.commitCollection()) + "\n" + $0.proposals($1.commitCollection(none: true))
        + "\n" + $0.collected([$1.receipt(evidence: [$1.link]), $1.receipt(minutes: nil)])
        + $0.collected([])
    },
    NamedScreen("portfolio") { $0.portfolio($1.portfolio()) },
    NamedScreen("portfolio-redacted") { $0.portfolio($1.portfolio().onlyVerified.redacted) },
    NamedScreen("portfolio-empty") {
      $0.portfolio($1.emptyPortfolio()) + "\n" + $0.portfolio($1.emptyPortfolio().onlyVerified)
        + "\n" + $0.portfolioWritten($1.portfolio(), to: "~/portfolio.html")
    },
    NamedScreen("report") { $0.report($1.report()) },
    NamedScreen("report-unfinished") { $0.report($1.report(finished: false, missed: 2)) },
    NamedScreen("report-against") { $0.report($1.comparedReport()) },
    NamedScreen("report-empty") { $0.report($1.emptyReport()) },
    NamedScreen("report-range") { $0.report($1.emptyReport(week: false)) },
    NamedScreen("report-blank") { $0.report($1.blankReport()) },
    NamedScreen("reminders") { $0.reminders($1.reminders()) },
    NamedScreen("reminders-empty") { renderer, _ in
      renderer.reminders(ReminderList(reminders: [], zone: "UTC"))
    },
    NamedScreen("reminder") {
      $0.reminder($1.reminderReceipt(.added, isScheduled: false))
        + $0.reminder($1.reminderReceipt(.removed, isScheduled: true))
    },
    NamedScreen("reminder-changed") {
      $0.reminder($1.reminderReceipt(.edited, isScheduled: true))
        + $0.reminder($1.reminderReceipt(.edited, wasSnoozed: true, isScheduled: true))
    },
    NamedScreen("reminder-card") { $0.reminder($1.reminderCard()) },
    NamedScreen("remind-log") { $0.deliveries($1.deliveryLog()) },
    NamedScreen("remind-log-empty") { renderer, _ in
      renderer.deliveries(DeliveryLog(deliveries: [], zone: "UTC"))
    },
    NamedScreen("notices") { $0.notices($1.notices()) },
    NamedScreen("settings") { renderer, samples in
      renderer.settings(samples.settings()) + samples.settings().map(renderer.setting).joined()
    },
    NamedScreen("doctor") { $0.doctor($1.checks()) },
    NamedScreen("sync") { renderer, samples in
      samples.syncReceipts().map {
        renderer.synced($0, copy: $0.copy) + renderer.joined($0, copy: $0.copy)
      }.joined(separator: "\n") + "\n" + renderer.unshared("/srv/strop.git")
    },
    NamedScreen("sync-status") { renderer, samples in
      samples.syncStatuses().map(renderer.sync).joined(separator: "\n")
    },
    NamedScreen("copies") { $0.copies($1.copies()) },
    NamedScreen("copies-none") { renderer, _ in
      renderer.copies(CopyList(copies: [], zone: .utc, today: Samples().today, option: ""))
    },
    NamedScreen("restored") {
      $0.restored($1.restored(), kept: "~/.local/share/strop/backups/strop-20261126T140000Z.db")
    },
    NamedScreen("imported-table") {
      $0.imported($1.table(broken: 0)) + "\n" + $0.imported($1.table(broken: 13))
    },
    NamedScreen("imported") { renderer, samples in
      let copy = samples.copies().copies[0].path
      return renderer.imported(
        ImportSummary(taken: 1, known: 2, devices: ["a"], copy: copy), copy: copy)
        + renderer.imported(ImportSummary(known: 24), copy: nil)
    },
  ]
}
