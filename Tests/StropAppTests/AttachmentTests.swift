import Foundation
import Glibc
import StropApp
import StropCore
import Testing

@Suite struct AttachmentTests {
  private func attached(_ text: String, _ fixture: StropFixture) async throws -> [Evidence] {
    try await fixture.strop(at: "2026-11-23T21:00:00+08:00")
      .checkIn(CheckInRequest(skill: "papers", evidence: [text])).shown.logged.evidence
  }

  @Test func `each kind is read, bare or named`() async throws {
    let fixture = try StropFixture()
    let file = fixture.home.appending(path: "notes.md")
    try Data("abc".utf8).write(to: file)
    for text in ["https://example.com/x", "url:https://example.com/x"] {
      #expect(try await attached(text, fixture).map(\.value) == ["https://example.com/x"])
    }
    for text in ["2305.18290", "arxiv:2305.18290v3", "arXiv:2305.18290"] {
      #expect(try await attached(text, fixture).map(\.value) == ["2305.18290"])
    }
    for text in ["notes.md", "file:~/notes.md"] {
      let evidence = try #require(try await attached(text, fixture).first)
      #expect(evidence.value == file.path)
      // FIPS 180-2, appendix B.1.
      #expect(
        evidence.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
  }

  @Test func `a commit of a real repository is kept with both names whole`() async throws {
    let fixture = try StropFixture()
    let script = """
      cd '\(fixture.home.path)' && git init -q && git -c user.name=x -c user.email=x@y.z \\
      commit -q --allow-empty -m x && git rev-parse HEAD
      """
    let made = try await ProcessRunner.system.run("/bin/sh", ["-c", script], "", [:])
    let commit = made.output.replacing("\n", with: "")
    #expect(commit.count == 40)
    for text in [String(commit.prefix(8)), "commit:HEAD", "commit:\(fixture.home.path)@" + commit] {
      let evidence = try await attached(text, fixture)
      #expect(evidence.map(\.kind) == [.commit])
      #expect(evidence.first?.value.hasSuffix("@" + commit) == true)
    }
  }

  @Test func `what cannot be evidence is refused, and a pipe is not waited for`() async throws {
    let fixture = try StropFixture()
    #expect(mkfifo(fixture.home.appending(path: "pipe").path, 0o600) == 0)
    for text in ["", "nowhere.md", "pipe", ".", "commit:zzzz", "url:example.com", "arxiv:1"] {
      await #expect(throws: Failure.self) { try await attached(text, fixture) }
    }
    let log = try fixture.strop(at: "2026-11-23T21:00:00+08:00").log(LogRequest())
    #expect(log.checkIns.isEmpty)
  }

  /// What was wrong with a text, in a directory that is a repository or not.
  private func problem(_ text: String, _ fixture: StropFixture) async throws -> EvidenceProblem? {
    do {
      _ = try await attached(text, fixture)
    } catch Failure.badEvidence(_, let problem) {
      return problem
    }
    return nil
  }

  @Test func `a missing file, an unknown commit and no repository are different problems`()
    async throws
  {
    let fixture = try StropFixture()
    for text in ["notes/nowhere.md", "file:nowhere", "~/nowhere", "./nowhere"] {
      guard case .noFile(let path)? = try await problem(text, fixture) else {
        Issue.record("\(text)")
        continue
      }
      #expect(path.hasPrefix("~/"))
    }
    try FileManager.default.createDirectory(
      at: fixture.home.appending(path: "runs"), withIntermediateDirectories: true)
    guard case .directory("~/runs")? = try await problem("runs", fixture) else {
      Issue.record("a directory is no file")
      return
    }
    for text in ["deadbeef", "commit:HEAD"] {
      guard case .noRepository? = try await problem(text, fixture) else {
        Issue.record("\(text)")
        continue
      }
    }
    _ = try await ProcessRunner.system.run(
      "/usr/bin/env", ["git", "-C", fixture.home.path, "init", "-q"], "", [:])
    for text in ["deadbeef", "commit:\(fixture.home.path)@deadbeef"] {
      guard case .noCommit("deadbeef", _)? = try await problem(text, fixture) else {
        Issue.record("\(text)")
        continue
      }
    }
    guard case .unreadable? = try await problem("what", fixture) else {
      Issue.record("what is neither")
      return
    }
  }

  @Test func `a file that has changed since takes the place of its older form`() async throws {
    let fixture = try StropFixture()
    let file = fixture.home.appending(path: "notes.md")
    var sums: [[String?]] = []
    for text in ["one", "one", "two"] {
      try Data(text.utf8).write(to: file)
      let strop = try fixture.strop(at: "2026-11-23T21:00:00+08:00")
      let done = try await strop.finishItem(
        "papers/triage-ten", ItemDoneRequest(evidence: ["notes.md"]))
      sums.append(done.shown.listed.evidence.map(\.sha256))
    }
    #expect(sums.map(\.count) == [1, 1, 1])
    #expect(sums[0] == sums[1] && sums[1] != sums[2])
  }
}
