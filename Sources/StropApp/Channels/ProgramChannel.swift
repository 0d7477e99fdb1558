import Foundation
import StropCore

// What the channels share that send through a program.
extension ProcessRunner {
  /// Runs a channel's program and lets `judge` read how it ended. One that does not run, or not end,
  /// may do so later.
  func send(
    _ program: String, _ arguments: [String], input: String = "",
    variables: [String: String] = [:], judge: (Outcome) -> SendOutcome
  ) async -> SendOutcome {
    let name = (program as NSString).lastPathComponent
    do {
      return judge(try await run(program, arguments, input, variables))
    } catch let error as TimedOut {
      return .retry("\(name) took more than \(error.limit.components.seconds) s")
    } catch {
      return .retry("\(name) did not run")
    }
  }
}

extension ProcessRunner.Outcome {
  /// The first line that it printed, errors before output, of at most 200 characters; nil without any.
  var remark: String? {
    let lines = (errors + "\n" + output).split(whereSeparator: \.isNewline)
    return lines.lazy.map { String($0).trimmed }.first { !$0.isEmpty }.map {
      String($0.prefix(200))
    }
  }

  /// `sendmail ended with 75`, where it said nothing.
  func exit(of program: String) -> String {
    (program as NSString).lastPathComponent + " ended with \(status)"
  }
}
