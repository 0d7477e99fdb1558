import StropCore

/// Made-up values of every screen: Thursday of week 48, 2026.
struct Samples {
  /// Whether notes, titles, slugs, paths are as long and as strange as users can make them.
  var isUnruly = false

  let today = Day(iso: "2026-11-26") ?? Day(number: 0)
  var week: Week { today.week }

  func words(_ tame: String) -> String {
    isUnruly
      ? tame + "：损失掩码差一位 👩‍🔬🇨🇳 \u{1b}[31mred\u{1b}[0m\nnext\u{202e} ｜把单个 batch 训到 loss 为零，再说清为什么 "
        + String(repeating: "很长 long ", count: 16) + "\u{200d}"
      : tame
  }

  func name(_ tame: String) -> String {
    isUnruly ? tame + "-with-a-slug-that-goes-on-and-on" : tame
  }

  func text(_ english: String, _ chinese: String) -> LocalizedText {
    LocalizedText(english: words(english), chinese: words(chinese))
  }

  func day(_ offset: Int) -> Day { today + offset }

  /// With `done` as days before today on which the skill was practised.
  func standing(
    sessions: Int,
    done: [Int],
    skips: [ClosedRange<Day>] = [],
    in week: Week? = nil
  ) -> WeekStanding {
    Practice(
      plans: PlanHistory(
        standard: Plan(focus: true, sessions: sessions, minutes: 90),
        entries: []),
      days: DaySet(done.map { today - $0 }),
      skips: skips,
      start: today - 400
    ).standing(in: week ?? self.week, today: today)
  }

  func title(_ slug: String) -> LocalizedText {
    switch slug {
    case "papers": text("Judging papers", "鉴别论文价值")
    case "debug": text("Debugging training code", "调试训练代码")
    case "reproduce": text("Reproducing open source", "复现开源项目")
    case "weekend": text("Weekend experiments", "周末实验")
    default: text("Direct preference optimisation", "直接偏好优化 DPO")
    }
  }

  /// `waiting`: the skill that waits for it.
  func nextItem(_ slug: String? = nil, waiting: String? = nil) -> NextItem {
    NextItem(
      slug: slug.map(name) ?? "debug/" + name("overfit-one-batch"),
      title: text("Drive one batch to zero loss", "把单个 batch 训到 loss 为零"),
      doneWhen: text(
        "the loss of a fixed batch is below 0.01 and you can say why",
        "固定 batch 的 loss 低于 0.01，并说得清为什么"),
      hours: 1,
      hardware: .cpu,
      waitingSkill: waiting.map(name))
  }

  func todaySkill(
    _ slug: String,
    _ standing: WeekStanding,
    streak: Int,
    lastDay: Int?,
    nextItem: NextItem? = nil,
    obstacle: ItemObstacle? = nil,
    off: DayOff? = nil
  ) -> Today.Skill {
    Today.Skill(
      slug: name(slug),
      title: title(slug),
      standing: standing,
      plannedSessions: 1,
      streak: streak,
      minutes: 40,
      lastDay: lastDay.map { today - $0 },
      nextItem: nextItem,
      obstacle: obstacle,
      off: off)
  }

  func todayScreen() -> Today {
    Today(
      day: today,
      zone: "Asia/Shanghai",
      skills: [
        todaySkill("papers", standing(sessions: 3, done: [2, 3]), streak: 3, lastDay: 2),
        todaySkill(
          "debug",
          standing(sessions: 1, done: []),
          streak: 0,
          lastDay: nil,
          nextItem: nextItem()),
        todaySkill("reproduce", standing(sessions: 1, done: []), streak: 0, lastDay: 11),
        todaySkill("weekend", standing(sessions: 1, done: [1]), streak: 1, lastDay: 1),
      ],
      daysPractised: 3,
      daysCounted: 4,
      retest: RetestStanding(slug: name("ppo"), days: 41, every: 37),
      reminders: isUnruly ? [dueReminder(), dueReport()] : [],
      staleTick: nil)
  }

  /// Each other thing that today's screen can say.
  func pressingToday() -> Today {
    let week = week.monday...week.sunday
    return Today(
      day: today,
      zone: "Asia/Shanghai",
      skills: [
        todaySkill("papers", standing(sessions: 4, done: []), streak: 0, lastDay: 7),
        todaySkill("debug", standing(sessions: 4, done: [0]), streak: 0, lastDay: 0),
        todaySkill("reproduce", standing(sessions: 6, done: []), streak: 0, lastDay: 11),
        todaySkill(
          "weekend",
          standing(sessions: 1, done: [], skips: [week]),
          streak: 2,
          lastDay: 9),
        todaySkill("dpo", standing(sessions: 2, done: [0, 1, 2, 3]), streak: 104, lastDay: 0),
      ],
      daysPractised: 4,
      daysCounted: 4,
      retest: nil,
      logbooks: waitingLogbooks(),
      reminders: [dueReminder(), dueReport()],
      staleTick: .since(Instant(milliseconds: 0), days: 3))
  }

