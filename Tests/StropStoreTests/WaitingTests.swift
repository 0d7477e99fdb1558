import Foundation
import Testing

@testable import StropStore

struct WaitingTests {
  /// Waits as SQLite does, calling `between` before each try, and gives how long it did.
  private func waited(_ waiting: Waiting, between: () throws -> Void) rethrows -> Duration {
    let start = ContinuousClock.now
    var tries = 0
    while waiting.goOn(tries: tries) {
      try between()
      tries += 1
    }
    return ContinuousClock.now - start
  }

  @Test func `it ends where nobody does anything, goes on while somebody does, and ends at last`()
    throws
  {
    let file = FileManager.default.temporaryDirectory.appending(path: "strop-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data([0]).write(to: file)
    let patient = Waiting(for: file.path, limit: .milliseconds(100), wholeLimit: .seconds(3_600))
    let bounded = Waiting(
      for: file.path, limit: .milliseconds(100), wholeLimit: .milliseconds(600))
    // Each wait begins anew.
    for _ in 0..<2 {
      #expect(waited(patient) {} >= .milliseconds(100))
      #expect(try waited(bounded) { try Data([0]).write(to: file) } >= .milliseconds(600))
    }
  }
}
