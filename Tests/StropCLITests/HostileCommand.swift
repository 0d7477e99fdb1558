import Foundation
import Testing

/// A command with typical arguments, and how it ends where all is well.
struct HostileCommand: Sendable, CustomTestStringConvertible {
  enum Kind: Sendable {
    case reads, writes
    /// Says something of strop itself, and opens no database.
    case tells
    /// Writes into the user's crontab.
    case schedules
  }

  let kind: Kind
  let arguments: [String]
  let status: Int32

  init(_ kind: Kind, _ arguments: String, _ status: Int32 = 0) {
    self.kind = kind
    self.arguments = arguments.split(separator: " ").map(String.init)
    self.status = status
  }

  var testDescription: String { "strop " + arguments.joined(separator: " ") }

  /// Every command, as a test sees to; CHECKIN, SKIP, REMINDER, BUG, REPRO, EXPERIMENT and JUDGEMENT stand for ids.
  static let all = [
    HostileCommand(.reads, ""), HostileCommand(.reads, "today"),
    HostileCommand(.reads, "today --json"), HostileCommand(.writes, "checkin papers -m 45 -n 旧"),
    HostileCommand(.writes, "checkin debug --json -e https://example.com/a"),
    HostileCommand(.writes, "checkin", 64), HostileCommand(.reads, "log"),
    HostileCommand(.reads, "log papers --since mon --json"),
    HostileCommand(.reads, "show CHECKIN"), HostileCommand(.reads, "show SKIP --json"),
    HostileCommand(.writes, "edit CHECKIN -m 30"), HostileCommand(.writes, "remove CHECKIN"),
    HostileCommand(.reads, "skip list"), HostileCommand(.writes, "skip add papers --reason 病"),
    HostileCommand(.writes, "skip edit SKIP --reason trip"),
    HostileCommand(.writes, "skip remove SKIP"), HostileCommand(.writes, "undo"),
    HostileCommand(.writes, "redo"), HostileCommand(.reads, "skill list"),
    HostileCommand(.reads, "skill show papers"), HostileCommand(.writes, "skill focus dpo"),
    HostileCommand(.writes, "skill shelve weekend"),
    HostileCommand(.writes, "skill add my-cuda 内核"),
    HostileCommand(.writes, "skill edit dpo --retest 30"),
    HostileCommand(.writes, "skill archive ppo"), HostileCommand(.reads, "item list"),
    HostileCommand(.reads, "item show debug/overfit"),
    HostileCommand(.writes, "item add papers/my-item 读 --done-when 读完"),
    HostileCommand(.writes, "item edit debug/my-nan --hours 2"),
    HostileCommand(.writes, "item remove debug/my-nan"),
    HostileCommand(.writes, "skill remove my-triton"),
    HostileCommand(.writes, "item start debug/overfit"),
    HostileCommand(.writes, "item done debug/overfit"),
    HostileCommand(.writes, "item check debug/prove-no-leakage -- true"),
    HostileCommand(.writes, "item reopen debug/overfit", 1),
    HostileCommand(.writes, "item drop debug/overfit"), HostileCommand(.reads, "report"),
    HostileCommand(.reads, "portfolio"), HostileCommand(.reads, "portfolio --format html --redact"),
    HostileCommand(.reads, "portfolio --format markdown --only verified"),
    HostileCommand(.reads, "portfolio --json"),
    HostileCommand(.reads, "report --format markdown"), HostileCommand(.reads, "report --json"),
    HostileCommand(.reads, "paper list"), HostileCommand(.writes, "paper add 2402.03300"),
    HostileCommand(.writes, "paper read 2305.18290 --pass 2 -m 45"),
    HostileCommand(.writes, "paper judge 2305.18290 更大也成立 --p 70 --by 2026-12-31"),
    HostileCommand(.writes, "paper resolve JUDGEMENT yes"),
    HostileCommand(.reads, "paper score"), HostileCommand(.reads, "paper show 2305.18290"),
    HostileCommand(.writes, "import refs.bib"), HostileCommand(.writes, "import --csv table.csv"),
    HostileCommand(.reads, "export --csv"),
    HostileCommand(.reads, "bug list"), HostileCommand(.writes, "bug open NaN -m 5"),
    HostileCommand(.writes, "bug try BUG lr --result unclear"),
    HostileCommand(.writes, "bug close BUG --cause mask --class data"),
    HostileCommand(.reads, "bug show BUG"), HostileCommand(.reads, "bug stats"),
    HostileCommand(.reads, "repro list"),
    HostileCommand(
      .writes, "repro start grpo --source 2402.03300 --claim acc=51 --better higher"),
    HostileCommand(.writes, "repro result REPRO 60 --seed 2"),
    HostileCommand(.writes, "repro finish REPRO"),
    HostileCommand(.writes, "repro abandon REPRO --reason 缺数据"),
    HostileCommand(.reads, "repro show REPRO --json"),
    HostileCommand(.reads, "experiment list"),
    HostileCommand(
      .writes, "experiment plan lr --skill dpo --hypothesis 更小更稳 --predict 更稳 --budget 4h"),
    HostileCommand(.writes, "experiment run EXPERIMENT -- true"),
    HostileCommand(.writes, "experiment finish EXPERIMENT --verdict refuted -n 没有"),
    HostileCommand(.reads, "experiment show EXPERIMENT --json"),
    HostileCommand(.writes, "evidence verify"),
    HostileCommand(.writes, "evidence verify --since mon --json"),
    HostileCommand(.reads, "evidence collect", 64),
    HostileCommand(.reads, "remind list"),
    HostileCommand(.writes, "remind add debug --via stdout --at 每天21:30"),
    HostileCommand(.reads, "remind show REMINDER"), HostileCommand(.reads, "remind log"),
    HostileCommand(.writes, "remind edit REMINDER --at 每天20:00"),
    HostileCommand(.writes, "remind snooze REMINDER"),
    HostileCommand(.reads, "remind channels"),
    HostileCommand(.reads, "remind test --via stdout"),
    HostileCommand(.writes, "remind remove REMINDER"), HostileCommand(.writes, "remind deliver"),
    HostileCommand(.schedules, "schedule install", 69),
    HostileCommand(.schedules, "schedule status", 69), HostileCommand(.reads, "schedule print"),
    HostileCommand(.schedules, "schedule uninstall", 69), HostileCommand(.reads, "prompt"),
    HostileCommand(.reads, "config list"), HostileCommand(.reads, "config get zone"),
    HostileCommand(.writes, "config set day-start 05:00"),
    HostileCommand(.writes, "config unset language"), HostileCommand(.reads, "export"),
    HostileCommand(.reads, "import /dev/null"), HostileCommand(.reads, "import -"),
    HostileCommand(.writes, "import journal.jsonl"),
    HostileCommand(.writes, "backup"), HostileCommand(.tells, "restore"),
    HostileCommand(.reads, "sync status"), HostileCommand(.reads, "sync", 1),
    HostileCommand(.writes, "sync init journal.git"), HostileCommand(.reads, "sync remove", 1),
    HostileCommand(.reads, "doctor"),
    HostileCommand(.writes, "doctor --rebuild"), HostileCommand(.tells, "--help"),
    HostileCommand(.tells, "--version"), HostileCommand(.tells, "help remind add"),
    HostileCommand(.tells, "nonsense", 64), HostileCommand(.tells, "--no-such-option", 64),
  ]