  /// The most pressing skill has nothing to propose.
  func waitingToday(_ obstacle: ItemObstacle) -> Today {
    Today(
      day: today,
      zone: "Asia/Shanghai",
      skills: [
        todaySkill(
          "dpo",
          standing(sessions: 3, done: [3]),
          streak: 0,
          lastDay: 3,
          obstacle: obstacle),
        todaySkill(
          "debug",
          standing(sessions: 1, done: []),
          streak: 0,
          lastDay: nil,
          nextItem: nextItem()),
      ],
      daysPractised: 1,
      daysCounted: 2,
      retest: nil,
      reminders: [],
      staleTick: nil)
  }

  func calmToday() -> Today {
    Today(
      day: today,
      zone: "Asia/Shanghai",
      skills: [todaySkill("weekend", standing(sessions: 1, done: [1]), streak: 1, lastDay: 1)],
      daysPractised: 1,
      daysCounted: 4,
      retest: nil,
      reminders: [],
      staleTick: .never)
  }

  /// Today is a day off, for all skills or for one, and items are in progress.
  func todayOff(_ skill: String?) -> Today {
    let days = today...(today + 2)
    func thursday(_ slug: String) -> WeekStanding {
      standing(
        sessions: 4, done: [3], skips: skill == nil || skill == slug ? [days] : [])
    }
    let off = DayOff(until: days.upperBound, reason: words("flu"))
    return Today(
      day: today,
      zone: "Asia/Shanghai",
      skills: ["papers", "debug"].map { slug in
        todaySkill(
          slug, thursday(slug), streak: 0, lastDay: 3, nextItem: nextItem(waiting: "dpo"),
          off: skill == nil || skill == slug ? off : nil)
      },
      daysPractised: 1,
      daysCounted: 4,
      off: skill == nil ? off : nil,
      inWork: (0..<6).map { nextItem($0 == 0 ? nil : "papers/claim-ledger-\($0)") },
      retest: RetestStanding(slug: name("ppo"), days: 41, every: 37),
      reminders: [dueReport()],
      staleTick: nil)
  }

  func emptyToday() -> Today {
    Today(
      day: today,
      zone: "Asia/Shanghai",
      skills: [],
      daysPractised: 0,
      daysCounted: 4,
      retest: nil,
      reminders: [],
      staleTick: nil)
  }

  func moment(_ day: Day, _ hour: Int, _ minute: Int) -> CivilDateTime {
    CivilDateTime(
      day: day,
      time: CivilTime(hour: hour, minute: minute) ?? CivilTime.standardDayStart)
  }

  func dueReminder() -> DueReminder {
    DueReminder(
      id: "k3f7q0x9ab",
      occurrence: moment(today, 21, 30),
      topic: .skill(name("papers")))
  }

  func dueReport() -> DueReminder {
    DueReminder(
      id: "m3f7q0x9ab",
      occurrence: moment(week.monday, 9, 0),
      topic: .report)
  }

  func firstRun(isGeographic: Bool = true) -> FirstRun {
    FirstRun(
      path: isUnruly ? words("/home/someone/研究/strop.db") : "~/.local/share/strop/strop.db",
      skills: 16,
      items: 126,
      focus: ["papers", "debug", "reproduce", "weekend"].map(name),
      focusHours: 6.5,
      zone: isGeographic ? "Asia/Shanghai" : "UTC",
      zoneIsGeographic: isGeographic)
  }

  func copies() -> CopyList {
    let made = [(26, 1_234, today), (25, 1_220, today - 1), (24, nil, nil)]
    let copies = made.map { day, entries, last in
      let name = "strop-202611\(day)T133005Z\(isUnruly ? words("") : "").db"
      return DatabaseCopy(
        path: "/home/li/.local/share/strop/backups/" + name, name: name,
        made: Instant(rfc3339: "2026-11-\(day)T13:30:05Z"), entries: entries, lastCheckIn: last)
    }
    return CopyList(copies: copies, zone: .utc, today: today, option: "")
  }

  func restored() -> RestoreReceipt {
    RestoreReceipt(
      copy: copies().copies[1],
      kept: "/home/li/.local/share/strop/backups/strop-20261126T140000Z.db",
      today: today, option: " --db ~/other.db")
  }

  func checks() -> [HealthCheck] {
    [
      HealthCheck(
        name: "database",
        state: .ok,
        detail: text("16 skills, 214 journal entries, integrity ok", "16 项技能，214 条记录，完整性正常"),
        fix: nil),
      HealthCheck(
        name: "schedule",
        state: .warn,
        detail: text(
          "2 reminders wait, but nothing has called for their delivery for 3 days",
          "有 2 条提醒在等，但已经 3 天没有任何定时任务来触发了"),
        fix: LocalizedText(english: "strop schedule install", chinese: "strop schedule install")),
      HealthCheck(
        name: "notify-send",
        state: .fail,
        detail: text("notify-send is not on this machine", "这台机器上没有 notify-send"),
        fix: text(
          "install libnotify-bin, or take the channel out of the reminder",
          "安装 libnotify-bin，或者从提醒里去掉这个渠道")),
    ]
  }

  func settings() -> [ListedSetting] {
    [
      ListedSetting(
        key: "day-start",
        value: nil,
        standard: .value("04:00"),
        meaning: text("when a day of practice begins", "一天从几点算起")),
      ListedSetting(
        key: "zone",
        value: words("Asia/Shanghai"),
        standard: .system,
        meaning: text("the time zone", "时区")),
      ListedSetting(
        key: "language",
        value: nil,
        standard: .system,
        meaning: text("en or zh", "en 或 zh")),
    ]
  }
}
