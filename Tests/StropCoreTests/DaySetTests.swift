import StropCore
import Testing
import TestSupport

struct DaySetTests {
  /// Against a plain set, with days in any order, of which some come twice.
  @Test(arguments: 0..<50)
  func `it holds the days that it was given`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let days = (0..<40).map { _ in Day(number: Int.random(in: -200...200, using: &random)) }
    let (some, others) = (days.prefix(seed % 30), days.dropFirst(20))
    var set = DaySet(some)
    set.formUnion(DaySet(others))
    let plain = Set(some).union(others)
    #expect(set.days == plain.sorted())
    #expect(set.count == plain.count)
    #expect(set.firstDay == plain.min())
    for number in -220...220 {
      #expect(set.contains(Day(number: number)) == plain.contains(Day(number: number)))
    }
  }

  @Test func `an empty one holds none`() {
    #expect(DaySet().days.isEmpty)
    #expect(DaySet().firstDay == nil)
    #expect(!DaySet().contains(Day(number: 0)))
  }
}
