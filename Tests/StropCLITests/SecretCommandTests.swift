import Foundation
import Testing

@Suite struct SecretCommandTests {
  static let url = "https://hooks.slack.com/services/T000/B000/0123456789abcdef"

  @discardableResult
  private func keep(_ home: StropHome, _ value: String = url) throws -> Outcome {
    try home.start(["config", "set", "slack.url", "--secret"], input: .text(value + "\n")).end()
  }

  private func secrets(_ home: StropHome) -> String {
    home.database.deletingLastPathComponent().appending(path: "secrets").path
  }

  @Test func `a secret is kept for its owner's eyes, and never shown`() throws {
    let home = try StropHome()
    #expect(try keep(home) == .success("slack.url = set\n"))
    let mode = try FileManager.default.attributesOfItem(atPath: secrets(home))[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(try home.strop("config", "get", "slack.url") == .success("set\n"))
    #expect(try !home.strop("config", "list", "--json").output.contains("services"))
    #expect(try !home.strop("export").output.contains("services"))
    #expect(try home.strop("undo").status == 1)
    try home.strop("config", "unset", "slack.url")
    #expect(try String(contentsOfFile: secrets(home), encoding: .utf8) == "")
  }

  @Test func `a secret on the command line is refused`() throws {
    let home = try StropHome()
    for arguments in [["slack.url", SecretCommandTests.url], ["slack.url"]] {
      let outcome = try home.start(["config", "set"] + arguments).end()
      #expect(outcome.status == 64)
      #expect(outcome.errors.hasSuffix("hint: strop config set slack.url --secret\n"))
    }
    #expect(
      try home.start(["config", "set", "zone", "--secret"], input: .text("x\n")).end().status == 64)
    #expect(try keep(home, "ftp://example.com/x").status == 64)
    #expect(try keep(home, "http://example.com/x").status == 64)
    #expect(try keep(home, "").status == 1)
    #expect(!FileManager.default.fileExists(atPath: secrets(home)))
  }

  @Test func `a file of secrets that others can read is refused`() throws {
    let home = try StropHome()
    try keep(home)
    for mode in [0o640, 0o604, 0o620] {
      chmod(secrets(home), mode_t(mode))
      let outcome = try home.strop("remind", "test", "--via", "slack")
      #expect(outcome.status == 78)
      #expect(outcome.errors.hasSuffix("hint: chmod 600 \(secrets(home))\n"))
    }
    chmod(secrets(home), 0o600)
    let other = home.path("elsewhere")
    try FileManager.default.moveItem(atPath: secrets(home), toPath: other)
    try FileManager.default.createSymbolicLink(
      atPath: secrets(home), withDestinationPath: other)
    #expect(try home.strop("config", "list").status == 78)
    #expect(try keep(home).status == 78)
  }

  @Test func `lines that strop does not know are kept`() throws {
    let home = try StropHome()
    try keep(home)
    let mine = "# the team's bot\nother.url = https://example.com\n"
    try Data(mine.utf8).write(to: URL(fileURLWithPath: secrets(home)))
    chmod(secrets(home), 0o600)
    try keep(home)
    #expect(
      try String(contentsOfFile: secrets(home), encoding: .utf8)
        == mine + "slack.url = \(SecretCommandTests.url)\n")
  }

  @Test func `a test message shows what came back`() throws {
    let home = try StropHome()
    #expect(
      try home.strop("remind", "test", "--via", "stdout").output.hasSuffix("stdout: sent\n"))
    let missing = try home.strop("remind", "test", "--via", "slack")
    #expect(missing.status == 69)
    #expect(missing.output.contains("strop config set slack.url --secret"))
    #expect(try home.strop("remind", "test", "--via", "pigeon").status == 64)
    let own = try home.writeProgram(
      "#!/bin/sh\ncat >\"$HOME/got\"; echo '你好' >&2; exit 75\n", to: "own")
    try home.strop("config", "set", "command.path", own)
    let outcome = try home.strop("remind", "test", "--via", "command", "--json")
    #expect(outcome.status == 75)
    #expect(outcome.output.contains("你好"))
    #expect(
      try String(contentsOfFile: home.path("got"), encoding: .utf8).hasPrefix(#"{"version":1"#))
  }

  @Test func `an address or a program may be a secret too, and the last one set holds`() throws {
    let home = try StropHome()
    let typed = try home.start(
      ["config", "set", "mail.to", "--secret"], input: .text("li@example.com\n")
    ).end()
    #expect(typed == .success("mail.to = set\n"))
    #expect(
      try String(contentsOfFile: secrets(home), encoding: .utf8) == "mail.to = li@example.com\n")
    #expect(try !home.strop("export").output.contains("li@example.com"))
    #expect(try home.strop("config", "set", "mail.to", "wang@example.com").status == 0)
    #expect(try home.strop("config", "get", "mail.to") == .success("wang@example.com\n"))
    #expect(try String(contentsOfFile: secrets(home), encoding: .utf8) == "")
    _ = try home.start(
      ["config", "set", "mail.to", "--secret"], input: .text("li@example.com\n")
    ).end()
    #expect(try home.strop("config", "get", "mail.to") == .success("set\n"))
    try home.strop("config", "unset", "mail.to")
    #expect(
      try home.strop("config", "get", "mail.to", "--json").object("setting")["value"] is NSNull)
  }
}
