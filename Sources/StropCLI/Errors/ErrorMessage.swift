import StropApp
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
    return "strop: \(sentence.abridged.sanitized)\n" + details.map { $0.sanitized + "\n" }.joined()
      + (hint.map { label + $0.sanitized + "\n" } ?? "")
  }

  init(
    _ code: Int32, _ language: Language, _ sentence: String, details: [String] = [],
    _ hint: String? = nil
  ) {
    self.code = code
    self.language = language
    self.sentence = LeadingDash.unmarked(sentence)
    self.details = details
    self.hint = hint.map(LeadingDash.unmarked)
  }

  /// Of a word that is no UTF-8.
  static func notText(_ word: String, _ language: Language) -> ErrorMessage {
    let say = PhraseBook(language: language).say
    return ErrorMessage(
      ExitCodes.usage, language, say("'\(word)' is not UTF-8", "“\(word)”不是 UTF-8"),
      say("set the terminal to UTF-8, or give the file another name", "把终端设为 UTF-8，或给文件改个名"))
  }

  /// Of a line that nobody types.
  static func tooManyArguments(limit: Int, _ language: Language) -> ErrorMessage {
    let say = PhraseBook(language: language).say
    return ErrorMessage(
      ExitCodes.usage, language,
      say("a line has at most \(limit) words", "一行最多 \(limit) 个词"), "strop --help")
  }

  /// Of threads or files that the system does not give.
  static func resourceLacking(_ reason: any Error, _ language: Language) -> ErrorMessage {
    let say = PhraseBook(language: language).say
    return ErrorMessage(
      ExitCodes.unavailable, language,
      say(
        "the system gives this program no more threads or files: \(reason)",
        "系统不再给本程序线程或文件：\(reason)"),
      "ulimit -a")
  }

  /// Of an error that nothing foresaw: its first line, and no more of it than a screen holds.
  static func unforeseen(_ error: any Error, _ language: Language) -> ErrorMessage {
    let say = PhraseBook(language: language).say
    let reason = "\(error)".prefix { !$0.isNewline }.prefix(200)
    return ErrorMessage(
      ExitCodes.inputOutput, language,
      say("something went wrong that strop did not foresee: \(reason)", "出了 strop 没料到的错：\(reason)"),
      "strop doctor")
  }

  /// The sentence and the hint of a failure, in both languages.
  static func words(for failure: Failure) -> (sentence: LocalizedText, hint: LocalizedText?) {
    let english = ErrorMessage(failure, .english)
    let chinese = ErrorMessage(failure, .chinese)
    return (
      LocalizedText(english: english.sentence, chinese: chinese.sentence),
      english.hint.map { LocalizedText(english: $0, chinese: chinese.hint ?? $0) }
    )
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

extension String {
  /// Without the middle of what was typed, where that is more than anybody reads.
  fileprivate var abridged: String {
    let (kept, scalars) = (200, unicodeScalars)
    guard scalars.count > 3 * kept else { return self }
    return String(String.UnicodeScalarView(scalars.prefix(kept))) + " … "
      + String(String.UnicodeScalarView(scalars.suffix(kept)))
  }
}
