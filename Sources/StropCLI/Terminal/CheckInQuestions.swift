import StropApp
import StropCore
import StropRender

/// The questions of a check-in that names nothing: which skill, how long, what came out, which item, what backs it.
struct CheckInQuestions {
  let context: Context
  private let dialogue: Dialogue

  init(context: Context) {
    self.context = context
    dialogue = Dialogue(context: context)
  }

  /// Asks for what `given` leaves open.
  ///
  /// - Throws: `Failure`: of the options given, before any question; of the last wrong answer;
  ///   `.endOfInput`. Nothing is recorded then.
  func ask(_ given: CheckInRequest) async throws -> CheckInRequest {
    try await context.strop.check(given)
    return try await Terminal.leavingLineOnInterrupt { try await answers(given) }
  }

  /// The most that is asked.
  private static let mostQuestions = 4

  private func answers(_ given: CheckInRequest) async throws -> CheckInRequest {
    var request = given
    var asked = 1
    let offer = try await skill()
    (request.skill, request.item) = (offer.skill, offer.item)
    if request.minutes == nil {
      request.minutes = try await minutes(last: offer.minutes)
      asked += 1
    }
    if request.note == nil {
      request.note = try await note(earlier: offer.notes)
      asked += 1
    }
    if request.item == nil, !offer.items.isEmpty {
      request.item = try await item(offer)
      asked += 1
    }
    if request.item != nil, request.evidence.isEmpty, asked < CheckInQuestions.mostQuestions {
      request.evidence = try await evidence()
    }
    return request
  }

  private func skill() async throws -> CheckInOffer {
    let today = try context.strop.todayScreen()
    let slugs = today.skills.map(\.slug)
    if !slugs.isEmpty { try Output.standard.write(context.text.skillChoices(today) + "\n") }
    return try await dialogue.answer({ $0.skillQuestion(slugs.first) }) { typed in
      let name = typed.isEmpty ? slugs.first ?? typed : chosen(typed, among: slugs)
      return try context.strop.checkInOffer(naming: name)
    }
  }

  private func evidence() async throws -> [String] {
    try await dialogue.answer(\.evidenceQuestion) { typed in
      if typed.isEmpty || Dialogue.isNone(typed) { return [] }
      try await context.strop.check(CheckInRequest(evidence: [typed]))
      return [typed]
    }
  }

  private func minutes(last: Int?) async throws -> String? {
    try await dialogue.answer({ $0.minutesQuestion(last) }) { typed in
      if typed.isEmpty { return last.map(String.init) }
      if Dialogue.isNone(typed) { return nil }
      try await context.strop.check(CheckInRequest(minutes: typed))
      return typed
    }
  }

  private func note(earlier: [String]) async throws -> String? {
    try await dialogue.answer(\.noteQuestion, recalling: earlier) { typed in
      if typed.isEmpty || Dialogue.isNone(typed) { return nil }
      try await context.strop.check(CheckInRequest(note: typed))
      return typed
    }
  }

  /// Enter goes on with an item that the user named before. It never begins one: nobody who only
  /// presses Enter has said that he worked on it, and the record must not say so for him.
  private func item(_ offer: CheckInOffer) async throws -> String? {
    try Output.standard.write(context.text.itemChoices(offer.items))
    let slugs = offer.items.map(\.slug)
    let inWork = offer.items.first { $0.isInWork }?.slug
    return try await dialogue.answer({ $0.itemQuestion(inWork) }) { typed in
      if typed.isEmpty { return inWork }
      if Dialogue.isNone(typed) { return nil }
      let name = chosen(typed, among: slugs)
      try await context.strop.check(CheckInRequest(skill: offer.skill, item: name))
      return name
    }
  }

  /// What a number stands for in a list, or the answer itself.
  private func chosen(_ typed: String, among names: [String]) -> String {
    guard let number = Int(typed.foldedName), names.indices.contains(number - 1) else {
      return typed
    }
    return names[number - 1]
  }
}
