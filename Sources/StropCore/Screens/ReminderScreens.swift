/// Why a reminder of a skill never rings as things stand; the skill's slug.
package enum ReminderSilence: Hashable, Sendable {
  case shelved(String)
  case archived(String)
}

/// A reminder with when it comes and what became of it last.
package struct ComingReminder: Sendable {
  package let listed: Listed<Reminder>
  /// On the wall clock of the zone in force, three at most; none where it is silent, or where another machine
  /// delivers it.
  package let next: [CivilDateTime]
  package let silence: ReminderSilence?
  package let last: Delivery?
  /// Whether this machine delivers it.
  package let isHere: Bool

  package init(
    listed: Listed<Reminder>, next: [CivilDateTime], silence: ReminderSilence? = nil,
    last: Delivery?, isHere: Bool
  ) {
    self.listed = listed
    self.next = next
    self.silence = silence
    self.last = last
    self.isHere = isHere
  }

  package var reminder: Reminder { listed.value }
  package var shortID: String { listed.shortID }
}

/// `strop remind list`.
package struct ReminderList: Sendable {
  package let reminders: [ComingReminder]
  package let zone: String
  /// What keeps some of them from reaching the user, each once.
  package let problems: [ChannelProblem]

  package init(reminders: [ComingReminder], zone: String, problems: [ChannelProblem] = []) {
    self.reminders = reminders
    self.zone = zone
    self.problems = problems
  }
}

/// A reminder that was added, edited, snoozed or removed.
package struct ChangedReminder: Sendable {
  package let coming: ComingReminder
  /// Whether all that changed is that it was snoozed.
  package let wasSnoozed: Bool
  package let zone: String
  /// Whether anything calls for deliveries: a tick was seen lately.
  package let isScheduled: Bool
  /// What its channels still need.
  package let problems: [ChannelProblem]

  package init(
    coming: ComingReminder, wasSnoozed: Bool = false, zone: String, isScheduled: Bool,
    problems: [ChannelProblem] = []
  ) {
    self.coming = coming
    self.wasSnoozed = wasSnoozed
    self.zone = zone
    self.isScheduled = isScheduled
    self.problems = problems
  }
}

/// `strop remind show`.
package struct ReminderCard: Sendable {
  package let coming: ComingReminder
  package let zone: String
  /// The newest first.
  package let deliveries: [LoggedDelivery]

  package init(coming: ComingReminder, zone: String, deliveries: [LoggedDelivery]) {
    self.coming = coming
    self.zone = zone
    self.deliveries = deliveries
  }
}

/// A try of a delivery, and when it began on the wall clock here.
package struct LoggedTry: Sendable {
  package let attempt: DeliveryTry
  package let began: CivilDateTime

  package init(attempt: DeliveryTry, began: CivilDateTime) {
    self.attempt = attempt
    self.began = began
  }
}

/// A delivery with the reminder that it was of.
package struct LoggedDelivery: Sendable {
  package let delivery: Delivery
  /// Each of its tries; none where the first one reached the user, or where none was made.
  package let tries: [LoggedTry]
  /// Nil where this database does not know it any more.
  package let reminder: Reminder?
  package let shortID: String

  package init(
    delivery: Delivery, tries: [LoggedTry] = [], reminder: Reminder?, shortID: String
  ) {
    self.delivery = delivery
    self.tries = tries
    self.reminder = reminder
    self.shortID = shortID
  }
}

/// `strop remind log`.
package struct DeliveryLog: Sendable {
  /// The newest first.
  package let deliveries: [LoggedDelivery]
  package let zone: String

  package init(deliveries: [LoggedDelivery], zone: String) {
    self.deliveries = deliveries
    self.zone = zone
  }
}

/// Occurrences that were never told, since the user last looked.
package struct Undelivered: Sendable {
  package let count: Int
  package let newest: Delivery

  package init(count: Int, newest: Delivery) {
    self.count = count
    self.newest = newest
  }
}

/// What one tick has to say through one channel.
package struct Digest: Sendable {
  package struct Skill: Sendable {
    package let slug: String
    /// How it stands this week; nil outside the focus.
    package let standing: WeekStanding?

    package init(slug: String, standing: WeekStanding?) {
      self.slug = slug
      self.standing = standing
    }
  }

  /// What one reminder has to say.
  package struct Part: Sendable {
    package let reminder: DueReminder
    /// The skill to practise, or those whose slack has run out.
    package let skills: [Skill]
    package let retest: RetestStanding?
    /// The title of an item's reminder; nil where no such item is known.
    package let itemTitle: LocalizedText?
    /// Those whose day has come, by their days.
    package let judgements: [JudgementLine]

    package init(
      reminder: DueReminder, skills: [Skill] = [], retest: RetestStanding? = nil,
      itemTitle: LocalizedText? = nil, judgements: [JudgementLine] = []
    ) {
      self.reminder = reminder
      self.skills = skills
      self.retest = retest
      self.itemTitle = itemTitle
      self.judgements = judgements
    }
  }

  package let parts: [Part]
  /// The finished week's report, for a report's reminder.
  package let report: Report?

  package init(parts: [Part], report: Report?) {
    self.parts = parts
    self.report = report
  }
}

/// `strop prompt`: one short segment.
package struct PromptSegment: Sendable {
  /// Skills of the focus practised today.
  package let practisedToday: Int
  /// Skills of the focus whose week is missed unless they are practised today.
  package let dueToday: Int
  /// Reminders that fired and were not acted on.
  package let reminders: Int

  package init(practisedToday: Int, dueToday: Int, reminders: Int) {
    self.practisedToday = practisedToday
    self.dueToday = dueToday
    self.reminders = reminders
  }
}

/// What a channel still needs on this machine before it can send.
package struct ChannelProblem: Hashable, Sendable {
  package let channel: Reminder.Channel
  package let sentence: LocalizedText
  /// What to type; nil where no command helps.
  package let fix: String?

  package init(channel: Reminder.Channel, sentence: LocalizedText, fix: String?) {
    self.channel = channel
    self.sentence = sentence
    self.fix = fix
  }
}

/// A channel as it stands on this machine: `strop remind channels`.
package struct ChannelState: Sendable {
  package let channel: Reminder.Channel
  /// Nil where it can send, as far as one can tell without sending.
  package let problem: ChannelProblem?
  /// Whether cron throws away what is sent through it.
  package let isThrownAway: Bool

  package init(channel: Reminder.Channel, problem: ChannelProblem?, isThrownAway: Bool) {
    self.channel = channel
    self.problem = problem
    self.isThrownAway = isThrownAway
  }
}

/// `strop remind test`: what a channel answered to a message of no reminder.
package struct ChannelTest: Sendable {
  package let channel: Reminder.Channel
  package let outcome: SendOutcome
  /// What it lacks; nil where nothing is known to be missing.
  package let problem: ChannelProblem?

  package init(channel: Reminder.Channel, outcome: SendOutcome, problem: ChannelProblem?) {
    self.channel = channel
    self.outcome = outcome
    self.problem = problem
  }
}
