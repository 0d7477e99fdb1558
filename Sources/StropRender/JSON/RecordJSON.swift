package import StropCore

// Records of any kind, with their fields as the journal names them.
extension JSONRenderer {
  /// `strop show`: the record under the name of its type.
  package func record(_ card: RecordCard) -> JSON {
    root([
      ("type", .string(card.subject.type)),
      ("state", .string(card.state.rawValue)),
      (card.subject.type, fields(card)),
      ("history", .array(card.history.events.map { event($0, card) })),
    ])
  }

  /// `strop remove`: what was removed, as it was.
  package func removed(_ removal: Removal) -> JSON {
    switch removal {
    case .checkIn(let receipt): checkIn(receipt)
    case .record(let card, _): root([(card.subject.type, fields(card))])
    }
  }

  /// Records of one kind, under the plural of its type; their instants in UTC.
  package func list<Value>(_ records: [Listed<Value>]) -> JSON {
    root([(Value.type + "s", .array(records.map(object)))])
  }

  /// What became of one record, under its type.
  package func record<Value>(_ receipt: Receipt<Listed<Value>>) -> JSON {
    root([(Value.type, object(receipt.shown))])
  }

  private func object<Value>(_ listed: Listed<Value>) -> JSON {
    .object(
      [("id", .string(listed.value.id))]
        + listed.fields.map { ($0.name, $0.content.map { content($0, .utc) } ?? .null) })
  }

  private func fields(_ card: RecordCard) -> JSON {
    var fields: [(name: String, value: JSON)] = [("id", .string(card.subject.key))]
    fields += card.fields.map {
      ($0.name, $0.content.map { content($0, card.recordZone) } ?? .null)
    }
    fields.append(("level", .optional(card.level?.rawValue)))
    fields.append(("evidence", .array(card.evidence.map(evidence))))
    return .object(fields)
  }

  private func content(_ content: RecordField.Content, _ zone: Zone) -> JSON {
    switch content {
    case .value(let value): value.json
    case .day(let day): .string(day.iso)
    case .moment(let moment): .string(moment.text)
    case .instant(let instant): .string(instant.rfc3339(offset: zone.offset(instant)))
    case .names(let names): strings(names)
    }
  }

  private func event(_ event: RecordHistory.Event, _ card: RecordCard) -> JSON {
    .object([
      ("action", .string(event.action.rawValue)),
      ("at", .string(event.at.rfc3339(offset: card.zone.offset(event.at)))),
      ("device", .string(event.device)),
      ("isHere", .bool(event.device == card.device)),
      ("command", .optional(event.command)),
      ("batch", .string(event.batch)),
      (
        "changes",
        .array(
          event.changes.map {
            .object([
              ("field", .string($0.name)), ("from", $0.old?.json ?? .null),
              ("to", $0.new?.json ?? .null),
            ])
          })
      ),
    ])
  }
}
