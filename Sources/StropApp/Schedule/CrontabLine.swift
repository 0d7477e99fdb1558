package import StropCore

/// The one line by which cron calls strop, four times an hour.
package struct CrontabLine: Hashable, Sendable {
  /// What Debian's cron still accepts as a command; more is refused before it is written.
  package static let longest = 998

  /// `7,22,37,52 * * * * '/abs/strop' --db '/abs/strop.db' remind deliver`, without a newline.
  package let text: String

  /// - Parameters:
  ///   - binary: the absolute path of the program.
  ///   - database: the absolute path of the database.
  ///   - minute: minutes after each quarter of an hour, 0 to 14; of others the remainder by 15.
  /// - Throws: `ScheduleFailure.newlineInPath`, `.lineTooLong`.
  package init(binary: String, database: String, minute: Int) throws(ScheduleFailure) {
    for path in [binary, database] where path.utf8.contains(UInt8(ascii: "\n")) {
      throw .newlineInPath(path)
    }
    text =
      CrontabLine.timing(minute) + " " + CrontabLine.quoted(binary) + " --db "
      + CrontabLine.quoted(database) + " remind deliver"
    guard text.utf8.count <= CrontabLine.longest else {
      throw .lineTooLong(bytes: text.utf8.count)
    }
  }

  private static func timing(_ minute: Int) -> String {
    let first = (minute % 15 + 15) % 15
    return stride(from: first, to: 60, by: 15).map(String.init).joined(separator: ",") + " * * * *"
  }

  /// A path as one word for cron and then sh.
  ///
  /// Cron ends the command at a bare `%`, makes `\%` into `%` and, on Debian, `\\` into `\`, inside
  /// quotes too. So that no backslash ever meets another or a `%`, the quotes end after each one.
  private static func quoted(_ path: String) -> String {
    var word = "'"
    for scalar in path.unicodeScalars {
      switch scalar {
      case "'": word += #"'\''"#
      case "%": word += #"\%"#
      case "\\": word += #"\''"#
      default: word.unicodeScalars.append(scalar)
      }
    }
    return word + "'"
  }
}

extension ScheduledJob {
  /// Reads a line that `CrontabLine` wrote, or one whose times the user changed; nil for any other.
  package init?(crontab line: some StringProtocol) {
    let line = String(decoding: Array(line.utf8).trimmed, as: UTF8.self)
    var rest = Substring(line)
    var fields: [Substring] = []
    for _ in 0..<5 {
      let field = rest.prefix { !$0.isCrontabBlank }
      rest = rest[field.endIndex...].drop(while: \.isCrontabBlank)
      fields.append(field)
    }
    guard let words = CommandWords(crontab: rest)?.words, words.count == 5,
      words[0].hasPrefix("/"), words[1] == "--db", words[2].hasPrefix("/"),
      words[3...] == ["remind", "deliver"]
    else { return nil }
    let timing = fields.joined(separator: " ")
    let minute = (0..<15).first { minute in
      let written = try? CrontabLine(binary: words[0], database: words[2], minute: minute)
      return written.map { $0.text.utf8.elementsEqual(line.utf8) } ?? false
    }
    self.init(line: line, timing: timing, minute: minute, binary: words[0], database: words[2])
  }
}

/// A crontab's command, split into words as cron and sh read it.
private struct CommandWords {
  private(set) var words: [String] = []
  private var word: String?

  /// Nil where the command has anything but words, quotes and backslashes.
  init?(crontab command: some StringProtocol) {
    guard let command = CommandWords.unescaped(command) else { return nil }
    var scalars = command.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      switch scalar {
      case " ", "\t": end()
      case "'":
        word = word ?? ""
        guard read(quotedBy: "'", from: &scalars) else { return nil }
      case "\\":
        guard let next = scalars.next() else { return nil }
        word = (word ?? "") + String(next)
      case "\"", "$", "`", ";", "&", "|", "<", ">", "(", ")", "#", "*", "?", "[", "~":
        return nil
      default: word = (word ?? "") + String(scalar)
      }
    }
    end()
  }

  private mutating func end() {
    if let word { words.append(word) }
    word = nil
  }

  private mutating func read(
    quotedBy quote: Unicode.Scalar,
    from scalars: inout String.UnicodeScalarView.Iterator
  ) -> Bool {
    while let scalar = scalars.next() {
      if scalar == quote { return true }
      word = (word ?? "") + String(scalar)
    }
    return false
  }

  /// What cron hands to sh; nil where a bare `%` ends the command.
  private static func unescaped(_ command: some StringProtocol) -> String? {
    var text = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in command.unicodeScalars {
      if isEscaped {
        if scalar != "%", scalar != "\\" { text.append("\\") }
        text.append(scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "%" {
        return nil
      } else {
        text.append(scalar)
      }
    }
    if isEscaped { text.append("\\") }
    return String(text)
  }
}

extension Character {
  fileprivate var isCrontabBlank: Bool { self == " " || self == "\t" }
}
