package import StropCore

extension JSONRenderer {
  package func prompt(_ segment: PromptSegment) -> JSON {
    root([
      (
        "prompt",
        .object([
          ("practisedToday", .number(segment.practisedToday)),
          ("dueToday", .number(segment.dueToday)), ("reminders", .number(segment.reminders)),
        ])
      )
    ])
  }
}
