import Glibc

// What the system says of files without reading them.
extension Environment {
  /// In bytes; nil where `path` leads to no regular file: a pipe would be waited for, a directory has no digest.
  func regularSize(of path: String) -> Int64? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int64(status.st_size)
  }

  /// Whether there is anything at a path as typed.
  func isThere(_ path: String) -> Bool {
    var status = stat()
    return !path.isEmpty && lstat(absolute(path), &status) == 0
  }

  /// Whether `path` is a link, and nothing is where it leads.
  package func isDanglingLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
      && stat(path, &status) != 0 && errno == ENOENT
  }

  /// The room that is left to this user where `directory` lies, in bytes; nil where that is not told.
  func freeBytes(in directory: String) -> Int64? {
    var status = statvfs()
    guard statvfs(directory, &status) == 0 else { return nil }
    return Int64(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize))
  }
}
