import ArgumentParser
import Glibc
import StropApp
import StropCore
import StropRender

/// What the options that every command takes come to.
struct Choices {
  enum Color: String, CaseIterable, Sendable {
    case auto, always, never
  }

  /// The database to use; nil for the usual one.
  var db: String?
  var json = false
  var color = Color.auto
  /// Nil for what the settings or the locale say.
  var lang: Language?
}

/// Options that every command takes, before or after its name.
struct GlobalOptions: ParsableArguments {

  @Option(help: help("the database to use", "用哪个数据库", value: "file"), completion: .file())
  var db: String?

  @Flag(help: help("print JSON", "输出 JSON"))
  var json = false

  // As texts: each type of its own would cost every start more than a million instructions.
  @Option(
    help: help("colour", "颜色", value: "auto|always|never"),
    completion: .list(Choices.Color.allCases.map(\.rawValue)))
  var color = Choices.Color.auto.rawValue

  @Option(
    help: help("language of what is printed", "界面语言", value: "en|zh"),
    completion: .list(Language.allCases.map(\.rawValue)))
  var lang: String?

  /// In ArgumentParser's own words, which are translated with the rest of them.
  func validate() throws {
    guard Choices.Color(rawValue: color) != nil else {
      throw ValidationError(
        "The value '\(color)' is invalid for '--color <auto|always|never>'. "
          + "Please provide one of 'auto', 'always' or 'never'.")
    }
    guard let lang, Language(rawValue: lang) == nil else { return }
    throw ValidationError(
      "The value '\(lang)' is invalid for '--lang <en|zh>'. Please provide one of 'en' and 'zh'.")
  }

  var choices: Choices {
    Choices(
      db: db, json: json, color: Choices.Color(rawValue: color) ?? .auto,
      lang: lang.flatMap(Language.init(rawValue:)))
  }

  /// See `Choices.perform`.
  func perform(
    _ opening: Strop.Opening = .create, announcing: Bool = true,
    _ body: (Context) async throws -> Void
  ) async throws {
    try await choices.perform(opening, announcing: announcing, body)
  }
}

/// What a command works with: strop over its database, and the terminal that it speaks to.
struct Context {
  let strop: Strop
  let language: Language
  let terminal: Terminal
  let json: Bool

  var text: TextRenderer {
    TextRenderer(
      language: language, columns: terminal.columns, color: terminal.color,
      links: terminal.links, glyphs: strop.environment.isUTF8 ? .unicode : .ascii,
      today: strop.today)
  }

  /// For a message that is written to standard error.
  var values: JSONRenderer { JSONRenderer(language: language) }

  /// Writes a document to the file that the user names, and says so; to standard output where none is named.
  ///
  /// `told`: what is said of the file, whose path it is given.
  func deliver(
    _ document: String, to file: String?, telling told: (TextRenderer, String) -> String
  ) throws {
    guard let file else { return try Output.standard.write(document) }
    try strop.writeFile(document, to: file)
    guard !json else { return }
    let path = strop.environment.abbreviated(strop.environment.absolute(file))
    try Output.standard.write(told(text, path))
  }

  /// Prints a value as text, or as JSON with `--json`.
  func print(_ text: (TextRenderer) -> String, json values: (JSONRenderer) -> JSON) throws {
    try Output.standard.write(json ? values(self.values).pretty + "\n" : text(self.text))
  }
}

extension Context {
  /// What waits for the user, below the answer; only on a terminal, and only what there is to tell.
  ///
  /// Where they cannot be read, the answer above stands all the same.
  fileprivate func printNotices() throws {
    guard !json, terminal.isOutput, let notices = try? strop.notices() else { return }
    try Output.standard.write(text.notices(notices))
    if notices.undelivered != nil { strop.markUndeliveredSeen() }
  }
}

extension Choices {
  /// Opens the database and gives it to `body`; what goes wrong is told in the user's language.
  func perform(
    _ opening: Strop.Opening = .create, announcing: Bool = true,
    _ body: (Context) async throws -> Void
  ) async throws {
    var language = lang ?? Help.language
    do {
      var environment = try Environment.current()
      let progress = ProgressLine(environment, language)
      environment.reportProgress = progress.show
      let strop = try Strop.open(
        environment, path: environment.databasePath(option: db), opening)
      // The process ends right after: finalizing every statement first would only take time.
      _ = Unmanaged.passRetained(strop.store)
      language = environment.language(option: lang, setting: strop.settings.language)
      progress.speak(language)
      let context = Context(
        strop: strop, language: language, terminal: Terminal(environment, color), json: json)
      if announcing, let firstRun = strop.firstRun, Terminal.isTerminal(STDERR_FILENO) {
        try Output.errors.write(context.text.firstRunLine(firstRun))
      }
      try await body(context)
      // Other openings are those of commands that leave the reminders alone.
      if announcing, [.create, .look, .examine].contains(opening) { try context.printNotices() }
    } catch let failure as Failure {
      throw CommandError(message: ErrorMessage(failure, language))
    }
  }
}

/// A failure, in the words that the user gets.
struct CommandError: Error {
  let message: ErrorMessage
}
