import Foundation
import StropApp
import Testing

@Suite struct ProcessRunnerTests {
  @Test func `output, errors and the exit code come back apart`() async throws {
    let outcome = try await ProcessRunner.system.run(
      "/bin/sh", ["-c", "cat; printf %s \"$WORD\" >&2; exit 3"], "in", ["WORD": "out"])
    #expect(outcome == ProcessRunner.Outcome(status: 3, output: "in", errors: "out"))
  }

  @Test func `a signal counts as 128 and its number`() async throws {
    let outcome = try await ProcessRunner.system.run("/bin/sh", ["-c", "kill -9 $$"], "", [:])
    #expect(outcome.status == 137)
  }

  @Test func `what does not end in time is ended with its children, whatever they ignore`()
    async throws
  {
    let file = FileManager.default.temporaryDirectory.appending(path: "pids-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    await #expect(throws: ProcessRunner.TimedOut.self) {
      try await ProcessRunner.system(within: .seconds(1)).run(
        "/bin/sh",
        ["-c", "(trap '' TERM HUP; sleep 9999) & echo $! $$ >'\(file.path)'; wait"], "", [:])
    }
    let processes = try pids(in: String(contentsOf: file, encoding: .utf8))
    #expect(processes.count == 2)
    for process in processes {
      // The init process takes its time to bury what has no parent.
      for _ in 0..<200 where isRunning(process) { try await Task.sleep(for: .milliseconds(50)) }
      #expect(!isRunning(process), "\(process) is still there")
    }
  }

  @Test func `a child that goes on keeps nobody waiting`() async throws {
    let outcome = try await ProcessRunner.system.run(
      "/bin/sh", ["-c", "sleep 9999 & echo $!"], "", [:])
    #expect(outcome.status == 0)
    let child = try #require(pids(in: outcome.output).first)
    #expect(isRunning(child))
    kill(child, SIGKILL)
  }

  private func pids(in text: String) -> [pid_t] {
    text.split(whereSeparator: \.isWhitespace).compactMap { pid_t($0) }
  }

  private func isRunning(_ process: pid_t) -> Bool {
    let state = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
    return !state.isEmpty && !state.contains(") Z ")
  }

  @Test(arguments: 0..<20)
  func `a program that reads none of its input still tells how it ended`(_ round: Int) async throws
  {
    let input = String(repeating: "0 5 * * * true\n", count: 20_000)
    let outcome = try await ProcessRunner.system.run(
      "/bin/sh", ["-c", "echo refused >&2; exit 1"], input, [:])
    #expect(outcome.status == 1)
    #expect(outcome.errors == "refused\n")
  }
}
