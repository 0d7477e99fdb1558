extension Fields {
  /// What turns one set of fields into another: new values, and null where a field went away. A null and
  /// a missing field are the same, as are two numbers that are the same in JSON: 2 and 2.0.
  package static func changes(from old: Fields, to new: Fields) -> Fields {
    var changes = Fields()
    for name in Set(old.keys).union(new.keys) {
      let (before, after) = (old[name] ?? .null, new[name] ?? .null)
      if before != after, before.json.compact != after.json.compact { changes[name] = after }
    }
    return changes
  }

  /// The fields of groups among those of the row: `day` of `when`.
  package var leaves: Fields {
    var leaves = Fields()
    for (name, value) in self {
      if let group = value.group {
        leaves.merge(group) { $1 }
      } else {
        leaves[name] = value
      }
    }
    return leaves
  }

  /// Without what is null.
  package var withoutNulls: Fields { filter { $0.value != .null } }
}