  static func all(_ kinds: Kind...) -> [HostileCommand] {
    all.filter { kinds.contains($0.kind) }
  }

  func run(
    in home: HostileHome, with changes: [String: String?] = [:],
    input: StropProcess.Input = .none, output: StropProcess.Destination = .captured
  ) throws -> Outcome {
    let arguments = arguments.map { home.ids[$0] ?? $0 }
    return try home.home.start(arguments, with: changes, input: input, output: output).end()
  }
}

/// A home whose database holds a check-in, a skip, a reminder and something to redo, and whose
/// crontab may not be touched.
struct HostileHome {
  let home: StropHome
  let ids: [String: String]

  private struct Template: Sendable {
    let database: Data
    let ids: [String: String]
    /// Of another machine.
    let journal: String
  }

  private static let template = Result {
    let home = try StropHome()
    let checkIn = try home.checkIn("papers", "-m", "45", "-e", "https://example.com/notes")
    let skip = try home.strop("skip", "add", "--from", "2026-12-24", "--json").object("skip")
    let reminder = try home.strop(
      "remind", "add", "papers", "--at", "daily 21:30", "--via", "stdout", "--json"
    ).object("reminder")
    let judgement = try home.strop(
      "paper", "judge", "2305.18290", "holds", "--p", "70", "--by", "2026-12-31", "--json"
    ).object("judgement")
    let bug = try home.strop("bug", "open", "loss is flat", "--json").object("bug")
    let reproduction = try home.strop(
      "repro", "start", "dpo", "--source", "2305.18290", "--claim", "win=61", "--better", "higher",
      "--json"
    ).object("reproduction")
    try home.strop("repro", "result", "dpo", "59", "--seed", "1")
    let experiment = try home.strop(
      "experiment", "plan", "beta", "--skill", "dpo", "--hypothesis", "lower is better", "--json"
    ).object("experiment")
    try home.strop("experiment", "run", "beta", "--", "true")
    try home.strop("config", "set", "language", "en")
    try home.strop("skill", "add", "my-triton", "Triton")
    try home.strop("item", "add", "debug/my-nan", "Plant a NaN", "--done-when", "found")
    try home.strop("item", "done", "papers/triage-ten")
    try home.strop("undo")
    let ids = [
      "CHECKIN": checkIn, "SKIP": try #require(skip["id"] as? String),
      "REMINDER": try #require(reminder["id"] as? String),
      "JUDGEMENT": try #require(judgement["id"] as? String),
      "BUG": try #require(bug["id"] as? String),
      "EXPERIMENT": try #require(experiment["id"] as? String),
      "REPRO": try #require(reproduction["id"] as? String),
    ]
    let other = try StropHome(.empty)
    try other.strop("checkin", "debug", "-m", "20")
    return Template(
      database: try Data(contentsOf: home.database), ids: ids,
      journal: try other.strop("export").output)
  }

