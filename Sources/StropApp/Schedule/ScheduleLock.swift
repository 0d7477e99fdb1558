import SystemPackage

/// Keeps two processes of one user from changing the crontab at once.
///
/// The lock is on the home directory itself: every database of a user shares the one crontab, and a
/// directory needs no file of its own that stays behind.
struct ScheduleLock: ~Copyable {
  private let lock: PatientLock

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
    guard let lock = await PatientLock(on: descriptor, patience: patience) else {
      throw Failure.schedule(.locked)
    }
    self.lock = lock
  }
}
