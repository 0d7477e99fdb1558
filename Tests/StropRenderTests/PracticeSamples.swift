import StropCore

// History and reminders.
extension Samples {
  func evidence(_ kind: Evidence.Kind, _ value: String) -> Evidence {
    Evidence(
      id: "e3f7q0x9ab",
      parent: Subject("checkin", "7k3fq0x9ab"),
      kind: kind,
      value: value,
      sha256: nil)
  }

  /// With the first four characters of its id; `fields` as its kind would declare them.
  func listed<Value>(_ value: Value, _ fields: [RecordField] = []) -> Listed<Value> {
    Listed(value, shortID: String(value.id.prefix(4))) { _ in fields }
  }

  func logged(
    _ skill: String,
    daysAgo: Int,
    minutes: Int?,
    note: String?,
    item: String? = nil,
    evidence: [Evidence] = []
  ) -> LoggedCheckIn {
    let day = today - daysAgo
    let at = Instant(rfc3339: day.iso + "T21:30:05+08:00") ?? Instant(milliseconds: 0)
    return LoggedCheckIn(
      listed: listed(
        CheckIn(
          id: "7k3fq0x9ab", skill: name(skill), item: item.map(name),
          moment: Moment(at: at, zone: "Asia/Shanghai", day: day), minutes: minutes,
          note: note.map(words))),
      offset: 28_800,
      evidence: evidence)
  }

  var link: Evidence { evidence(.url, words("https://example.org/notes/triage-2026-11")) }

  func receipt(
    _ action: ReceiptAction = .added,
    minutes: Int? = 40,
    note: String? = "loss mask was off by one",
    openItem: Bool = true,
    evidence: [Evidence] = []
  ) -> Receipt<ChangedCheckIn> {
    Receipt(
      action,
      ChangedCheckIn(
        logged: logged(
          "debug", daysAgo: 0, minutes: minutes, note: note, item: "debug/overfit-one-batch",
          evidence: evidence),
        standing: standing(sessions: 1, done: [0]), isThisWeek: true,
        openItem: openItem ? name("debug/overfit-one-batch") : nil, today: today))
  }

  func backfill(outsideFocus: Bool) -> Receipt<ChangedCheckIn> {
    Receipt(
      .added,
      ChangedCheckIn(
        logged: logged("papers", daysAgo: 9, minutes: nil, note: nil),
        standing: outsideFocus ? nil : standing(sessions: 3, done: [9, 8], in: week - 1),
        isThisWeek: false, openItem: nil, today: today))
  }

  func log(earlier: Int = 12) -> Log {
    Log(
      checkIns: [
        logged("papers", daysAgo: 3, minutes: 35, note: "read two, skipped eight"),
        logged(
          "weekend",
          daysAgo: 1,
          minutes: 110,
          note: "warm-up 100 步以后 loss 就稳了，说明学习率调度写对了",
          evidence: [link, evidence(.commit, "/src/nano@4f2c1d0")]),
        logged("papers", daysAgo: 1, minutes: nil, note: nil),
        logged(
          "debug", daysAgo: 1, minutes: 20, note: nil, evidence: [evidence(.bug, "7k3fq0x9ab")]),
        logged(
          "debug",
          daysAgo: 0,
          minutes: 40,
          note: "loss mask was off by one",
          item: "debug/overfit-one-batch"),
      ],
      earlier: earlier,
      skill: nil,
      days: nil)
  }

  func emptyLog(filtered: Bool) -> Log {
    Log(
      checkIns: [],
      earlier: 0,
      skill: filtered ? name("papers") : nil,
      days: filtered ? week.days : nil)
  }

  func skips() -> [Listed<Skip>] {
    [
      skip("s3f7q0x9ab", nil, week.days, words("conference")),
      skip("t3f7q0x9ab", name("papers"), today...today, nil),
    ]
  }

