import Glibc
import Foundation

/// Tells whether the strop that watches a run is still there: it holds a lock on a file of the run's, beside the
/// database, which ends with it however it ends. Unlike a process's number, that holds across containers and hosts
/// that share a home.
struct RunLock: ~Copyable {
  enum Holder {
    case someone, nobody
    /// There is no such file here.
    case unknown
  }

  private let path: String
  private let descriptor: CInt

  /// Takes the lock of a run; `id` has none yet.
  ///
  /// - Throws: `Failure.fileUnwritable`.
  init(id: String, databasePath: String) throws {
    path = RunLock.path(id, databasePath)
    let directory = URL(fileURLWithPath: path).deletingLastPathComponent().path
    if mkdir(directory, 0o700) == 0 { chmod(directory, 0o700) }
    descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Failure.fileUnwritable(path: path) }
    fchmod(descriptor, 0o600)
    _ = flock(descriptor, LOCK_EX)
  }

  /// Gives it up for good.
  consuming func end() { unlink(path) }

  deinit { close(descriptor) }

  static func holder(of id: String, databasePath: String) -> Holder {
    let descriptor = open(path(id, databasePath), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return .unknown }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) == 0 ? .nobody : .someone
  }

  private static func path(_ id: String, _ databasePath: String) -> String {
    URL(fileURLWithPath: databasePath).deletingLastPathComponent().path + "/runs/" + id
  }
}
