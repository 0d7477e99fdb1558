package import StropCore

/// The texts of the two user units by which systemd calls strop, four times an hour.
package struct SystemdUnits: Hashable, Sendable {
  package static let serviceName = "strop.service"
  package static let timerName = "strop.timer"
  /// What both begin with: a unit without it is another's.
  package static let mark =
    "# strop: made by 'strop schedule install --systemd'; 'strop schedule uninstall --systemd' removes it"

  package let service: String
  package let timer: String

  /// - Parameters:
  ///   - binary: the absolute path of the program.
  ///   - database: the absolute path of the database.
  ///   - minute: minutes after each quarter of an hour, 0 to 14; of others the remainder by 15.
  /// - Throws: `ScheduleFailure.newlineInPath`, `.unusableName`.
  package init(binary: String, database: String, minute: Int) throws(ScheduleFailure) {
    for path in [binary, database] where path.utf8.contains(UInt8(ascii: "\n")) {
      throw .newlineInPath(path)
    }
    guard !binary.utf8.contains(where: { #"\"'"#.utf8.contains($0) }) else {
      throw .unusableName(binary)
    }
    // A tick ends within two minutes by itself.
    service = """
      \(SystemdUnits.mark)
      [Unit]
      Description=Reminders of strop

      [Service]
      Type=oneshot
      ExecStart=\(SystemdUnits.quoted(binary, doubling: "%")) \
      --db \(SystemdUnits.quoted(database, doubling: "%$")) remind deliver
      TimeoutStartSec=3min

      """
    timer = """
      \(SystemdUnits.mark)
      [Unit]
      Description=Reminders of strop, every quarter of an hour

      [Timer]
      OnCalendar=*:\((minute % 15 + 15) % 15)/15
      AccuracySec=1min
      Persistent=true

      [Install]
      WantedBy=timers.target

      """
  }

  /// A path as one word of a unit's command line (systemd.service(5), "Command lines"): what means something
  /// to systemd stands for itself when doubled, and a backslash keeps quotes and backslashes. In a program's
  /// name `$` means nothing.
  private static func quoted(_ path: String, doubling doubled: String) -> String {
    var word = "\""
    for scalar in path.unicodeScalars {
      switch scalar {
      case _ where doubled.unicodeScalars.contains(scalar):
        word.unicodeScalars += [scalar, scalar]
      case "\"", "\\": word.unicodeScalars += ["\\", scalar]
      default: word.unicodeScalars.append(scalar)
      }
    }
    return word + "\""
  }
}

extension ScheduledJob {
  /// Reads what `SystemdUnits` wrote, or units whose times the user changed; nil for any other.
  package init?(systemd service: String, timer: String) {
    func values(_ key: String, in unit: String) -> [Substring] {
      unit.split(separator: "\n").filter { $0.hasPrefix(key + "=") }
        .map { $0.dropFirst(key.count + 1) }
    }
    let commands = values("ExecStart", in: service)
    let times = values("OnCalendar", in: timer)
    guard commands.count == 1, times.count == 1, let words = ScheduledJob.words(commands[0]),
      words.count == 5, words[0].hasPrefix("/"), words[1] == "--db", words[2].hasPrefix("/"),
      words[3...] == ["remind", "deliver"]
    else { return nil }
    let minute = (0..<15).first { times[0] == "*:\($0)/15" }
    self.init(
      line: String(commands[0]), timing: String(times[0]), minute: minute, binary: words[0],
      database: words[2])
  }

  /// A unit's command line, split into words; nil where it has more than `SystemdUnits` writes.
  private static func words(_ line: Substring) -> [String]? {
    var words: [String] = []
    var rest = line.unicodeScalars[...]
    while let first = rest.first {
      if first == " " {
        rest.removeFirst()
        continue
      }
      let isQuoted = first == "\""
      if isQuoted { rest.removeFirst() }
      var word = ""
      var isOpen = true
      while isOpen {
        guard let scalar = rest.popFirst() else {
          guard !isQuoted else { return nil }
          break
        }
        switch scalar {
        case "\"" where isQuoted: isOpen = false
        case " " where !isQuoted: isOpen = false
        case "%":
          guard rest.popFirst() == scalar else { return nil }
          word.unicodeScalars.append(scalar)
        // In the program's name it means nothing.
        case "$" where !words.isEmpty:
          guard rest.popFirst() == scalar else { return nil }
          word.unicodeScalars.append(scalar)
        case "\\":
          guard let next = rest.popFirst() else { return nil }
          word.unicodeScalars.append(next)
        default: word.unicodeScalars.append(scalar)
        }
      }
      words.append(word)
    }
    return words
  }
}
