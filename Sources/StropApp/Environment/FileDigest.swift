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
}
