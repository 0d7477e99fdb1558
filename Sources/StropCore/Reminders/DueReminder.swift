/// A reminder that fired and that the user has not acted on.
package struct DueReminder: Hashable, Sendable {
  package let id: String
  package let occurrence: CivilDateTime
  package let topic: Reminder.Topic
  /// How many occurrences before this one were never told.
  package let missed: Int

  package var kind: Reminder.Kind { topic.kind }
  package var skill: String? { topic.skill }

  package init(id: String, occurrence: CivilDateTime, topic: Reminder.Topic, missed: Int = 0) {
    self.id = id
    self.occurrence = occurrence
    self.topic = topic
    self.missed = missed
  }
}
