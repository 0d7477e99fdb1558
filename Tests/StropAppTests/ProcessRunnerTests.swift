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
