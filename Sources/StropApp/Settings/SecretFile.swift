import Foundation
import StropCore

/// The file `secrets` beside the database: lines of `KEY = VALUE`, for this user's eyes alone. Lines
/// that it does not know are kept as they are.
struct SecretFile {
  let path: String

  init(databasePath: String) {
    path = (databasePath as NSString).deletingLastPathComponent + "/secrets"
  }

  /// What is set.
  ///
  /// - Throws: `SettingFailure.unsafeSecrets` where others can read it, or it is not this user's own file;
  ///   `.fileUnreadable`.
  func values() throws -> Secrets {
    try lines().reduce(into: [:]) { values, line in
      if let (key, value) = SecretFile.parsed(line) { values[key] = value }
    }
  }

  /// Sets one, or with nil takes it away; call it with the database locked, so that no other writes
  /// at the same time.
  ///
  /// - Throws: `SettingFailure.unsafeSecrets`, `.fileUnreadable`, `.fileUnwritable`.
  func set(_ key: SettingKey, _ value: String?) throws {
    var lines = try lines().filter { SecretFile.parsed($0)?.key != key }
    if let value { lines.append(key.name + " = " + value) }
    let text = lines.map { $0 + "\n" }.joined()
    guard FileReplacement.write(text, to: path, mode: 0o600) == true else {
      throw Failure.fileUnwritable(path: path)
    }
  }

  private static func parsed(_ line: String) -> (key: SettingKey, value: String)? {
    let parts = line.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
    guard parts.count == 2, let key = SettingKey.all.first(where: { $0.name == parts[0] }),
      key.mayBeSecret
    else { return nil }
    return (key, parts[1])
  }

  private func lines() throws -> [String] {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT: return []
      case ELOOP: throw Failure.setting(.unsafeSecrets(path: path, .notPlain))
      default: throw Failure.fileUnreadable(path: path)
      }
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Failure.setting(.unsafeSecrets(path: path, .notPlain))
    }
    guard status.st_uid == geteuid() else {
      throw Failure.setting(.unsafeSecrets(path: path, .foreign))
    }
    guard status.st_mode & 0o077 == 0 else {
      throw Failure.setting(.unsafeSecrets(path: path, .open))
    }
    guard let data = try? handle.readToEnd() ?? Data() else {
      throw Failure.fileUnreadable(path: path)
    }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}

/// Why a file of secrets is not read.
package enum UnsafeSecrets: Hashable, Sendable {
  /// Others than its owner may read or write it.
  case open
  /// It belongs to another user.
  case foreign
  /// A link, a directory, a pipe.
  case notPlain
}
