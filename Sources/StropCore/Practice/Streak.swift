extension Practice {
  /// A streak stops counting here.
  package static let longestStreak = 104

  /// Weeks in a row that met their plan, up to the last finished one, plus `week` once it is met.
  ///
  /// Weeks that are left out neither break nor extend it.
  ///
  /// `finished`: whether `week` itself is over, so that missing it breaks the streak.
  /// - Returns: nil where the streak reaches back past `known`, so that more days must be loaded.
  package func streak(at week: Week, finished: Bool) -> Int? {
    var length = 0
    if let met = standing(in: week, today: nil).met {
      if met { length = 1 } else if finished { return 0 }
    }
    var earlier = week - 1
    while length < Practice.longestStreak {
      if let known {
        guard earlier.monday >= known else { return nil }
      } else if earlier.sunday < first {
        return length
      }
      switch standing(in: earlier, today: nil).met {
      case true: length += 1
      case false: return length
      case nil: break
      }
      earlier = earlier - 1
    }
    return length
  }

  /// The first day that any week can owe anything to.
  private var first: Day { days.firstDay.map { min($0, start) } ?? start }
}
