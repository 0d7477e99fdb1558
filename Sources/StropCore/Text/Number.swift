/// Numbers as people type and print them.
package enum Number {
  /// `0.6931`, `-5`, `1e-3`, and with commas between groups of three digits `1,557,611,200`; nil for anything else,
  /// also for what is not finite.
  package static func parse(_ text: String) -> Double? {
    let plain = text.contains(",") ? withoutSeparators(text) : text
    // Swift's own reading takes nan, infinity and hexadecimal too.
    guard let plain, plain.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }),
      let number = Double(plain), number.isFinite
    else { return nil }
    return number
  }

  private static func withoutSeparators(_ text: String) -> String? {
    let point = text.firstIndex(of: ".") ?? text.endIndex
    let groups = text[..<point].split(separator: ",", omittingEmptySubsequences: false)
    guard let first = groups.first?.drop(while: { $0 == "-" || $0 == "+" }),
      (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.count == 3 }),
      !text[point...].contains(",")
    else { return nil }
    return text.filter { $0 != "," }
  }
}
