import Foundation
import Glibc
import Testing

/// Who may read what strop keeps.
struct PrivacyTests {
  private static let commands = [
    "checkin papers -m 5", "experiment plan lr --skill dpo --hypothesis smaller",
    "experiment run lr -- true",
    "config set slack.url --secret", "remind add papers --at daily21:30 --via stdout",
    "remind deliver",
    "sync init journal.git", "backup", "report --open", "doctor --rebuild",
    "restore strop-20261126T130000Z.db --force",
  ]

  @Test(.enabled(if: Permissions.bind), arguments: ["000", "022", "077", "277", "777"])
  func `what strop keeps is its owner's alone, whatever the umask`(mask: String) throws {
    let home = try StropHome(.empty)
    let made = try home.run(["/usr/bin/git", "init", "-q", "--bare", home.path("journal.git")])
    try #require(made.end().status == 0)
    for command in PrivacyTests.commands {
      let words = command.split(separator: " ").map(String.init)
      let outcome = try home.run(
        Permissions.wrapper
          + ["/bin/sh", "-c", "umask \(mask); exec \"$0\" \"$@\"", try StropHome.binary.get()]
          + words,
        input: .text("https://hooks.slack.com/services/T000/B000/0123456789abcdef\n")
      ).end()
      // There is no desktop to open a page on; it is written all the same.
      expectCivil(outcome, command == "report --open" ? 69 : 0)
    }
    let data = home.path(".local")
    let files = try FileManager.default.subpathsOfDirectory(atPath: data)
    #expect(files.count > 7, "\(files)")
    for file in [""] + files {
      var status = stat()
      try #require(lstat(data + "/" + file, &status) == 0)
      let isDirectory = status.st_mode & S_IFMT == S_IFDIR
      // Git's own are never written again.
      let own: mode_t = file.contains("/.git/objects/") ? 0o400 : 0o600
      #expect(status.st_mode & 0o7777 == (isDirectory ? 0o700 : own), "\(file)")
    }
  }
}
