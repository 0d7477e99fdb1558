/// Lengths of practice as people type them, in whole minutes.
package enum Minutes {
  /// What a check-in may last: up to a whole day.
  package static let range = 1...1_440

  /// Reads `45`, `45m`, `1h`, `1h30`, `1.5h`, `1:30`, 45分钟, 1小时30分, 半小时, 一个半小时; nil for anything else or out
  /// of range.
  package static func parse(_ text: String, in range: ClosedRange<Int> = range) -> Int? {
    guard text.utf8.count <= longest else { return nil }
    return total(withShortUnits(text)).flatMap { range.contains($0) ? $0 : nil }
  }

  /// In bytes.
  private static let longest = 100

  /// Longer ones before those that they begin with.
  private static let units = [
    ("个", ""), ("小时", "h"), ("钟头", "h"), ("分钟", "m"), ("分", "m"), ("hours", "h"), ("hour", "h"),
    ("minutes", "m"), ("minute", "m"), ("mins", "m"), ("min", "m"), (" ", ""),
  ]

  private static func withShortUnits(_ text: String) -> String {
    let word = text.lowercased()
    // Most are typed as they are meant here.
    guard !word.utf8.allSatisfy({ "0123456789.:hm".utf8.contains($0) }) else { return word }
    return units.reduce(ChineseNumber.withDigits(word)) { $0.replacing($1.0, with: $1.1) }
  }

  /// Of `45`, `45m`, `1h30m`, `1.5h`, `1:30`, `半h`, `1半h`, `1h半`.
  private static func total(_ word: String) -> Int? {
    if let colon = word.firstIndex(of: ":") {
      let minutes = word[word.index(after: colon)...]
      guard minutes.utf8.count == 2 else { return nil }
      return sum(hours: word[..<colon], minutes)
    }
    guard let unit = word.firstIndex(of: "h") else {
      return number(word.hasSuffix("m") ? word.dropLast() : word[...])
    }
    var hours = word[..<unit]
    var minutes = word[word.index(after: unit)...]
    if minutes.isEmpty {
      if hours.contains(".") { return number(hours, times: 60) }
      guard hours.last == "半" else { return number(hours).map { $0 * 60 } }
      hours = hours.dropLast()
      return hours.isEmpty ? 30 : sum(hours: hours, "30")
    }
    if minutes.last == "m" { minutes = minutes.dropLast() }
    return sum(hours: hours, minutes == "半" ? "30" : minutes)
  }

  private static func sum(hours: Substring, _ minutes: Substring) -> Int? {
    guard let hours = number(hours), let minutes = number(minutes), minutes < 60 else { return nil }
    return hours * 60 + minutes
  }

  private static func number(_ digits: Substring) -> Int? {
    digits.utf8.count <= 6 ? Digits.number(digits) : nil
  }

  /// A decimal times `factor`, rounded.
  private static func number(_ decimal: Substring, times factor: Int) -> Int? {
    let parts = decimal.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...3).contains(parts[1].utf8.count),
      let whole = number(parts[0]), let digits = number(parts[1])
    else { return nil }
    let unit = parts[1].utf8.reduce(1) { unit, _ in unit * 10 }
    return whole * factor + (2 * digits * factor + unit) / (2 * unit)
  }
}

/// Small numbers in Chinese characters: 两, 十五, 四十五, 一百二十.
enum ChineseNumber {
  private static let digits: [Character: Int] = [
    "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let units: [Character: Int] = ["十": 10, "百": 100]

  /// This text with ASCII digits for each number in it; one that is none is left as it is.
  static func withDigits(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let character = rest.first {
      let run = rest.prefix { digits[$0] != nil || units[$0] != nil }
      if run.isEmpty {
        result.append(character)
        rest = rest.dropFirst()
      } else {
        result += number(run).map(String.init) ?? String(run)
        rest = rest[run.endIndex...]
      }
    }
    return result
  }

  private static func number(_ run: Substring) -> Int? {
    var total = 0
    var digit: Int?
    var smallest = Int.max
    for character in run {
      if let unit = units[character] {
        guard unit < smallest else { return nil }
        smallest = unit
        total += (digit ?? 1) * unit
        digit = nil
      } else {
        guard digit ?? 0 == 0 else { return nil }
        digit = digits[character]
      }
    }
    return total + (digit ?? 0)
  }
}