  private func skip(
    _ id: String, _ skill: String?, _ days: ClosedRange<Day>, _ reason: String?
  ) -> Listed<Skip> {
    listed(
      Skip(id: id, skill: skill, days: days, reason: reason),
      [
        RecordField(name: "skill", content: skill.map { .value(.text($0)) }),
        RecordField(name: "from", content: .day(days.lowerBound)),
        RecordField(name: "to", content: .day(days.upperBound)),
        RecordField(name: "reason", content: reason.map { .value(.text($0)) }),
      ])
  }

  func skipReceipts() -> [Receipt<Listed<Skip>>] {
    ReceiptAction.allCases.flatMap { action in skips().map { Receipt(action, $0) } }
  }

  func undo(_ undone: Bool) -> UndoReceipt {
    UndoReceipt(
      undone: undone,
      batch: "b3f7q0x9ab",
      command: "checkin",
      effects: (0..<(isUnruly ? 9 : 2)).map { index in
        UndoReceipt.Effect(
          Subject("checkin", name("7k3fq0x9a\(index)")), from: nil,
          to: logged(
            "debug", daysAgo: index, minutes: index == 0 ? 400 : nil, note: nil
          ).checkIn.fields)
      },
      passedOver: isUnruly ? ["schedule install"] : [])
  }

  func reminder(
    _ skill: String?,
    _ rule: String,
    isHere: Bool = true,
    isShelved: Bool = false,
    always: Bool = false,
    last: Delivery.State? = .sent
  ) -> ComingReminder {
    guard let rule = Rule(rule) else { preconditionFailure("\(rule) is no rule") }
    let reminder = Reminder(
      id: "k3f7q0x9ab",
      topic: skill.map { .skill(name($0)) } ?? .report,
      rule: rule,
      channels: isUnruly ? [.stdout, .notifySend, .stdout] : [.notifySend],
      device: "laptop",
      since: moment(today, 8, 0),
      always: always)
    let delivery = last.map {
      Delivery(
        reminder: "k3f7q0x9ab",
        occurrence: moment(today - 1, 21, 30),
        channel: "notify-send",
        state: $0,
        attempts: 1,
        at: Instant(milliseconds: 0),
        detail: $0 == .failed ? words("HTTP 404") : nil)
    }
    return ComingReminder(
      listed: listed(reminder),
      next: isHere && !isShelved ? [moment(today, 21, 30), moment(today + 1, 21, 30)] : [],
      silence: isShelved ? .shelved(name(skill ?? "")) : nil,
      last: delivery,
      isHere: isHere)
  }

  func reminders() -> ReminderList {
    ReminderList(
      reminders: [
        reminder("papers", "weekdays 21:30", always: true), reminder(nil, "mon 09:00", last: nil),
        reminder("dpo", "daily 20:00", isShelved: true, last: nil),
        reminder("weekend", "sat,sun 10:00", last: .suppressed),
        reminder("debug", "tue,thu,sun 20:15", isHere: false, last: .failed),
      ],
      zone: "Asia/Shanghai")
  }

  /// One of each kind.
  func topics() -> [Reminder.Topic] {
    [
      .skill(name("papers")), .slack(atMost: 0, skill: nil), .slack(atMost: 2, skill: name("dpo")),
      .retest(skill: nil), .retest(skill: name("ppo")), .item(name("papers/triage-ten")),
      .judgements, .report,
      .text(words("renew the GPU reservation before it runs out on Friday")),
    ]
  }

  /// One of each kind, with more than one occurrence missed before it.
  func allKinds() -> Digest {
    Digest(
      parts: topics().enumerated().map { index, topic in
        let skill = Digest.Skill(
          slug: name(topic.skill ?? "debug"), standing: standing(sessions: 3, done: [1]))
        return Digest.Part(
          reminder: DueReminder(
            id: "k3f7q0x9ab", occurrence: moment(today, 21, 30), topic: topic, missed: index % 3),
          skills: topic.kind == .skill || topic.kind == .slack ? [skill] : [],
          retest: RetestStanding(slug: name("ppo"), days: 41, every: 37),
          itemTitle: title("papers"),
          judgements: [judgementLine()])
      }, report: nil)
  }

