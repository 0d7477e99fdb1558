import GRDB
package import StropCore

extension Kind<Start> {
  static let start = Kind(
    "start", key: "device",
    columns: [
      .text("day", "when.day", required: true),
      .instant("at", "when.at", required: true),
      .text("zone", "when.zone", required: true),
    ])
}

extension Reader {
  /// The day of the first run, over all devices; nil before it.
  package func start() throws -> Day? {
    try all(.start, "ORDER BY at, day LIMIT 1").first?.moment.day
  }
}
