import ArgumentParser
import StropApp

/// What a command takes about the practice that it records.
struct WorkOptions: ParsableArguments {
  @Option(
    name: .shortAndLong, help: help("45, 45m, 1h30, 1.5h or 1:30", "时长：45；1h30；1.5h；1:30；半小时"))
  var minutes: String?

  @Option(
    name: .shortAndLong, parsing: .unconditional,
    help: help("one line on what came out", "一句话备注"))
  var note: TypedText?

  @Option(
    name: .shortAndLong,
    help: help(
      "a URL, arXiv id, file or commit; may be repeated", "证据：URL；arXiv 编号；文件；commit。可多次",
      value: "what"),
    completion: .file())
  var evidence: [String] = []

  var request: WorkRequest {
    WorkRequest(minutes: minutes, note: note?.text, evidence: evidence)
  }
}

/// The day of work that was done before today.
struct WorkDay: ParsableArguments {
  @Option(
    name: .shortAndLong, help: help("which day (today)", "哪天（默认今天）"), completion: .pastDays)
  var day: String?
}
