package import StropCore
import StropStore

/// What the user typed to finish an item.
package struct ItemDoneRequest: Sendable {
  /// An empty one takes off what is attached to the item.
  package var evidence: [String]
  /// The number that the work gave.
  package var value: String?
  /// Whether a value that is not the known answer is recorded as it is.
  package var anyway: Bool
  /// Whether the user says that no assistant did it.
  package var unaided: Bool
  package var prediction: String?
  package var day: String?

  package init(
    evidence: [String] = [], value: String? = nil, anyway: Bool = false, unaided: Bool = false,
    prediction: String? = nil, day: String? = nil
  ) {
    self.evidence = evidence
    self.value = value
    self.anyway = anyway
    self.unaided = unaided
    self.prediction = prediction
    self.day = day
  }
}

extension Strop {
  /// Takes an item in work.
  ///
  /// `prediction`: what is expected to come out; one that was written before stands.
  /// - Throws: `Failure.itemIsDone`, `.predictionStands`.
  package func startItem(_ name: String, prediction: String?) throws -> Receipt<ChangedItem> {
    let text = try note(prediction)
    return try changeItem(name, command: "item start") { item, progress in
      guard progress.state != .done else { throw Failure.itemIsDone(item.slug) }
      if progress.state != .doing { progress.started = moment(on: today) }
      progress.state = .doing
      if let text { try predict(text, &progress) }
    }
  }

  /// Finishes an item, or adds to what backs one that is finished: what is not given stays. A value is compared
  /// with the known answer each time.
  ///
  /// - Throws: `Failure`; nothing is recorded then.
  package func finishItem(
    _ name: String, _ request: ItemDoneRequest
  ) async throws -> Receipt<ChangedItem> {
    let day = try request.day.map { try pastDay($0) }
    let value = request.value?.trimmed
    let number = try value.map { text in
      guard let number = Number.parse(text) else { throw Failure.badNumber(text) }
      return number
    }
    let prediction = try note(request.prediction)
    let attachments = try await attachments(request.evidence.filter { !$0.isEmpty })
    return try changeItem(
      name, command: "item done", attaching: attachments,
      clearing: request.evidence.contains(""), comparing: value
    ) { item, progress in
      if let prediction { try predict(prediction, &progress, isLate: true) }
      if progress.state != .done || day != nil {
        progress.finished = moment(on: day ?? today)
      }
      if progress.state != .done { (progress.value, progress.match) = (nil, nil) }
      if let number, let value {
        progress.value = value
        progress.match = item.expect?.matches(number)
        if progress.match == false, !request.anyway {
          throw Failure.wrongAnswer(value, item: item.slug)
        }
      }
      if request.unaided { progress.unaided = true }
      progress.state = .done
    }
  }

  /// Puts a finished or dropped item, or one that was started, back among those to do; what backs it stays
  /// attached.
  ///
  /// - Throws: `Failure.itemIsOpen`.
  package func reopenItem(_ name: String) throws -> Receipt<ChangedItem> {
    try changeItem(name, command: "item reopen") { item, progress in
      guard progress.state != .todo else { throw Failure.itemIsOpen(item.slug) }
      progress.state = .todo
      (progress.value, progress.match, progress.unaided) = (nil, nil, nil)
    }
  }

  /// Gives an item up: it is no longer proposed, and what waits for it need not wait.
  ///
  /// - Throws: `Failure.itemIsDone`.
  package func dropItem(_ name: String) throws -> Receipt<ChangedItem> {
    try changeItem(name, command: "item drop") { item, progress in
      guard progress.state != .done else { throw Failure.itemIsDone(item.slug) }
      progress.state = .dropped
    }
  }

  /// Journals what `change` makes of an item's progress, as far as it differs.
  private func changeItem(
    _ name: String, command: String, attaching attachments: [Attachment] = [],
    clearing clears: Bool = false, comparing value: String? = nil,
    _ change: (Item, inout ItemProgress) throws -> Void
  ) throws -> Receipt<ChangedItem> {
    try write { transaction in
      let item = try transaction.reader.item(named: name)
      let old = try transaction.reader.itemProgress(item.slug)
      var new = old ?? ItemProgress(slug: item.slug, state: .todo)
      try change(item, &new)
      let attached = try transaction.reader.attached(to: new.subject)
      try transaction.append(
        new.changes(from: old)
          + (clears
            ? patches(replacing: attached, with: attachments, of: new.subject)
            : patches(attaching: attachments, to: new.subject, beside: attached)),
        command: command)
      let reader = transaction.reader
      return Receipt(
        .edited,
        ChangedItem(
          listed: try ChecklistProgress(reader).listed(item), previous: old, compared: value,
          next: try reader.nextItem(of: item.skill, hardware: settings.hardware)))
    }
  }

  /// A prediction is written once. After the item was finished for the first time, it is late.
  private func predict(
    _ text: String, _ progress: inout ItemProgress, isLate: Bool = false
  ) throws {
    if let standing = progress.prediction {
      throw Failure.predictionStands(progress.slug, standing.moment.day)
    }
    progress.prediction = ItemProgress.Prediction(
      text: text, moment: moment(on: today), isLate: isLate || progress.finished != nil)
  }
}
