import Foundation
import SystemPackage

/// Keeps two processes of one user from changing the crontab at once; ends with the process too.
///
/// The lock is on the home directory itself: every database of a user shares the one crontab, and a
/// directory needs no file of its own that stays behind.
struct ScheduleLock: ~Copyable {
  private let descriptor: FileDescriptor

  /// - Parameters:
  ///   - directories: where the lock may be; the first that can be opened.
  ///   - patience: how long to wait for another process.
  /// - Throws: `Failure.fileUnwritable`, or `Failure.schedule` with `.locked`.
  init(directories: [String], patience: Duration) async throws {
    var opened: FileDescriptor?
    for directory in directories where opened == nil {
      opened = try? FileDescriptor.open(
        FilePath(directory), .readOnly, options: [.directory, .closeOnExec])
    }
    guard let descriptor = opened else {
      throw Failure.fileUnwritable(path: directories.first ?? "")
    }
    let clock = ContinuousClock()
    let deadline = clock.now + patience
    while flock(descriptor.rawValue, LOCK_EX | LOCK_NB) != 0 {
      guard clock.now < deadline, !Task.isCancelled else {
        try? descriptor.close()
        throw Failure.schedule(.locked)
      }
      try? await Task.sleep(for: .milliseconds(20))
    }
    self.descriptor = descriptor
  }

  deinit {
    try? descriptor.close()
  }
}
