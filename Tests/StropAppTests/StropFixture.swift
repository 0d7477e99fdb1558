import Foundation
import StropApp
import StropCore
import StropRender
import Synchronization
import TestSupport

/// strop in a home directory of its own, at moments that the test chooses.
final class StropFixture: Sendable {
  let home: URL
  private let variables: [String: String]
  private let owner: StropFixture?

  /// `variables` come beside TZ=Asia/Shanghai and a PATH of ~/.local/bin and the system's.
  init(_ variables: [String: String] = [:]) throws {
    home = FileManager.default.temporaryDirectory
      .appending(path: "strop-app-tests-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    owner = nil
    // What a test installs comes before the machine's own.
    let path = home.appending(path: ".local/bin").path + ":/usr/bin:/bin"
    self.variables = ["TZ": "Asia/Shanghai", "PATH": path]
      .merging(variables) { _, given in given }
  }

  /// Another set of variables in the home of `other`, which must outlive this.
  init(_ variables: [String: String], home other: StropFixture) throws {
    home = other.home
    self.variables = other.variables.merging(variables) { _, given in given }
    owner = other
  }

  deinit {
    if owner == nil { try? FileManager.default.removeItem(at: home) }
  }

  var path: String { home.appending(path: "data/strop.db").path }

  func environment(at now: String, machine: String = "laptop") throws -> Environment {
    guard let instant = Instant(rfc3339: now) else { throw Failure.badNow(now) }
    return Environment(
      now: instant, variables: variables, home: home.path, workingDirectory: home, machine: machine,
      root: home, executable: URL(fileURLWithPath: "/usr/bin/true"))
  }

  /// strop as it is at `now`, an RFC 3339 moment.
  func strop(at now: String, machine: String = "laptop") throws -> Strop {
    try Strop.open(try environment(at: now, machine: machine), path: path, .create)
  }

  /// What one tick at `now` prints.
  func tick(at now: String, machine: String = "laptop") async throws -> String {
    let printed = Printed()
    try await strop(at: now, machine: machine).tick { printed.add($0) }
    return printed.text
  }

  /// Puts a program into ~/.local/bin, which is first on PATH.
  func install(_ name: String, _ script: String) throws {
    let directory = home.appending(path: ".local/bin")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    let file = directory.appending(path: name).path
    try writeProgram("#!/bin/sh\n" + script + "\n", to: file)
  }
}

/// What was printed so far.
final class Printed: Sendable {
  private let kept = Mutex("")

  var text: String { kept.withLock { $0 } }

  func add(_ text: String) { kept.withLock { $0 += text } }
}

extension Strop {
  /// What cron calls, in English.
  ///
  /// `channels`: those that have another time than they would have.
  func tick(
    through channels: [DeliveryChannel] = DeliveryChannel.all,
    backupFailed: (Failure) -> Void = { _ in },
    print: @escaping @Sendable (String) throws -> Void
  ) async throws {
    try await deliver(
      through: channels, language: .english, message: { TextRenderer.message($0, .english) },
      print: print,
      backupFailed: backupFailed, describing: { _ in LocalizedText("") }, syncFailed: { _ in })
  }
}
