import Yams

/// A value in a YAML document, and how to name it.
struct Place {
  let node: Node
  /// From the top of its document: `items[2].title`; empty for all of it.
  let path: String

  /// From 1.
  var line: Int { node.mark?.line ?? 1 }

  /// Whether nothing is there: `~`, `null`, or no value after the key.
  var isNull: Bool {
    guard case .scalar(let scalar) = node else { return false }
    return scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
  }

  /// The text of a scalar; nil for a list or a mapping.
  var scalar: String? { node.scalar?.string }

  func member(_ key: String, _ node: Node) -> Place {
    Place(node: node, path: path.isEmpty ? key : path + "." + key)
  }

  func element(_ index: Int, _ node: Node) -> Place {
    Place(node: node, path: "\(path)[\(index)]")
  }

  /// The value at `field`, such as `prerequisites[1]`, or what holds it as far as it is there.
  func descending(to field: String) -> Place {
    var place = self
    for step in field.split(whereSeparator: { $0 == "." || $0 == "[" }) {
      if step.hasSuffix("]") {
        guard let index = Int(step.dropLast()), case .sequence(let sequence) = place.node,
          sequence.indices.contains(index)
        else { return place }
        place = place.element(index, sequence[index])
      } else {
        guard case .mapping(let mapping) = place.node,
          let value = mapping.first(where: { $0.key.scalar?.string == String(step) })?.value
        else { return place }
        place = place.member(String(step), value)
      }
    }
    return place
  }
}
