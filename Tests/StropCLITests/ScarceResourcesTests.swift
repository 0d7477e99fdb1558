import Foundation
import Glibc
import Testing

/// What happens where the system gives no threads, files or memory.
struct ScarceResourcesTests {
  /// Runs strop under `ulimit OPTION`.
  ///
  /// `wrapper`: what the shell is run by.
  private func limited(
    _ home: StropHome, _ option: String, _ command: String, by wrapper: [String] = []
  ) throws -> Outcome {
    // Whatever files these tests have open are not the program's.
    let script = """
      for file in /proc/$$/fd/*; do
        number=${file##*/}
        if [ "$number" -gt 2 ]; then eval "exec $number>&-"; fi
      done
      ulimit \(option) && exec "$0" "$@"
      """
    let words = command.split(separator: " ").map(String.init)
    return try home.run(
      wrapper + ["/bin/bash", "-c", script, try StropHome.binary.get()] + words
    ).end()
  }

  /// The process itself is the first that counts. Root has no such limit, so that root becomes another user.
  @Test(arguments: ["--version", "prompt", "today", "checkin papers", "schedule status"])
  func `without threads a command ends at once`(command: String) throws {
    let home = try StropHome(.empty)
    let user = getuid() == 0 ? ["/usr/bin/setpriv", "--reuid=54321", "--clear-groups", "--"] : []
    let outcome = try limited(home, "-u 1", command, by: user)
    expectCivil(outcome, 69)
    #expect(outcome.errors.contains("no more threads or files"), "\(outcome)")
  }

  @Test func `with few files each command says so, or works`() throws {
    let home = try StropHome()
    _ = try home.run(["/usr/bin/git", "init", "-q", home.path("repo")]).end()
    for files in [6, 8, 10, 12, 16, 24] {
      for command in ["today", "prompt", "checkin papers -m 5", "log"] {
        let outcome = try limited(home, "-n \(files)", command)
        expectCivil(outcome)
        #expect([0, 69].contains(outcome.status), "\(files) \(command) \(outcome)")
      }
    }
    expectCivil(try limited(home, "-n 14", "schedule status"), 69)
    let commit = try limited(home, "-n 14", "checkin papers -e commit:repo@abcdef1")
    expectCivil(commit, 69)
    #expect(commit.errors == "strop: git cannot be run: Too many open files\n")
  }

  @Test func `without memory a command ends at once`() throws {
    let home = try StropHome()
    expectCivil(try limited(home, "-v 100000", "schedule status"), 69)
  }

  @Test func `a directory for temporary files that is not there keeps nothing from being done`()
    throws
  {
    let home = try StropHome()
    let gone: [String: String?] = ["TMPDIR": home.path("gone")]
    for command in [["today"], ["remind", "test", "--via", "stdout"], ["backup"], ["doctor"]] {
      #expect(try home.start(command, with: gone).end().status == 0)
    }
    try home.writeProgram("#!/bin/sh\ncat\n", to: "tell")
    try home.strop("config", "set", "command.path", home.path("tell"))
    let sent = try home.strop("remind", "test", "--via", "command", with: gone)
    #expect(sent.status == 0, "\(sent)")
  }
}
