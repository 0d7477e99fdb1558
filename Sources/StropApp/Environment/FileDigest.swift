import Foundation

/// How far a file has been read.
package struct FileProgress: Sendable {
  package let path: String
  /// In bytes.
  package let read: Int64
  package let size: Int64
}

extension Environment {
  /// How much is read at once, in bytes.
  private static let chunk = 1 << 20

  /// The SHA-256 of a regular file, links followed, as 64 hexadecimal digits; nil where there is none, or it
  /// cannot be read to its end.
  ///
  /// Progress is reported from the first second on, five times a second, and that there is no more of it.
  /// - Throws: `SHA256Digest.Unavailable`.
  func digest(ofFile path: String) throws -> String? {
    guard let size = regularSize(of: path), let file = FileHandle(forReadingAtPath: path) else {
      return nil
    }
    defer { try? file.close() }
    let digest = try SHA256Digest()
    let clock = ContinuousClock()
    var next = clock.now + .seconds(1)
    var read: Int64 = 0
    var isReported = false
    defer { if isReported { reportProgress(nil) } }
    do {
      while let chunk = try file.read(upToCount: Environment.chunk), !chunk.isEmpty {
        digest.update(chunk)
        read += Int64(chunk.count)
        guard clock.now >= next else { continue }
        reportProgress(FileProgress(path: abbreviated(path), read: read, size: max(size, read)))
        isReported = true
        next = clock.now + .milliseconds(200)
      }
    } catch {
      return nil
    }
    return digest.finish()
  }

  /// In bytes; nil where `path` leads to no regular file: a pipe would be waited for, a directory has no digest.
  func regularSize(of path: String) -> Int64? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int64(status.st_size)
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
