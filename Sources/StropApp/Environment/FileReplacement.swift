import Foundation
import Glibc

/// A file that is replaced as a whole: a full disk or a crash leaves the old one as it was.
enum FileReplacement {
  /// Puts a new file that holds `text` in the place of `path`, or where nothing is.
  ///
  /// `mode`: of a file that was not there; less what the umask takes, where it is for more than its owner.
  /// `old`: what is there, whose mode and, as far as this user may, owner the new one gets.
  /// - Returns: false where it cannot be written to its end; nil where no file can be made there.
  static func write(_ text: String, to path: String, mode: mode_t, like old: stat? = nil) -> Bool? {
    let partial = "\(path).\(UUID().uuidString).partial"
    let descriptor = open(partial, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode)
    guard descriptor >= 0 else { return nil }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    if let old {
      _ = fchown(descriptor, old.st_uid, old.st_gid)
      fchmod(descriptor, old.st_mode & 0o7777)
    } else if mode & 0o077 == 0 {
      fchmod(descriptor, mode)
    }
    let isWritten = (try? file.write(contentsOf: Data(text.utf8))) != nil && fsync(descriptor) == 0
    guard isWritten, rename(partial, path) == 0 else {
      unlink(partial)
      return false
    }
    return true
  }
}
