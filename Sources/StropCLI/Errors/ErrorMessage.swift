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

  /// A failure that is not one of strop's own.
  enum Other {
    case outputNotWritten
  }

  init(_ other: Other, _ language: Language) {
    let say = PhraseBook(language: language).say
    switch other {
    case .outputNotWritten:
      self.init(
        ExitCodes.inputOutput, language,
        say("standard output cannot be written: is the disk full?", "标准输出写不进去：磁盘满了？"),
        say("what was recorded stays recorded: strop log", "已记录的不会丢：strop log"))
    }
  }
}
