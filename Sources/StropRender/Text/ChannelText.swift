package import StropCore

extension TextRenderer {
  /// What `strop remind test` sends.
  package static func testMessage(_ channel: Reminder.Channel, _ language: Language) -> Message {
    let phrases = PhraseBook(language: language)
    return Message(
      title: phrases.testTitle, body: phrases.testTitle + "\n" + phrases.testBody(channel) + "\n",
      brief: phrases.testBody(channel), html: nil, parts: [])
  }

  /// `strop remind channels`: each with what it still needs, and what to type.
  package func channels(_ states: [ChannelState]) -> String {
    var screen = Screen()
    let width = states.map { phrases.name(of: $0.channel).displayWidth }.max() ?? 0
    for state in states {
      let name = phrases.name(of: state.channel).padded(to: width + 2)
      let answer =
        state.problem?.sentence[language]
        ?? (state.isThrownAway ? phrases.readyButThrownAway : phrases.ready)
      let tone: Tone = state.problem != nil ? .quiet : state.isThrownAway ? .plain : .good
      screen.add(
        Labelled("", answer.sanitized, tone: tone).lines(columns - width - 2).enumerated().map {
          index, line in (index == 0 ? Line(name) : .spaces(width + 2)) + line
        })
      if let fix = state.problem?.fix {
        screen.add(.spaces(width + 2) + .command(fix.sanitized))
      }
    }
    screen.blank()
    let sample = states.first { $0.problem == nil && $0.channel != .stdout }
    let channel = (sample?.channel ?? .stdout).rawValue
    let next = [(phrases.tryOne, "strop remind test --via " + channel)]
    let standard = sample.map { _ in
      [(phrases.forNewOnes, "strop config set channels " + channel)]
    }
    screen.add(commands(next + (standard ?? []), indent: 0))
    return text(screen)
  }

  /// `strop remind test`: what came back, and what to do where it was not sent.
  package func channelTest(_ test: ChannelTest) -> String {
    var screen = Screen()
    let isSent = test.outcome.problem == nil
    let heading = test.channel.rawValue + phrases.colon + phrases.testOutcome(test.outcome)
    let detail = (test.problem?.sentence ?? test.outcome.detail)?[language]
    let answer = detail.map { heading + phrases.colon + $0 } ?? heading
    screen.add(prose(answer.sanitized, tone: isSent ? .good : .bad))
    if let fix = test.problem?.fix {
      screen.add(suggestion(phrases.toMend, [fix], indent: 0))
    }
    return text(screen)
  }

  /// What channels still need, a line each.
  func channelProblems(_ problems: [ChannelProblem]) -> [Line] {
    problems.flatMap { problem in
      let sentence = problem.channel.rawValue + phrases.colon + problem.sentence[language]
      return prose(sentence.sanitized, tone: .bad)
        + (problem.fix.map { [Line.spaces(2) + .command($0.sanitized)] } ?? [])
    }
  }
}
