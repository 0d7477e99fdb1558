import Foundation
import StropCore

extension Environment {
  /// How much is read at once, in bytes.
  private static let chunk = 1 << 20

  /// The SHA-256 of a regular file, links followed, as 64 hexadecimal digits; nil where there is none, or it
  /// cannot be read to its end.
  ///
  /// Progress is reported.
  /// - Throws: `SHA256Digest.Unavailable`.
  func digest(ofFile path: String) throws -> String? {
    guard let size = regularSize(of: path), let file = FileHandle(forReadingAtPath: path) else {
      return nil
    }
    defer { try? file.close() }
    let digest = try SHA256Digest()
    do {
      try showingProgress { tell in
        var read: Int64 = 0
        while let chunk = try file.read(upToCount: Environment.chunk), !chunk.isEmpty {
          digest.update(chunk)
          read += Int64(chunk.count)
          tell(WorkProgress(.reading(path: abbreviated(path)), read, of: max(size, read)))
        }
      }
    } catch {
      return nil
    }
    return digest.finish()
  }
}
