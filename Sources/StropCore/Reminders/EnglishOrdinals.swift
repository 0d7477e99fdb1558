/// `first` and `1st`, as rules are written and read in English.
package enum EnglishOrdinals {
  /// From 1 on: what a month can have of a weekday.
  static let words = ["first", "second", "third", "fourth", "fifth"]

  /// `first` to `fifth`; `last` for -1.
  package static func word(_ number: Int) -> String { number < 0 ? "last" : words[number - 1] }

  /// `1st`, `22nd`, `13th`.
  package static func figure(_ number: Int) -> String {
    switch ((11...13).contains(number % 100), number % 10) {
    case (false, 1): "\(number)st"
    case (false, 2): "\(number)nd"
    case (false, 3): "\(number)rd"
    default: "\(number)th"
    }
  }
}
