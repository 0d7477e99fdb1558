package import StropCore
package import StropStore
import Foundation
import Seeds

/// Everything that a front end can ask of strop, over one database at one moment.
///
/// Each use case is one method, in the folder of what it is about.
package struct Strop: Sendable {
  package let environment: Environment
  package let store: Store
  package let settings: Settings
  package let zone: Zone
  /// The day of practice that the moment belongs to.
  package let today: Day
  /// What the first run made; nil on every later one.
  package let firstRun: FirstRun?
  /// Why the database could not be opened, where an empty one stands for it (`Opening.examine`).
  package private(set) var unusable: Failure?

  /// How a command wants its database.
  package enum Opening: Sendable {
    /// Made and begun where there is none.
    case create
    /// Made where there is none, and left without a beginning of its own: for an import.
    case createEmpty
    /// Must be there.
    case existing
    /// Only looked at: where there is none, an empty one in memory stands for it.
    case look
    /// Left alone, whatever state it is in: an empty one in memory stands for it.
    case detached
    /// Only looked at, and where it cannot be opened, left alone: `Strop.unusable` then says why.
    case examine
    /// Made where there is none; a setting of the zone that does not hold is passed over, so that it
    /// can be mended.
    case configure

    /// Whether a database is made where there is none.
    var makes: Bool {
      switch self {
      case .create, .createEmpty, .configure: true
      case .existing, .look, .detached, .examine: false
      }
    }
  }

  /// Whether there is a database, or something else, at `path`.
  package static func exists(at path: String) -> Bool { Store.exists(at: path) }

  /// Opens the database at `path`, and on the first run makes and seeds it.
  ///
  /// - Throws: `Failure`.
  package static func open(
    _ environment: Environment, path: String, _ opening: Opening
  ) throws -> Strop {
    guard opening == .examine else { return try openPlainly(environment, path: path, opening) }
    do {
      return try openPlainly(environment, path: path, .look)
    } catch let failure as Failure {
      var strop = try openPlainly(environment, path: path, .detached)
      strop.unusable = failure
      return strop
    }
  }

  private static func openPlainly(
    _ environment: Environment, path: String, _ opening: Opening
  ) throws -> Strop {
    try translating(path, environment, recording: false) {
      if opening != .detached { try refuseVanished(path, environment) }
      if opening != .detached, environment.isDanglingLink(path) {
        throw Failure.danglingLink(path: path)
      }
      if opening.makes, !Store.exists(at: path), environment.now > HybridClock.lastMoment {
        throw StoreError.clockAhead
      }
      // A wrong zone must not leave a database behind that was never begun.
      if opening != .detached, !Store.exists(at: path) { _ = try environment.zone(setting: nil) }
      let store =
        opening == .detached || opening == .look && Store.isFree(path)
        ? try Store.temporary(for: path)
        : try environment.showingProgress { tell in
          // Where there is no room for a copy, the change is safe all the same: it leaves the journal
          // alone, and it is made as a whole or not at all.
          try Store.open(
            path, create: opening.makes,
            beforeChange: {
              _ = try? Backups(databasePath: path).make(of: $0, now: environment.now, telling: tell)
            },
            telling: tell)
        }
      let state = try store.read { reader in
        let device = try reader.settingsDevice(on: environment.machine)
        return State(
          settings: Settings(values: try device.map(reader.settings) ?? [:]),
          curriculum: try reader.curriculumVersion(), start: try reader.start())
      }
      let zone = try zone(environment, state.settings, opening)
      let today = zone.day(at: environment.now, dayStart: state.settings.dayStart)
      let mustLoad = (state.curriculum ?? 0) < Seeds.version
      let mustStart = state.start == nil && (opening == .create || opening == .configure)
      var firstRun: FirstRun?
      if mustLoad || mustStart {
        let curriculum = mustLoad ? try Seeds.curriculum() : nil
        try store.write(as: author(environment, zone)) { transaction in
          if let curriculum { try transaction.load(curriculum, version: Seeds.version) }
          guard mustStart, try transaction.reader.start() == nil else { return }
          let moment = Moment(at: environment.now, zone: zone.name, day: today)
          try transaction.append(
            [Start(device: transaction.device, moment: moment).creation], command: nil)
          firstRun = try environment.firstRun(path, zone, transaction.reader)
        }
      }
      return Strop(
        environment: environment, store: store, settings: state.settings, zone: zone,
        today: today, firstRun: firstRun)
    }
  }

  private static func zone(
    _ environment: Environment, _ settings: Settings, _ opening: Opening
  ) throws -> Zone {
    do {
      return try environment.zone(setting: settings[.zone]).zone
    } catch Failure.badZone(_, .setting) where opening == .configure {
      return try environment.zone(setting: nil).zone
    }
  }

  private struct State {
    let settings: Settings
    let curriculum: Int?
    let start: Day?
  }

  private static func author(_ environment: Environment, _ zone: Zone) -> Author {
    Author(now: environment.now, zone: zone.name, machine: environment.machine) {
      var generator = SystemRandomNumberGenerator()
      return Identifier.random(using: &generator)
    }
  }

  /// Turns what the store throws into what the user is told.
  ///
  /// `recording`: whether what was to be recorded was not, where it throws.
  private static func translating<Result>(
    _ path: String, _ environment: Environment, recording: Bool, _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch StoreError.busy where !recording {
      throw Failure.busy
    } catch let error as StoreError {
      throw failure(error, path, environment)
    }
  }

  private static func failure(
    _ error: StoreError, _ path: String, _ environment: Environment
  ) -> Failure {
    let isLost =
      switch error {
      case .damaged, .foreign: true
      default: false
      }
    let newest = isLost ? Backups(databasePath: path).newestGood(now: environment.now) : nil
    return .store(error, path: path, restoring: environment.restoring(newest, path))
  }

  /// What the user is told of an error of the database.
  func failure(_ error: StoreError) -> Failure { Strop.failure(error, store.path, environment) }

  func read<Result>(_ body: (Reader) throws -> Result) throws -> Result {
    try Strop.translating(store.path, environment, recording: false) { try store.read(body) }
  }

  func write<Result>(_ body: (Transaction) throws -> Result) throws -> Result {
    try Strop.translating(store.path, environment, recording: true) {
      try store.write(as: Strop.author(environment, zone), body)
    }
  }

  /// A local fact that is an instant, this one where it lies in the future: a clock that ran ahead left it.
  func localInstant(_ key: String, _ reader: Reader) throws -> Instant? {
    try reader.local(key).flatMap { Int64($0) }
      .map { min(Instant(milliseconds: $0), environment.now) }
  }

  func newID() -> String {
    var generator = SystemRandomNumberGenerator()
    return Identifier.random(using: &generator)
  }

  /// This moment, as what is recorded now carries it.
  func moment(on day: Day) -> Moment {
    Moment(at: environment.now, zone: zone.name, day: day)
  }

  /// What a wall clock here shows.
  var clock: CivilDateTime { zone.clock(at: environment.now) }
}

extension Environment {
  fileprivate func firstRun(_ path: String, _ zone: Zone, _ reader: Reader) throws -> FirstRun {
    let skills = try reader.skills()
    let focus = skills.filter(\.plan.focus)
    return FirstRun(
      path: abbreviated(path), skills: skills.count, items: try reader.items().count,
      focus: focus.map(\.slug),
      focusHours: Double(focus.map(\.plan.minutes).reduce(0, +)) / 60, zone: zone.name,
      zoneIsGeographic: zone.isGeographic)
  }

  /// A path with the home directory as `~`.
  package func abbreviated(_ path: String) -> String {
    let prefix = home.hasSuffix("/") ? home : home + "/"
    return path.hasPrefix(prefix) ? "~/" + path.dropFirst(prefix.count) : path
  }
}
