import Foundation
package import StropCore

/// Where the zone in force comes from.
package enum ZoneSource: Hashable, Sendable {
  case setting, variable, system
}

extension Environment {
  /// The zone in force: the setting, else TZ, else the system's.
  ///
  /// - Throws: `Failure.badZone` where the one that is named does not exist: never silently UTC.
  package func zone(setting: String?) throws -> (zone: Zone, source: ZoneSource) {
    if let setting {
      guard let zone = Zone(named: setting) else { throw Failure.badZone(setting, .setting) }
      return (zone, .setting)
    }
    if let text = variables["TZ"] {
      // POSIX: an empty TZ is UTC; a leading colon says that a file's name follows.
      let name = text.hasPrefix(":") ? String(text.dropFirst()) : text
      if name.isEmpty { return (.utc, .variable) }
      guard let zone = zone(file: name) ?? Zone(posix: name) ?? Zone(named: name) else {
        throw Failure.badZone(text, .variable)
      }
      return (zone, .variable)
    }
    return (systemZone, .system)
  }

  /// The machine's own: that of what cron or systemd starts, where no setting names one, since neither hands
  /// TZ on.
  var systemZone: Zone {
    let localtime = root.appending(path: "etc/localtime").path
    if let zone = zone(file: localtime) { return zone }
    let name = try? String(contentsOf: root.appending(path: "etc/timezone"), encoding: .utf8)
    let named = name.flatMap { Zone(named: $0.trimmed) }
    // A copy instead of a link: the name beside it counts where its file is the same, else the POSIX
    // rule that ends the file.
    guard let copy = FileManager.default.contents(atPath: localtime) else { return named ?? .utc }
    if let named {
      let file = root.appending(path: "usr/share/zoneinfo/" + named.name).path
      if FileManager.default.contents(atPath: file) == copy { return named }
    }
    let rule = copy.dropLast().split(separator: UInt8(ascii: "\n")).last
    return rule.flatMap { Zone(posix: String(decoding: $0, as: UTF8.self)) } ?? named ?? .utc
  }

  /// The zone whose file `path` is, by the name that follows `zoneinfo/` once links are followed.
  private func zone(file path: String) -> Zone? {
    guard path.hasPrefix("/") else { return nil }
    var target = path
    if let link = try? FileManager.default.destinationOfSymbolicLink(atPath: path) { target = link }
    guard let found = target.range(of: "zoneinfo/") else { return nil }
    return Zone(named: String(target[found.upperBound...]))
  }
}

extension Zone {
  /// An IANA zone, or `UTC`, or a fixed offset such as `UTC+08:00`; nil for any other name.
  package init?(named name: String) {
    if name == "UTC" || name == "GMT" {
      self.init(name: "UTC") { _ in 0 }
      return
    }
    if let offset = Zone.fixedOffset(name) {
      self.init(name: name) { _ in offset }
      return
    }
    // Foundation also reads abbreviations, of which some mean different zones in different places.
    let isAbbreviation = !name.contains("/") && TimeZone.abbreviationDictionary[name] != nil
    guard !isAbbreviation || Zone.namedLikeAbbreviations.contains(name),
      let zone = TimeZone(identifier: name), zone.identifier == name
    else { return nil }
    Zone.keepTimeZonesLinked()
    self.init(name: name) { instant in
      zone.secondsFromGMT(
        for: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1_000))
    }
  }

  /// A POSIX zone without daylight saving, such as `CST-8`: eight hours east of UTC.
  init?(posix text: String) {
    let name = text.prefix { $0.isASCII && $0.isLetter }
    guard name.count >= 3 else { return nil }
    var rest = text.dropFirst(name.count)
    let west = rest.first != "-"
    if rest.first == "-" || rest.first == "+" { rest = rest.dropFirst() }
    let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let hours = Int(parts[0]), (0...24).contains(hours),
      let minutes = parts.count == 2 ? Int(parts[1]) : 0, (0..<60).contains(minutes)
    else { return nil }
    let offset = (hours * 3_600 + minutes * 60) * (west ? -1 : 1)
    self.init(name: Zone.name(ofOffset: offset)) { _ in offset }
  }

  /// Whether the name says where its user is, rather than how far from UTC.
  package var isGeographic: Bool { name.contains("/") && !name.hasPrefix("Etc/") }

  private static func name(ofOffset seconds: Int) -> String {
    let time = CivilTime(hour: abs(seconds) / 3_600 % 24, minute: abs(seconds) / 60 % 60)
    return seconds == 0 ? "UTC" : "UTC" + (seconds < 0 ? "-" : "+") + (time?.text ?? "00:00")
  }

  private static func fixedOffset(_ name: String) -> Int? {
    guard name.hasPrefix("UTC"), let sign = name.dropFirst(3).first, sign == "+" || sign == "-",
      name.utf8.count == 9, let time = CivilTime(name.dropFirst(4))
    else { return nil }
    return time.minutes * 60 * (sign == "-" ? -1 : 1)
  }

  /// IANA's own names that look like abbreviations.
  private static let namedLikeAbbreviations: Set = [
    "EST", "MST", "HST", "WET", "CET", "MET", "EET",
  ]

  /// A static binary that refers to no formatter is linked without Foundation's zone data.
  private static func keepTimeZonesLinked() {
    withExtendedLifetime(DateFormatter.self) {}
  }
}
