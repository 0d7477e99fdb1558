import Foundation
import Testing

extension StropHome {
  /// Makes a repository of git's with one commit in the home.
  func repository() throws -> (path: String, head: String) {
    let path = self.path("code")
    func git(_ arguments: String...) throws -> String {
      let outcome = try run(["/usr/bin/git", "-C", path] + arguments).end()
      try #require(outcome.status == 0, "\(outcome)")
      return outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try write("loss = 0\n", to: "code/train.py")
    _ = try git("init", "-q")
    _ = try git("add", ".")
    _ = try git("-c", "user.name=Li", "-c", "user.email=li@example.com", "commit", "-qm", "Train")
    return (path, try git("rev-parse", "HEAD"))
  }
}
