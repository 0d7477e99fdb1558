import StropCore

/// Passes on how far work has come, seldom enough to be read: nothing in the first second, then five times a
/// second.
final class ProgressMeter {
  private let report: (WorkProgress?) -> Void
  private let clock = ContinuousClock()
  private var next: ContinuousClock.Instant
  private var isShown = false

  /// `report`: given nil once the work is done, where it was given anything.
  init(_ report: @escaping (WorkProgress?) -> Void, delay: Duration = .seconds(1)) {
    self.report = report
    next = clock.now + delay
  }

  func tell(_ progress: WorkProgress) {
    let isToldOnce = progress.work == .checking
    guard clock.now >= next || isToldOnce && progress.total > Self.checkedInASecond else { return }
    report(progress)
    isShown = true
    next = clock.now + .milliseconds(200)
  }

  /// How large a database SQLite checks in about a second, in bytes.
  private static let checkedInASecond: Int64 = 64 << 20

  func end() {
    if isShown { report(nil) }
  }
}

extension Environment {
  /// Gives `body` what to tell of its progress.
  func showingProgress<Result>(
    _ body: (_ tell: @escaping (WorkProgress) -> Void) throws -> Result
  ) rethrows -> Result {
    let meter = ProgressMeter(reportProgress)
    defer { meter.end() }
    return try body(meter.tell)
  }
}
