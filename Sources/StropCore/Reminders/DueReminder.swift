/// A reminder that fired and that the user has not acted on.
package struct DueReminder: Hashable, Sendable {
  package let id: String
  package let occurrence: CivilDateTime
  package let topic: Reminder.Topic
  /// How many occurrences before this one were never told.
  package let missed: Int

  /// The week whose report it brings: until Wednesday the one that has just ended, then the one that runs.
  package var reportWeek: Week { (occurrence.day - 3).week }
  package var bringsLastWeek: Bool { reportWeek != occurrence.day.week }

  package var kind: Reminder.Kind { topic.kind }
  package var skill: String? { topic.skill }

  package init(id: String, occurrence: CivilDateTime, topic: Reminder.Topic, missed: Int = 0) {
    self.id = id
    self.occurrence = occurrence
    self.topic = topic
    self.missed = missed
  }
}
