package import StropCore

// Checklists.
extension JSONRenderer {
  package func items(_ list: ItemList) -> JSON {
    root([
      ("items", .array(list.items.map { .object(members($0)) })),
      ("routes", .array(list.routes.map(route))),
    ])
  }

  private func route(_ summary: RouteSummary) -> JSON {
    .object([
      ("route", .string(summary.route.rawValue)),
      ("items", .number(summary.items)),
      ("done", .number(summary.itemsDone)),
      ("hours", .real(summary.hours)),
      ("hoursLeft", .real(summary.hoursLeft)),
    ])
  }

  /// `strop item show`.
  package func item(_ card: ItemCard) -> JSON {
    let more: [(name: String, value: JSON)] = [
      ("why", .string(card.why)),
      ("minutes", .number(card.minutes)),
      ("checkins", .array(card.checkIns.map(checkIn))),
    ]
    return root([("item", .object(members(card.listed) + more))])
  }

  /// `strop item start`, `reopen`, `drop` and `add`.
  package func itemReceipt(_ receipt: Receipt<ChangedItem>) -> JSON {
    root([("item", .object(members(receipt.shown.listed)))])
  }

  package func itemDone(_ receipt: Receipt<ChangedItem>) -> JSON {
    root([
      ("item", .object(members(receipt.shown.listed))),
      ("match", .optional(receipt.shown.listed.progress?.match)),
    ])
  }

  /// `strop item check`; `match`: whether the run showed it done, null where it gave no value.
  package func itemCheck(_ checked: CheckedItem, _ zone: Zone) -> JSON {
    root([
      ("item", .object(members(checked.listed))),
      ("match", checked.result == .noValue ? .null : .bool(checked.result == .passed)),
      ("value", .optional(checked.value)),
      ("result", .string(checked.result.rawValue)),
      ("run", object(checked.run, zone, now: checked.run.run.started.at)),
    ])
  }

  private func members(_ listed: ListedItem) -> [(name: String, value: JSON)] {
    let (item, progress) = (listed.item, listed.progress)
    return [
      ("slug", .string(item.slug)),
      ("skill", .string(item.skill)),
      ("title", text(item.title)),
      ("state", .string(listed.state.rawValue)),
      ("level", .string(listed.level.rawValue)),
      ("doneWhen", text(item.doneWhen)),
      ("hours", .real(item.hours)),
      ("hardware", .string(item.hardware.rawValue)),
      ("check", .string(item.check.rawValue)),
      ("expect", item.expect.map(expectation) ?? .null),
      ("prerequisites", strings(item.prerequisites)),
      ("references", strings(item.references)),
      ("predictFirst", .bool(item.predictFirst)),
      ("firstMonth", .bool(item.firstMonth)),
      ("knownToWork", item.knownToWork.map(text) ?? .null),
      ("started", .optional(listed.state == .doing ? progress?.started?.day.iso : nil)),
      ("finished", .optional(listed.state == .done ? progress?.finished?.day.iso : nil)),
      ("value", .optional(progress?.value)),
      ("unaided", .optional(progress?.unaided)),
      ("prediction", progress?.prediction.map(prediction) ?? .null),
      ("evidence", .array(listed.evidence.map(evidence))),
    ]
  }

  private func prediction(_ prediction: ItemProgress.Prediction) -> JSON {
    .object([
      ("text", .string(prediction.text)),
      ("day", .string(prediction.moment.day.iso)),
      ("beforeResult", .bool(!prediction.isLate)),
    ])
  }

  private func expectation(_ expectation: Item.Expectation) -> JSON {
    .object([
      ("value", .real(expectation.value)),
      ("tolerance", .real(expectation.tolerance)),
      ("unit", .string(expectation.unit)),
    ])
  }
}
