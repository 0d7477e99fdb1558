import Glibc
import Synchronization

/// Waits for other processes' locks on a database, while they get something done (decision 025).
///
/// SQLite's own waiting asks less and less often, so that of many who wait, who came first waits longest, until its time
/// is over; here all ask equally often, and each has the same chance.
final class Waiting: Sendable {
  /// Between two tries, in microseconds.
  private static let pause: ClosedRange<UInt32> = 1_000...8_000

  private struct Wait {
    var start = ContinuousClock.now
    var lastChange = ContinuousClock.now
    var modified: [Int] = []
  }

  private let path: String
  private let limit: Duration
  private let wholeLimit: Duration
  private let wait = Mutex(Wait())

  /// `limit`: how long it waits where nobody changes the database at `path`; `wholeLimit`: how long at all.
  init(for path: String, limit: Duration = .seconds(5), wholeLimit: Duration = .seconds(60)) {
    self.path = path
    self.limit = limit
    self.wholeLimit = wholeLimit
  }

  /// Pauses before the next try.
  ///
  /// `tries`: how often the lock was asked for since the wait began.
  /// - Returns: whether to try again.
  func goOn(tries: Int) -> Bool {
    let goesOn = wait.withLock { wait in
      let now = ContinuousClock.now
      if tries == 0 { wait = Wait(start: now, lastChange: now, modified: modified()) }
      let modified = modified()
      if modified != wait.modified { (wait.lastChange, wait.modified) = (now, modified) }
      return now - wait.lastChange < limit && now - wait.start < wholeLimit
    }
    if goesOn { usleep(.random(in: Self.pause)) }
    return goesOn
  }

  /// When the file was last changed. It is not opened for that: to close it would give up all of this process's locks.
  private func modified() -> [Int] {
    var status = stat()
    guard stat(path, &status) == 0 else { return [] }
    return [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
  }
}
