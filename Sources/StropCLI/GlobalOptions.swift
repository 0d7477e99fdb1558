import ArgumentParser
import Glibc
import StropApp
import StropCore
import StropRender

/// Options that every command takes, before or after its name.
struct GlobalOptions: ParsableArguments {
  enum Color: String, ExpressibleByArgument, CaseIterable, Sendable {
    case auto, always, never
  }

  @Option(help: help("the database to use", "用哪个数据库", value: "file"), completion: .file())
  var db: String?

  @Flag(help: help("print JSON", "输出 JSON"))
  var json = false

  @Option(help: help("colour", "颜色", value: "auto|always|never"))
  var color: Color = .auto

  @Option(help: help("language of what is printed", "界面语言", value: "en|zh"))
  var lang: Language?
}

extension Language: ExpressibleByArgument {}

/// What a command works with: strop over its database, and the terminal that it speaks to.
struct Context {
  let strop: Strop
  let language: Language
  let terminal: Terminal
  let json: Bool

  var text: TextRenderer {
    TextRenderer(
      language: language, columns: terminal.columns, color: terminal.color, links: terminal.links)
  }

  /// For a message that is written to standard error.
  var values: JSONRenderer { JSONRenderer(language: language) }

  /// Prints a value as text, or as JSON with `--json`.
  func print(_ text: (TextRenderer) -> String, json values: (JSONRenderer) -> JSON) throws {
    try Output.standard.write(json ? values(self.values).pretty + "\n" : text(self.text))
  }
}

extension Context {
  /// What waits for the user, below the answer; only on a terminal, and only what there is to tell.
  fileprivate func printNotices() throws {
    guard !json, terminal.isOutput else { return }
    let notices = try strop.notices()
    try Output.standard.write(text.notices(notices))
    if notices.undelivered != nil { strop.markUndeliveredSeen() }
  }
}

extension GlobalOptions {
  /// Opens the database and gives it to `body`; what goes wrong is told in the user's language.
  func perform(
    _ opening: Strop.Opening = .create, announcing: Bool = true,
    _ body: (Context) async throws -> Void
  ) async throws {
    var language = lang ?? Help.language
    do {
      let environment = try Environment.current()
      let strop = try Strop.open(
        environment, path: environment.databasePath(option: db), opening)
      language = environment.language(option: lang, setting: strop.settings.language)
      let context = Context(
        strop: strop, language: language, terminal: Terminal(environment, color), json: json)
      if announcing, let firstRun = strop.firstRun, Terminal.isTerminal(STDERR_FILENO) {
        try Output.errors.write(context.text.firstRunLine(firstRun))
      }
      try await body(context)
      // Other openings are those of commands that leave the reminders alone.
      if announcing, opening == .create { try context.printNotices() }
    } catch let failure as Failure {
      throw CommandError(message: ErrorMessage(failure, language))
    }
  }
}

/// A failure, in the words that the user gets.
struct CommandError: Error {
  let message: ErrorMessage
}
