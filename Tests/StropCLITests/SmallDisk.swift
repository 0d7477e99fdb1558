import Foundation
import Glibc

/// A file system in memory that is soon full; only root can make one, and not in every container.
enum SmallDisk {
  static let canBeMade: Bool = {
    let place = FileManager.default.temporaryDirectory.path + "/strop-disk-\(getpid())"
    return (try? with(megabytes: 1, at: place) { _ in true }) ?? false
  }()

  struct NotMade: Error {}

  /// Gives `body` the path of an empty disk, which is there as long as it runs.
  static func with<Result>(
    megabytes: Int, at place: String, _ body: (_ path: String) throws -> Result
  ) throws -> Result {
    try FileManager.default.createDirectory(
      atPath: place, withIntermediateDirectories: true)
    guard mount("tmpfs", place, "tmpfs", 0, "size=\(megabytes)m,mode=755") == 0 else {
      try? FileManager.default.removeItem(atPath: place)
      throw NotMade()
    }
    defer {
      umount2(place, 2)
      try? FileManager.default.removeItem(atPath: place)
    }
    return try body(place)
  }

  static func remount(_ disk: String, isReadOnly: Bool) throws {
    let flags = UInt(MS_REMOUNT) | (isReadOnly ? UInt(MS_RDONLY) : 0)
    // What another test has just started holds our files until it is itself.
    for _ in 0..<100 {
      if mount("tmpfs", disk, "tmpfs", flags, nil) == 0 { return }
      guard errno == EBUSY else { break }
      usleep(20_000)
    }
    throw NotMade()
  }

  /// Leaves no room at all, or as many kilobytes as are asked for.
  static func fill(_ disk: String, leaving kilobytes: Int = 0) {
    let file = open(disk + "/filling", O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0o600)
    let block = [UInt8](repeating: 0, count: 4_096)
    while write(file, block, block.count) > 0 {}
    let size = lseek(file, 0, SEEK_END)
    ftruncate(file, size - kilobytes << 10)
    close(file)
  }
}
