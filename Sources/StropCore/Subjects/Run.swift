/// A command that strop ran and watched: subject `run/ID`. What it measured are its metrics.
package struct Run: IdentifiedRecord {
  package static let type = "run"
  package static let name = LocalizedText(english: "run", chinese: "运行")
  package static let labels = [
    "parent": LocalizedText(english: "of", chinese: "属于"),
    "at": LocalizedText(english: "started", chinese: "开始时间"),
    "day": LocalizedText(english: "day", chinese: "开始日期"),
    "command": LocalizedText(english: "command", chinese: "命令"),
    "host": LocalizedText(english: "host", chinese: "主机"),
    "directory": LocalizedText(english: "directory", chinese: "目录"),
    "repository": LocalizedText(english: "repository", chinese: "仓库"),
    "commit": LocalizedText(english: "commit", chinese: "提交"),
    "dirty": LocalizedText(english: "uncommitted changes", chinese: "有未提交的改动"),
    "gpus": LocalizedText(english: "GPUs", chinese: "GPU 数"),
    "gpu": LocalizedText(english: "GPU", chinese: "GPU 型号"),
    "ended": LocalizedText(english: "ended", chinese: "结束时间"),
    "exit": LocalizedText(english: "exit code", chinese: "退出码"),
    "tail": LocalizedText(english: "end of its output", chinese: "输出末尾"),
  ]
  package static let listing = "strop experiment list"
  package static func editing(_ id: String) -> String? { nil }

  /// The code that lay in the directory where it was started.
  package struct Code: Hashable, Sendable {
    /// The absolute path of the repository.
    package let repository: String
    /// The whole SHA.
    package let commit: String
    /// Whether files that git knows had been changed since.
    package let isDirty: Bool

    package init(repository: String, commit: String, isDirty: Bool) {
      self.repository = repository
      self.commit = commit
      self.isDirty = isDirty
    }
  }

  /// The graphics cards that it could use.
  package struct GPUs: Hashable, Sendable {
    /// At least 0.
    package let count: Int
    /// What they are called, each name once.
    package let names: String?

    package init(count: Int, names: String?) {
      self.count = count
      self.names = names
    }
  }

  package struct End: Hashable, Sendable {
    package let at: Instant
    /// The exit code; 128 + the signal's number where a signal ended it, as in a shell.
    package let exit: Int

    package init(at: Instant, exit: Int) {
      self.at = at
      self.exit = exit
    }
  }

  package let id: String
  /// The experiment or item that it was for, as `type/key`.
  package let parent: Subject
  package let started: Moment
  /// As it was typed, with what looks like a secret masked.
  package let command: String
  package let host: String
  /// The absolute path of the directory in which it was started.
  package let directory: String
  /// Nil where it was in no repository, or not yet known.
  package var code: Code?
  /// Nil where there is no nvidia-smi, or not yet known.
  package var gpus: GPUs?
  /// Nil while it runs, and where the wrapper died before it.
  package var end: End?
  /// The end of what it printed, with what looks like a secret masked.
  package var tail: String?
  package var removed: Bool

  package init(
    id: String, parent: Subject, started: Moment, command: String, host: String,
    directory: String, code: Code? = nil, gpus: GPUs? = nil, end: End? = nil, tail: String? = nil,
    removed: Bool = false
  ) {
    self.id = id
    self.parent = parent
    self.started = started
    self.command = command
    self.host = host
    self.directory = directory
    self.code = code
    self.gpus = gpus
    self.end = end
    self.tail = tail
    self.removed = removed
  }

  package init?(id: String, row: Fields) {
    guard let parent = row["parent"]?.text.flatMap({ Subject($0) }),
      let started = row["when"].flatMap(Moment.init)
    else { return nil }
    self.init(
      id: id, parent: parent, started: started, command: row["command"]?.text ?? "",
      host: row["host"]?.text ?? "", directory: row["directory"]?.text ?? "",
      code: row["code"].flatMap(Code.init), gpus: row["gpus"].flatMap(GPUs.init),
      end: row["end"].flatMap(End.init), tail: row["tail"]?.text,
      removed: row[Field.removed]?.bool == true)
  }

  package var fields: Fields {
    [
      "parent": .text(parent.text), "when": started.value, "command": .text(command),
      "host": .text(host), "directory": .text(directory), "code": code?.value ?? .null,
      "gpus": gpus?.value ?? .null, "end": end?.value ?? .null, "tail": .optional(tail),
      Field.removed: .flag(removed),
    ].withoutNulls
  }

  /// How long it ran, or has run by `now`, in hours.
  package func hours(at now: Instant) -> Double {
    let last = end?.at ?? now
    return Double(max(0, last.milliseconds - started.at.milliseconds)) / 3_600_000
  }

  /// Hours times GPUs; nil where it is not known how many there were.
  package func gpuHours(at now: Instant) -> Double? {
    gpus.map { hours(at: now) * Double($0.count) }
  }
}

extension Run.Code {
  init?(_ value: Value) {
    guard let group = value.group, let commit = group["commit"]?.text else { return nil }
    self.init(
      repository: group["repository"]?.text ?? "", commit: commit,
      isDirty: group["dirty"]?.bool == true)
  }

  var value: Value {
    .group(
      [
        "repository": .text(repository), "commit": .text(commit), "dirty": .flag(isDirty),
      ].withoutNulls)
  }
}

extension Run.GPUs {
  init?(_ value: Value) {
    guard let group = value.group, let count = group["gpus"]?.integer else { return nil }
    self.init(count: max(0, count), names: group["gpu"]?.text)
  }

  var value: Value {
    .group(["gpus": .number(count), "gpu": .optional(names)].withoutNulls)
  }
}

extension Run.End {
  init?(_ value: Value) {
    guard let group = value.group, let at = group["ended"]?.text.flatMap(Instant.init(rfc3339:)),
      let exit = group["exit"]?.integer
    else { return nil }
    self.init(at: at, exit: exit)
  }

  var value: Value { .group(["ended": .text(at.utc), "exit": .number(exit)]) }
}
