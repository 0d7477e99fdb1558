import StropApp
import StropRender

/// Questions at a terminal, one after the other.
struct Dialogue {
  /// Wrong answers to one question, the last of which ends it.
  private static let patience = 3

  let context: Context

  /// Whether an answer is the one for nothing at all.
  static func isNone(_ typed: String) -> Bool { typed.foldedName == "-" }

  /// Asks until `read` takes the answer, in the words of `question`.
  ///
  /// - Throws: `Failure`: of the last wrong answer; `.endOfInput`.
  func answer<Value>(
    _ question: (TextRenderer) -> String, recalling earlier: [String] = [],
    _ read: (String) async throws -> Value
  ) async throws -> Value {
    var wrong = 0
    while true {
      do {
        guard let typed = try context.terminal.ask(question(context.text), recalling: earlier)
        else {
          try Output.standard.write("\n")
          throw Failure.endOfInput
        }
        return try await read(typed)
      } catch let failure as Failure {
        let message = ErrorMessage(failure, context.language)
        wrong += 1
        guard message.code == ExitCodes.usage, wrong < Dialogue.patience else {
          throw failure
        }
        try Output.standard.write(context.text.wrongAnswer(message.sentence, message.hint))
      }
    }
  }
}
