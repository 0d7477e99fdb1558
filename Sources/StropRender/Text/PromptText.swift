package import StropCore

extension TextRenderer {
  /// `strop prompt`: practised today, due today, reminders that wait; nothing where all are 0.
  package func prompt(_ segment: PromptSegment) -> String {
    let parts = [
      segment.practisedToday > 0 ? "✓\(segment.practisedToday)" : nil,
      segment.dueToday > 0 ? "!\(segment.dueToday)" : nil,
      segment.reminders > 0 ? "@\(segment.reminders)" : nil,
    ].compactMap(\.self)
    return parts.isEmpty ? "" : "strop " + parts.joined(separator: " ") + "\n"
  }
}
