package import StropCore
import StropStore

extension Strop {
  /// The name under which a command prints the value that an item asks for.
  private static let valueKey = "value"

  /// Runs a command for an item that has a known answer or is checked by tests, and finishes the item where that
  /// shows it done.
  ///
  /// `metric`: the name of the value, in the file of metrics where one is given, else in the last line of JSON that
  /// the command prints with it; nil for `value`.
  /// - Throws: `Failure`; nothing was run then. `.notChecked` where an item can be checked by no command.
  package func checkItem(
    _ name: String, _ request: RunRequest, metric: String?
  ) async throws -> (checked: CheckedItem, ended: EndedRun) {
    let (item, old) = try read { reader in
      let item = try reader.item(named: name)
      return (item, try reader.itemProgress(item.slug))
    }
    guard item.isCheckedByRunning else { throw Failure.run(.notChecked(item.slug)) }
    guard !request.command.isEmpty else { throw Failure.run(.commandMissing(checking: item.slug)) }
    let name = try text(metric) ?? Strop.valueKey
    var started = old ?? ItemProgress(slug: item.slug, state: .todo)
    if started.state != .done {
      if started.state != .doing { started.started = moment(on: today) }
      started.state = .doing
    }
    var result = CheckedItem.Result.failed
    var value: Double?
    let ended = try await run(
      request, for: started.subject, command: "item check",
      finding: request.metrics == nil && item.expect != nil ? name : nil,
      starting: started.changes(from: old)
    ) { reader, measured in
      value =
        request.metrics == nil
        ? measured.value : measured.metrics.first { $0.name == name }?.number
      result = CheckedItem.Result(of: measured.run, value: value, item.expect)
      guard result == .passed else { return [] }
      return try finishing(item, measured.run, value, reader)
    }
    return try read { reader in
      let listed = try ChecklistProgress(reader).listed(item)
      return (
        CheckedItem(
          listed: listed, run: ended.run, result: result, value: value, name: name,
          next: try reader.nextItem(of: item.skill, hardware: settings.hardware)),
        ended
      )
    }
  }

  /// What finishes an item that a run showed done, with the run as its evidence.
  private func finishing(
    _ item: Item, _ run: Run, _ value: Double?, _ reader: Reader
  ) throws -> [Patch] {
    let old = try reader.itemProgress(item.slug)
    let at = run.end?.at ?? environment.now
    var new = old ?? ItemProgress(slug: item.slug, state: .doing)
    if new.state != .done {
      let day = zone.day(at: at, dayStart: settings.dayStart)
      new.finished = Moment(at: at, zone: zone.name, day: day)
    }
    new.state = .done
    if let value {
      new.value = value.description
      new.match = true
    }
    let evidence = Evidence(
      id: newID(), parent: new.subject, kind: .run, value: run.id, sha256: nil,
      verification: Evidence.Verification(at: at))
    return new.changes(from: old) + [evidence.creation]
  }
}