  init() throws {
    let template = try HostileHome.template.get()
    home = try StropHome()
    ids = template.ids
    try template.database.write(to: home.database)
    chmod(home.database.path, 0o600)
    try home.write(template.journal, to: "journal.jsonl")
    try home.write("day,skill\n2026-11-20,papers\n2026-11-20,cooking\n", to: "table.csv")
    try home.write("@misc{a, title = {A}}\n@misc{b, title = {B}\n", to: "refs.bib")
    try home.writeProgram("#!/bin/sh\necho 'not allowed' >&2\nexit 1\n", to: "crontab")
    let made = try home.run(["/usr/bin/git", "init", "-q", "--bare", home.path("journal.git")])
    try #require(made.end().status == 0)
  }

  var path: [String: String?] { ["PATH": home.directory.path + ":/usr/bin:/bin"] }

  func bytes() throws -> Data { try Data(contentsOf: home.database) }

  /// Whether SQLite finds the database whole, and the journal folds to the rows that are there.
  func isSound() throws -> Bool {
    let before = try home.strop("log", "--json")
    let doctor = try home.strop("doctor", "--rebuild", "--json")
    let state = try doctor.list("checks").first?["state"] as? String
    return try state == "ok" && home.strop("log", "--json") == before
  }
}

/// The exit codes of the design.
private let knownCodes: Set<Int32> = [0, 1, 64, 65, 69, 74, 75, 78]

/// Checks that a command ended as a program should: with a known code, and at most two plain lines
/// on standard error.
func expectCivil(
  _ outcome: Outcome, _ status: Int32? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(knownCodes.contains(outcome.status), "\(outcome)", sourceLocation: sourceLocation)
  if let status {
    #expect(outcome.status == status, "\(outcome)", sourceLocation: sourceLocation)
  }
  let lines = outcome.errors.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  if outcome.status == 0 {
    #expect(outcome.errors == "", sourceLocation: sourceLocation)
  } else {
    #expect((1...2).contains(lines.count), "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(lines.first?.hasPrefix("strop: ") == true, sourceLocation: sourceLocation)
    let hasHint = lines.dropFirst().allSatisfy { $0.hasPrefix("hint: ") || $0.hasPrefix("提示：") }
    #expect(hasHint, "\(outcome.errors)", sourceLocation: sourceLocation)
  }
  for trace in ["Fatal error", "Stack dump", "Crash", "Optional(", "Error Domain"] {
    #expect(!outcome.errors.contains(trace), sourceLocation: sourceLocation)
  }
}
