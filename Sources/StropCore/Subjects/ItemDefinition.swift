extension Item: Record {
  package static let type = ItemProgress.type

  package var id: String { slug }

  /// Its definition, beside what the user made of it; nil where the row has none. Its prerequisites and
  /// references are subjects of their own (see `ItemLink`).
  package init?(id slug: String, row: Fields) {
    guard row[Field.removed]?.bool != true, let title = row["title"].flatMap(LocalizedText.init),
      let doneWhen = row["doneWhen"].flatMap(LocalizedText.init),
      let hours = row["hours"]?.number, Curriculum.itemHours.contains(hours)
    else { return nil }
    var expect: Item.Expectation?
    if let group = row["expect"]?.group, let value = group["value"]?.number,
      let tolerance = group["tolerance"]?.number, tolerance >= 0
    {
      expect = Item.Expectation(
        value: value, tolerance: tolerance, unit: group["unit"]?.text ?? "")
    }
    self.init(
      slug: slug, was: row["was"]?.words ?? [], retired: row["retired"]?.bool == true,
      position: row["position"]?.integer ?? 0, title: title, doneWhen: doneWhen, hours: hours,
      hardware: row["hardware"]?.text.flatMap(Item.Hardware.init(rawValue:)) ?? .cpu,
      check: row["check"]?.text.flatMap(Item.Check.init(rawValue:)) ?? .artefact,
      logbook: row["evidence"]?.text ?? "", why: row["why"]?.text ?? "",
      predictFirst: row["predictFirst"]?.bool == true,
      firstMonth: row["firstMonth"]?.bool == true, unaided: row["unaidedOnly"]?.bool == true,
      expect: expect, knownToWork: row["knownToWork"].flatMap(LocalizedText.init),
      prerequisites: [], references: [])
  }

  package var fields: Fields {
    [
      "title": title.value, "doneWhen": doneWhen.value, "hours": .real(hours),
      "hardware": .text(hardware.rawValue), "check": .text(check.rawValue),
      "evidence": logbook.isEmpty ? .null : .text(logbook),
      "why": why.isEmpty ? .null : .text(why),
      "position": .number(position),
      "predictFirst": .flag(predictFirst),
      "firstMonth": .flag(firstMonth),
      "unaidedOnly": .flag(unaided),
      "retired": .flag(retired),
      "expect": expect.map {
        .group([
          "value": .real($0.value), "tolerance": .real($0.tolerance), "unit": .text($0.unit),
        ])
      } ?? .null,
      "knownToWork": knownToWork?.value ?? .null,
      "was": .words(was),
    ].withoutNulls
  }
}

/// What an own item names: a prerequisite or a reference, each a subject
/// `prerequisite/SKILL/SLUG/WHAT` or `reference/SKILL/SLUG/WHAT`.
package struct ItemLink: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case prerequisite, reference
  }

  package let kind: Kind
  /// The own item's slug.
  package let item: String
  /// An item's slug, or a reference's text.
  package let target: String
  /// In the order in which they are shown.
  package let position: Int

  package init(_ kind: Kind, item: String, target: String, position: Int) {
    self.kind = kind
    self.item = item
    self.target = target
    self.position = position
  }

  /// Nil where the key names no own item, or the link was taken away.
  package init?(_ kind: Kind, key: String, row: Fields) {
    let parts = key.split(separator: "/", maxSplits: 2).map(String.init)
    guard parts.count == 3, row[Field.removed]?.bool != true else { return nil }
    let item = parts[0] + "/" + parts[1]
    guard Curriculum.isOwn(item), key == item + "/" + parts[2] else { return nil }
    self.init(kind, item: item, target: parts[2], position: row["position"]?.integer ?? 0)
  }

  /// The links of an item to `targets`, in their order.
  package static func links(_ kind: Kind, of item: String, to targets: [String]) -> [ItemLink] {
    targets.enumerated().map {
      ItemLink(kind, item: item, target: $0.element, position: $0.offset + 1)
    }
  }

  package var subject: Subject { Subject(kind.rawValue, item + "/" + target) }
  package var isOwn: Bool { Curriculum.isOwn(item) }

  package var fields: Fields {
    ["position": .number(position), Field.removed: .bool(false)]
  }
}
