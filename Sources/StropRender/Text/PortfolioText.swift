package import StropCore

extension TextRenderer {
  /// `strop portfolio`.
  package func portfolio(_ portfolio: Portfolio) -> String {
    text(Document(portfolio, language)) + (portfolio.isEmpty ? whatCanBeChecked(portfolio) : "")
  }

  /// `strop portfolio --out`; `path`: as shown.
  package func portfolioWritten(_ portfolio: Portfolio, to path: String) -> String {
    var screen = Screen()
    screen.add(prose(phrases.written(portfolio, to: path)))
    return text(screen)
  }

  private func whatCanBeChecked(_ portfolio: Portfolio) -> String {
    var screen = Screen()
    screen.add(
      portfolio.isOnlyVerified
        ? suggestion(phrases.verifySome, ["strop evidence verify"])
        : suggestion(phrases.recordIt, checkInCommands("papers")))
    return text(screen)
  }
}
