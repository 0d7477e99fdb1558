import Foundation
import Glibc
import StropCore
import StropStore

extension Strop {
  /// Writes `text` to the file that the user names, made where there is none.
  ///
  /// One that is there keeps its mode, its links and what it holds until the whole text is written; a device or
  /// a pipe is written to.
  /// - Throws: `Failure.ownFile` for the database and what belongs to it, `.fileUnwritable`.
  package func writeFile(_ text: String, to name: String) throws {
    let path = environment.absolute(name)
    // Where the links lead, so that they stay.
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard !isOwn(target) else { throw Failure.ownFile(path: environment.abbreviated(path)) }
    var status = stat()
    let isThere = stat(target, &status) == 0
    if isThere, access(target, W_OK) != 0 { throw Failure.fileUnwritable(path: path) }
    let isReplaceable =
      isThere
      ? status.st_mode & S_IFMT == S_IFREG && status.st_nlink == 1 : Store.isFree(target)
    let isWritten =
      isReplaceable
      ? FileReplacement.write(text, to: target, mode: 0o666, like: isThere ? status : nil)
        ?? Strop.overwrite(target, with: text)
      : Strop.overwrite(target, with: text)
    guard isWritten else { throw Failure.fileUnwritable(path: path) }
  }

  /// For what has another name, leads to where nothing is, is no plain file, or lies where no file can be made;
  /// false where it cannot be written.
  private static func overwrite(_ path: String, with text: String) -> Bool {
    let descriptor = Glibc.open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return false }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      guard ftruncate(descriptor, 0) == 0 else { return false }
    }
    return (try? file.write(contentsOf: Data(text.utf8))) != nil
  }

  /// Whether a file is the database, its journal, a copy of it, or the secrets, under whichever name.
  private func isOwn(_ path: String) -> Bool {
    let database = URL(fileURLWithPath: store.path).resolvingSymlinksInPath().path
    let own = Store.files(of: database) + [SecretFile(databasePath: database).path]
    let backups = Backups(databasePath: database).directory
    let directory = URL(fileURLWithPath: backups).resolvingSymlinksInPath().path
    if own.contains(path) || path.hasPrefix(directory + "/") { return true }
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return (own + Backups(databasePath: database).all).contains { file in
      var other = stat()
      return stat(file, &other) == 0
        && (other.st_dev, other.st_ino) == (status.st_dev, status.st_ino)
    }
  }
}
