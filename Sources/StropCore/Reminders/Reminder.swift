/// A rule that tells the user something at times on the wall clock: subject `reminder/ID`.
package struct Reminder: IdentifiedRecord {
  package static let type = "reminder"
  package static let name = LocalizedText(english: "reminder", chinese: "提醒")
  package static let labels = [
    "slack": LocalizedText(english: "slack", chinese: "余量"),
    "rule": LocalizedText(english: "rule", chinese: "规则"),
    "channels": LocalizedText(english: "channels", chinese: "方式"),
    "device": LocalizedText(english: "machine", chinese: "机器"),
    "since": LocalizedText(english: "since", chinese: "起始"),
    "snoozed": LocalizedText(english: "snoozed", chinese: "推迟到"),
    "always": LocalizedText(english: "though the week is met", chinese: "达标后照样提醒"),
  ]
  package static let listing = "strop remind list"
  package static func editing(_ id: String) -> String? { "strop remind edit \(id) --at \"…\"" }

  package let id: String
  package var topic: Topic
  package var rule: Rule
  package var channels: [Channel]
  /// The only device that delivers it.
  package var device: String
  /// Wall clock at which it was made, or given another rule: nothing earlier is due.
  package var since: CivilDateTime
  /// Silent until then, when it comes once more; the rule goes on after it. Nil where not snoozed.
  package var snoozed: CivilDateTime?
  /// Whether one of a skill rings though the week's plan is met.
  package var always: Bool
  package var removed: Bool

  package init(
    id: String, topic: Topic, rule: Rule, channels: [Channel], device: String,
    since: CivilDateTime, snoozed: CivilDateTime? = nil, always: Bool = false,
    removed: Bool = false
  ) {
    self.id = id
    self.topic = topic
    self.rule = rule
    self.channels = channels
    self.device = device
    self.since = since
    self.snoozed = snoozed
    self.always = always
    self.removed = removed
  }

  package init?(id: String, row: Fields) {
    guard let topic = Topic(row: row),
      let since = row["since"]?.text.flatMap({ CivilDateTime($0) }),
      let rule = row["rule"]?.text.flatMap({ Rule($0) }),
      let names = row["channels"]?.text,
      let device = row["device"]?.text
    else { return nil }
    // A later strop may know more channels.
    let channels = names.split(separator: ",").compactMap { Channel(name: $0) }
    guard !channels.isEmpty else { return nil }
    self.init(
      id: id, topic: topic, rule: rule, channels: channels, device: device, since: since,
      snoozed: row["snoozed"]?.text.flatMap { CivilDateTime($0) },
      always: row["always"]?.bool == true,
      removed: row[Field.removed]?.bool == true)
  }

  package var kind: Kind { topic.kind }

  package var fields: Fields {
    topic.fields.merging([
      "rule": .text(rule.text), "channels": .text(Reminder.text(of: channels)),
      "device": .text(device), "since": .text(since.text), "snoozed": .optional(snoozed?.text),
      "always": always ? .flag(true) : .null,
      Field.removed: .flag(removed),
    ]) { $1 }.withoutNulls
  }
}

extension Reminder {
  /// How far back occurrences are looked for, in days: what lies further back is forgotten, so that a
  /// clock that jumps years ahead brings a year of them.
  package static let memory = 366

  /// The occurrences from `start` up to `now`, oldest first: none from before it was made or while it was
  /// snoozed.
  package func occurrences(
    from start: CivilDateTime? = nil, upTo now: CivilDateTime
  ) -> [CivilDateTime] {
    let first = max(
      start ?? since, snoozed ?? since,
      CivilDateTime(day: now.day - Reminder.memory, time: now.time))
    var found: [CivilDateTime] = []
    var moment = now
    while let occurrence = rule.latest(upTo: moment), occurrence >= first {
      found.append(occurrence)
      moment = occurrence.previousMinute
    }
    if let snoozed, first <= snoozed, snoozed <= now, found.last != snoozed {
      found.append(snoozed)
    }
    return found.reversed()
  }

  /// The newest occurrence up to `now`.
  package func latest(upTo now: CivilDateTime) -> CivilDateTime? {
    if let occurrence = rule.latest(upTo: now), occurrence >= snoozed ?? since {
      return occurrence
    }
    return snoozed.flatMap { $0 <= now ? $0 : nil }
  }

  /// The first occurrence after `moment`; nil where it comes no more.
  package func next(after moment: CivilDateTime) -> CivilDateTime? {
    if let snoozed, snoozed > moment { return snoozed }
    let start = (snoozed ?? since.previousMinute)
    return rule.next(after: max(moment, start))
  }
}
