/// A line of words, and of options with a value behind each, as most lines are typed:
/// `papers -m 45 -n "…"`.
struct PlainLine {
  /// What is no option and no option's value.
  private(set) var words: [String] = []
  private var values: [(option: String, value: String)] = []

  /// `options`: all that may stand here, each as it is typed. Nil for a line that takes more to read or is
  /// wrong: `-m45`, `--minutes=45`, `--`, a value that begins with a hyphen.
  init?(_ arguments: ArraySlice<String>, options: [String]) {
    var rest = arguments
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("-") else {
        words.append(argument)
        continue
      }
      guard options.contains(argument), let value = rest.popFirst(), !value.hasPrefix("-") else {
        return nil
      }
      values.append((argument, value))
    }
  }

  /// The value of an option by any of its names: the last one, where there are several.
  subscript(names: String...) -> String? { all(names).last }

  /// Its values, where it may be repeated.
  func all(_ names: [String]) -> [String] {
    values.filter { names.contains($0.option) }.map(\.value)
  }
}
