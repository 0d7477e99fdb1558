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
      let seconds = error.limit.components.seconds
      return .retry(
        LocalizedText(
          english: "\(name) took more than \(seconds) s", chinese: "\(name) 超过 \(seconds) 秒还没结束"))
    } catch {
      return .retry(LocalizedText(english: "\(name) did not run", chinese: "\(name) 没能运行"))
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

  /// What it remarked, else `sendmail ended with 75`.
  func answer(of program: String) -> LocalizedText {
    let name = (program as NSString).lastPathComponent
    return remark.map { LocalizedText($0) }
      ?? LocalizedText(english: "\(name) ended with \(status)", chinese: "\(name) 的退出码是 \(status)")
  }
}
