package import StropCore

extension JSONRenderer {
  package func reminders(_ list: ReminderList) -> JSON {
    root([("reminders", .array(list.reminders.map(reminder)))])
  }

  /// `strop remind add` and `remove`.
  package func reminder(_ receipt: Receipt<ChangedReminder>) -> JSON {
    root([("reminder", reminder(receipt.shown.coming))])
  }

  private func reminder(_ coming: ComingReminder) -> JSON {
    let reminder = coming.reminder
    return .object([
      ("id", .string(reminder.id)),
      ("kind", .string(reminder.kind.rawValue)),
      ("skill", .optional(reminder.topic.skill)),
      ("item", .optional(reminder.topic.item)),
      ("text", .optional(reminder.topic.text)),
      ("whenSlack", reminder.topic.slack.map(JSON.number) ?? .null),
      ("rule", .string(reminder.rule.text)),
      ("channels", strings(reminder.channels.map(\.rawValue))),
      ("device", .string(reminder.device)),
      ("snoozed", .optional(reminder.snoozed?.text)),
      ("always", .bool(reminder.always)),
      ("silent", .optional(coming.silence.map(reason))),
      ("next", .optional(coming.next.first?.text)),
      ("upcoming", strings(coming.next.map(\.text))),
      ("last", coming.last.map(delivery) ?? .null),
    ])
  }

  private func reason(_ silence: ReminderSilence) -> String {
    switch silence {
    case .shelved: "shelved"
    case .archived: "archived"
    }
  }

  /// `strop remind channels`.
  package func channels(_ states: [ChannelState]) -> JSON {
    root([
      (
        "channels",
        .array(
          states.map { state in
            .object([
              ("name", .string(state.channel.rawValue)),
              ("state", .string(state.problem == nil ? "ready" : "missing")),
              ("missing", .optional(state.problem?.sentence[language])),
              ("fix", .optional(state.problem?.fix)),
            ])
          })
      )
    ])
  }

  /// `strop remind test`.
  package func channelTest(_ test: ChannelTest) -> JSON {
    let state =
      switch test.outcome {
      case .sent: "sent"
      case .retry: "retry"
      case .failed: "failed"
      }
    return root([
      (
        "test",
        .object([
          ("channel", .string(test.channel.rawValue)), ("state", .string(state)),
          ("detail", .optional(test.outcome.detail?[language])),
        ])
      )
    ])
  }

  /// `strop remind show`.
  package func reminder(_ card: ReminderCard) -> JSON {
    root([
      ("reminder", reminder(card.coming)), ("deliveries", .array(card.deliveries.map(whole))),
    ])
  }

  /// `strop remind log`.
  package func deliveries(_ log: DeliveryLog) -> JSON {
    root([("deliveries", .array(log.deliveries.map(whole)))])
  }

  private func whole(_ logged: LoggedDelivery) -> JSON {
    let delivery = logged.delivery
    return .object([
      ("reminder", .string(delivery.reminder)),
      ("occurrence", .string(delivery.occurrence.text)),
      ("channel", .string(delivery.channel)),
      ("state", .string(delivery.state.rawValue)),
      ("attempts", .number(delivery.attempts)),
      ("at", .string(delivery.at.utc)),
      ("retryAt", .optional(delivery.retryAt?.utc)),
      ("deferredTo", .optional(delivery.deferredTo?.text)),
      ("detail", .optional(delivery.detail)),
      (
        "tries",
        .array(
          logged.tries.map {
            .object([
              ("number", .number($0.attempt.number)),
              ("state", .string($0.attempt.state.rawValue)),
              ("at", .string($0.attempt.at.utc)),
              ("detail", .optional($0.attempt.detail)),
            ])
          })
      ),
    ])
  }

  private func delivery(_ delivery: Delivery) -> JSON {
    .object([
      ("occurrence", .string(delivery.occurrence.text)),
      ("channel", .string(delivery.channel)),
      ("state", .string(delivery.state.rawValue)),
    ])
  }
}