  func reminderCard() -> ReminderCard {
    let reminder = reminder("papers", "weekdays 21:30")
    let coming = ComingReminder(
      listed: reminder.listed, next: (0..<3).map { moment(today + $0, 21, 30) },
      last: reminder.last, isHere: true)
    return ReminderCard(
      coming: coming, zone: "Asia/Shanghai", deliveries: deliveries().map { logged($0, nil) })
  }

  /// With three tries where it was missed: refused, of unknown end, and too late.
  private func logged(_ delivery: Delivery, _ reminder: Reminder?) -> LoggedDelivery {
    let tries: [(Delivery.State, String?)] =
      delivery.state == .missed
      ? [(.failed, "HTTP 500"), (.claimed, nil), (.failed, words("no answer within 20 s"))] : []
    return LoggedDelivery(
      delivery: delivery,
      tries: tries.enumerated().map { index, end in
        LoggedTry(
          attempt: DeliveryTry(
            number: index + 1, state: end.0, at: Instant(milliseconds: 0), detail: end.1),
          began: moment(delivery.occurrence.day, 21, 37 + index))
      }, reminder: reminder, shortID: "k3f7")
  }

  private func deliveries() -> [Delivery] {
    Delivery.State.allCases.enumerated().map { index, state in
      Delivery(
        reminder: "k3f7q0x9ab", occurrence: moment(today - index, 21, 30),
        channel: index % 2 == 0 ? "notify-send" : "stdout", state: state,
        attempts: state == .missed ? 3 : 1,
        at: Instant(milliseconds: 0),
        detail: state == .failed ? words("HTTP 404: no such hook") : nil)
    }
  }

  func deliveryLog() -> DeliveryLog {
    let topics = topics()
    return DeliveryLog(
      deliveries: deliveries().enumerated().map { index, delivery in
        logged(
          delivery,
          index == 3
            ? nil
            : Reminder(
              id: "k3f7q0x9ab", topic: topics[index],
              rule: reminder("papers", "daily 21:30").reminder.rule,
              channels: [.stdout], device: "laptop", since: moment(today, 8, 0)))
      }, zone: "Asia/Shanghai")
  }

  func notices() -> Notices {
    Notices(
      day: today,
      reminders: topics().map {
        DueReminder(id: "k3f7q0x9ab", occurrence: moment(today, 21, 30), topic: $0)
      },
      undelivered: Undelivered(count: 2, newest: deliveries()[5]),
      staleTick: .since(Instant(milliseconds: 0), days: 3), syncTrouble: syncTrouble())
  }

  func reminderReceipt(
    _ action: ReceiptAction, wasSnoozed: Bool = false, isScheduled: Bool
  ) -> Receipt<ChangedReminder> {
    Receipt(
      action,
      ChangedReminder(
        coming: reminder("papers", "weekdays 21:30"), wasSnoozed: wasSnoozed,
        zone: "Asia/Shanghai", isScheduled: isScheduled))
  }

  func digest(skills: Int, report: Bool) -> Digest {
    let lines = [("papers", [2]), ("debug", []), ("weekend", [1])].prefix(skills).map {
      (slug: String, done: [Int]) in
      Digest.Part(
        reminder: DueReminder(
          id: "k3f7q0x9ab",
          occurrence: moment(today, 21, 30),
          topic: .skill(name(slug))),
        skills: [
          Digest.Skill(slug: name(slug), standing: standing(sessions: 3, done: done))
        ])
    }
    let reportPart = Digest.Part(reminder: dueReport())
    return Digest(
      parts: lines + (report ? [reportPart] : []),
      report: report ? self.report() : nil)
  }
}
