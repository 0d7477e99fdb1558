package import StropCore

extension TextRenderer {
  /// `strop import --curriculum`.
  package func imported(_ receipt: PackReceipt) -> String {
    var screen = Screen()
    let counts = [
      (receipt.added, phrases.say("\(receipt.added) new", "新增 \(receipt.added)")),
      (receipt.changed, phrases.say("\(receipt.changed) changed", "更新 \(receipt.changed)")),
      (receipt.unchanged, phrases.say("\(receipt.unchanged) as before", "未变 \(receipt.unchanged)")),
    ].filter { $0.0 > 0 }.map(\.1)
    let isSame = receipt.added + receipt.changed == 0
    screen.add(
      prose(
        isSame
          ? phrases.say("nothing new in it: ", "没有新内容：") + phrases.holding(receipt.contents)
          : phrases.holding(receipt.contents) + phrases.colon + phrases.list(counts)))
    var next: [(label: String, command: String)] = []
    if let skill = receipt.contents.touchedSkills.first {
      next.append((phrases.say("look at it", "看一看"), "strop skill show \(skill)"))
    }
    if let skill = receipt.unfocused {
      next.append(
        (phrases.say("practise it from this week", "从本周开始练"), "strop skill focus \(skill)"))
    }
    screen.add(commands(next))
    return text(screen)
  }

  /// `strop doctor --curriculum`: problems one a line, however long, for editors to jump to.
  package func checked(_ check: PackCheck) -> String {
    guard !check.problems.isEmpty else { return doctor(check.healthChecks) }
    return check.problems.map { phrases.located($0, in: check.file).sanitized + "\n" }.joined()
  }
}

extension JSONRenderer {
  /// `strop import --curriculum`.
  package func imported(_ receipt: PackReceipt) -> JSON {
    root([
      (
        "curriculum",
        .object([
          ("skills", strings(receipt.contents.skills)), ("items", strings(receipt.contents.items)),
          ("added", .number(receipt.added)), ("changed", .number(receipt.changed)),
          ("unchanged", .number(receipt.unchanged)),
        ])
      )
    ])
  }
}

extension PackCheck {
  /// One check a problem, or one for all of it where there is none.
  package var healthChecks: [HealthCheck] {
    func check(_ state: HealthCheck.State, _ detail: (PhraseBook) -> String) -> HealthCheck {
      HealthCheck(
        name: "curriculum", state: state,
        detail: LocalizedText(
          english: detail(PhraseBook(language: .english)),
          chinese: detail(PhraseBook(language: .chinese))), fix: nil)
    }
    guard problems.isEmpty else {
      return problems.map { problem in check(.fail) { $0.located(problem, in: file) } }
    }
    return [
      check(.ok) { phrases in
        file + phrases.colon
          + phrases.list(
            [phrases.holding(contents)]
              + (contents.items.isEmpty ? [] : [phrases.hours(contents.hours)]))
      }
    ]
  }
}
