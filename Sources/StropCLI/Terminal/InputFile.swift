import Foundation
import StropApp

/// A file that a command reads, by the name that the user gave it; `-` is standard input.
struct InputFile {
  let name: String

  init(_ name: String) {
    self.name = name
  }

  /// How messages name it: standard input has no name of its own.
  var shownName: String { name == "-" ? "stdin" : name }

  /// All of it; with `limit`, no more than some bytes past that many. Behind a zero byte, which no text has, nothing is
  /// read: `/dev/zero` has no end.
  ///
  /// - Throws: `Failure.fileUnreadable`.
  func contents(_ environment: Environment, limit: Int = .max) throws -> Data {
    do {
      // Not `Data(contentsOf:)`, which takes no pipe: `strop import <(ssh box strop export)`.
      let handle =
        name == "-"
        ? FileHandle.standardInput
        : try FileHandle(forReadingFrom: URL(fileURLWithPath: environment.absolute(name)))
      var contents = Data()
      while contents.count <= limit, let more = try handle.read(upToCount: 1 << 20), !more.isEmpty {
        contents += more
        if more.withUnsafeBytes({ $0.contains(0) }) { break }
      }
      return contents
    } catch {
      if environment.isDanglingLink(environment.absolute(name)) {
        throw Failure.danglingLink(path: name)
      }
      throw Failure.fileUnreadable(path: name)
    }
  }
}
