/// Lengths of practice as people type them, in whole minutes.
package enum Minutes {
  /// What a check-in may last: up to a whole day.
  package static let range = 1...1_440

  /// Reads `45`, `45m`, `1h`, `1h30`, `1h30m`, 45分钟, 1小时30分; nil for anything else or out of range.
  package static func parse(_ text: String, in range: ClosedRange<Int> = range) -> Int? {
    var word = text.lowercased()
    for (long, short) in [("小时", "h"), ("分钟", "m"), ("分", "m"), ("min", "m")] {
      if let found = word.ranges(of: long).first { word.replaceSubrange(found, with: short) }
    }
    if word.hasSuffix("m") {
      word.removeLast()
      guard !word.hasSuffix("h") else { return nil }
    }
    let parts = word.split(separator: "h", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ $0.utf8.count <= 6 }) else { return nil }
    let total: Int?
    switch parts.count {
    case 1: total = Digits.number(parts[0])
    case 2 where parts[1].isEmpty: total = Digits.number(parts[0]).map { $0 * 60 }
    case 2:
      let hours = Digits.number(parts[0])
      let rest = Digits.number(parts[1]).flatMap { $0 < 60 ? $0 : nil }
      total = hours.flatMap { hours in rest.map { hours * 60 + $0 } }
    default: total = nil
    }
    return total.flatMap { range.contains($0) ? $0 : nil }
  }
}
