import StropCore
import StropRender

/// One sentence, a hint with the command to type where there is one, and the exit code (`ExitCodes`).
struct ErrorMessage {
  let code: Int32
  let sentence: String
  /// Lines of their own between the sentence and the hint.
  private let details: [String]
  /// What to type or do instead.
  let hint: String?
  private let language: Language

  /// `strop: …`, the details, and `hint: …` on the last line.
  var text: String {
    let label = PhraseBook(language: language).say("hint: ", "提示：")
    return "strop: \(sentence.sanitized)\n" + details.map { $0.sanitized + "\n" }.joined()
      + (hint.map { label + $0.sanitized + "\n" } ?? "")
  }

  init(
    _ code: Int32, _ language: Language, _ sentence: String, details: [String] = [],
    _ hint: String? = nil
  ) {
    self.code = code
    self.language = language
    self.sentence = sentence
    self.details = details
    self.hint = hint
  }

  /// Of a standard output that takes nothing.
  static func outputNotWritten(_ language: Language) -> ErrorMessage {
    let say = PhraseBook(language: language).say
    return ErrorMessage(
      ExitCodes.inputOutput, language,
      say("standard output cannot be written: is the disk full?", "标准输出写不进去：磁盘满了？"),
      say("what was recorded stays recorded: strop log", "已记录的不会丢：strop log"))
  }
}
