import ArgumentParser
import StropApp
import StropCore
import StropRender

struct CheckInCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "checkin", Help.text("Record practice", "打卡"),
      examples: Help.text(
        ["strop checkin papers 45 -n \"two of five claims have no baseline\""],
        ["strop checkin papers 45 -n \"五条论断里两条没有 baseline\""]),
      aliases: ["ci"])
  }

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: help("the skill, or the beginning of its name", "技能，写名字开头就行"), completion: .skills)
  var skill: String?

  @Argument(help: help("45, 45m, 1h30, 1:30", "时长：45；1h30；1:30；半小时", value: "minutes"))
  var length: String?

  @OptionGroup var details: CheckInOptions

  func validate() throws {
    if length != nil, details.work.minutes != nil {
      throw ValidationError(Help.text("the minutes are there twice", "时长写了两遍"))
    }
  }

  func run() async throws {
    try await CheckInCommand.run(
      options.choices, CheckInCommand.request([skill, length].compactMap(\.self), details.request))
  }

  /// What a skill and a length ask for, beside what the options do: behind an item's name, a length may stand alone.
  private static func request(_ words: [String], _ options: CheckInRequest) -> CheckInRequest {
    var request = options
    var words = words[...]
    if options.item != nil, options.minutes == nil, words.count == 1, let word = words.first,
      Minutes.parse(word.foldedName) != nil
    {
      request.minutes = word
      words = []
    }
    request.skill = words.popFirst()
    request.minutes = words.first ?? request.minutes
    return request
  }

  /// What a line of nothing but a skill, a length and these options asks for; nil where it is another one.
  static func request(_ arguments: ArraySlice<String>) -> CheckInRequest? {
    guard
      let line = PlainLine(
        arguments,
        options: [
          "-m", "--minutes", "-n", "--note", "-i", "--item", "-e", "--evidence", "-d", "--day",
        ]), line.words.count <= (line["-m", "--minutes"] == nil ? 2 : 1)
    else { return nil }
    return request(
      line.words,
      CheckInRequest(
        minutes: line["-m", "--minutes"], note: line["-n", "--note"], item: line["-i", "--item"],
        evidence: line.all(["-e", "--evidence"]), day: line["-d", "--day"]))
  }

  static func run(_ choices: Choices, _ request: CheckInRequest) async throws {
    try await choices.perform { context in
      var request = request
      let asks =
        request.skill == nil && request.item == nil && context.terminal.isInteractive
        && !context.json
      if asks { request = try await CheckInQuestions(context: context).ask(request) }
      let receipt = try await context.strop.checkIn(request)
      try context.print(
        { asks ? $0.answered(receipt) : $0.checkIn(receipt) }, json: { $0.checkIn(receipt) })
    }
  }
}

/// What `checkin` and `edit` both take.
struct CheckInOptions: ParsableArguments {
  @OptionGroup var work: WorkOptions

  @Option(
    name: .shortAndLong, help: help("the checklist item worked on", "练的是哪个清单项"),
    completion: .items)
  var item: String?

  @Option(
    name: .shortAndLong,
    help: help(
      "yesterday, 2d, mon, \"last fri\", 11-20, 2026-11-20", "哪天：昨天；2d；周一；上周五；11-20；2026-11-20"),
    completion: .pastDays)
  var day: String?

  var request: CheckInRequest {
    CheckInRequest(
      minutes: work.minutes, note: work.note?.text, item: item, evidence: work.evidence, day: day)
  }
}
