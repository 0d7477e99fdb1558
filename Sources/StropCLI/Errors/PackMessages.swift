import StropCore
import StropRender

// What the user is told of a pack that cannot be taken in.
extension ErrorMessage {
  /// The most problems that are shown; `strop doctor --curriculum` shows them all.
  private static let shown = 10

  init(_ file: String, _ problems: [LocatedProblem], _ language: Language) {
    let phrases = PhraseBook(language: language)
    let count = problems.count
    let more = count - ErrorMessage.shown
    self.init(
      ExitCodes.malformedData, language,
      phrases.say(
        "\(file) has \(count == 1 ? "a problem" : "\(count) problems"): nothing was taken in",
        "\(file) 有 \(count) 处问题：什么也没有导入"),
      details: problems.prefix(ErrorMessage.shown).map { phrases.located($0, in: file) },
      more > 0
        ? phrases.say(
          "and \(more) more: strop doctor --curriculum \(file)",
          "还有 \(more) 处：strop doctor --curriculum \(file)")
        : phrases.say("the form is in docs/curriculum.md", "格式见 docs/curriculum.md"))
  }
}
