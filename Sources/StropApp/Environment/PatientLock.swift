import Foundation
import SystemPackage

/// A lock on a file or directory, which keeps two processes from doing something at once; it ends with the process,
/// however that ends.
struct PatientLock: ~Copyable {
  private let descriptor: FileDescriptor

  /// Takes the lock on what `descriptor` is of, and closes that in the end.
  ///
  /// `patience`: how long to wait for another process; nil where that does not give it up.
  init?(on descriptor: FileDescriptor, patience: Duration) async {
    let clock = ContinuousClock()
    let deadline = clock.now + patience
    while flock(descriptor.rawValue, LOCK_EX | LOCK_NB) != 0 {
      guard clock.now < deadline, !Task.isCancelled else {
        try? descriptor.close()
        return nil
      }
      try? await Task.sleep(for: .milliseconds(20))
    }
    self.descriptor = descriptor
  }

  deinit {
    try? descriptor.close()
  }
}
