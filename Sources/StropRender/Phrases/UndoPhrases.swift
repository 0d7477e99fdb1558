import StropCore

// What undo and redo took back, in the words of the thing.
extension PhraseBook {
  var undone: String { say("undone: ", "已撤销：") }
  var doneAgain: String { say("done again: ", "已重做：") }
  var redoIt: String { say("do it again:", "想恢复：") }
  var undoIt: String { say("undo it:", "想撤销：") }

  /// Of a command that has one of its own for being undone.
  func passedOver(_ command: String) -> String {
    say("passed over: \(command); to undo that:", "跳过了 \(command)，要撤销它：")
  }

  func removal(of thing: String) -> String { say("removal of \(thing)", "\(thing)（删除）") }

  /// `closed, loss mask: off by one`.
  func closed(_ closing: Bug.Closing) -> String {
    say("closed, ", "关闭，") + bugClass(closing.bugClass) + colon + closing.cause
  }

  func verb(_ ending: Reproduction.Ending) -> String {
    ending.isAbandoned ? say("abandoned", "放弃") : say("finished", "完成")
  }

  /// What a subject is, such as `papers, 400 min on Tue 24 Nov`; nil where it only belongs to another.
  func thing(_ subject: Subject, _ row: Fields) -> String? {
    let (type, key) = (subject.type, subject.key)
    switch type {
    case CheckIn.type:
      return CheckIn(id: key, row: row).map { checkIn in
        let practice = practice(minutes: checkIn.minutes, day: checkIn.moment.day)
        return checkIn.skill + (checkIn.minutes == nil ? say(" ", comma) : comma) + practice
      }
    case Skip.type:
      return Skip(id: key, row: row).map { Skip.name[language] + " " + summary($0) }
    case Reminder.type:
      return Reminder(id: key, row: row).map { Reminder.name[language] + " " + summary($0) }
    case Evidence.type:
      return Evidence(id: key, row: row).flatMap {
        // What a logbook's verb attached is said by itself.
        $0.kind.isOfLogbook
          ? nil : Evidence.name[language] + " " + $0.kind.rawValue + " " + $0.value
      }
    case Bug.type:
      return Bug(id: key, row: row).map { Bug.name[language] + " " + quoted($0.symptom) }
    case Hypothesis.type:
      return Hypothesis(id: key, row: row).map {
        Hypothesis.name[language] + " " + quoted($0.text) + comma + result($0.result)
      }
    case Paper.type:
      return Paper(id: key, row: row).map {
        summary([Paper.name[language] + " " + $0.id, $0.title])
      }
    case Reading.type:
      return Reading(id: key, row: row).map {
        summary([Reading.name[language] + " " + $0.paper, $0.pass.map(pass)])
      }
    case Judgement.type:
      return Judgement(id: key, row: row).map {
        Judgement.name[language] + " " + quoted($0.claim) + comma + forecast($0)
      }
    case Reproduction.type:
      return Reproduction(id: key, row: row).map { Reproduction.name[language] + " " + $0.title }
    case Claim.type:
      return Claim(id: key, row: row).map { $0.metric + comma + claimed($0) }
    case RunResult.type:
      return RunResult(id: key, row: row).map {
        summary([
          RunResult.name[language] + " " + $0.metric + " " + figure($0.value), $0.seed.map(seed),
        ])
      }
    case Experiment.type:
      return Experiment(id: key, row: row).map { Experiment.name[language] + " " + $0.title }
    case Run.type:
      return Run(id: key, row: row).map { Run.name[language] + " " + quoted($0.command) }
    case Metric.type: return nil
    case PlanEntry.type:
      return PlanEntry(id: key, row: row).map(planned)
    case Setting.type:
      // Its key begins with the machine it is of.
      return key.firstIndex(of: "/").map { String(key[key.index(after: $0)...]) }
    case Skill.type:
      return summary([key, Skill(id: key, row: row)?.title[language]])
    case Item.type:
      return summary([key, Item(id: key, row: row)?.title[language]])
    case ItemLink.Kind.prerequisite.rawValue, ItemLink.Kind.reference.rawValue:
      return nil
    default:
      return type + " " + (Identifier.isWhole(key) ? String(key.prefix(Identifier.shortest)) : key)
    }
  }

  /// `dpo, in the focus from week 48, 3 a week, 90 min`.
  private func planned(_ entry: PlanEntry) -> String {
    let from = week(entry.week)
    return entry.plan.focus
      ? entry.skill + say(", in the focus from \(from), ", "，从\(from)起主攻，") + plan(entry.plan)
      : entry.skill + say(", out of the focus from \(from)", "，从\(from)起不再主攻")
  }
}
