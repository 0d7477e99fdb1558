/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers from the same seed on every machine.
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: Int) {
    state = UInt64(truncatingIfNeeded: seed)
    // Else the numbers of one seed would be those of the seed before it, one later.
    state = next() ^ 0x2545_f491_4f6c_dd1d
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// True once in `times`, on average.
  package mutating func chance(oneIn times: Int) -> Bool {
    Int.random(in: 0..<times, using: &self) == 0
  }
}
