import StropStore
import Testing

struct KindsTests {
  @Test func `the fingerprint that is written down is that of the declarations`() {
    #expect(
      Kinds.fingerprint == Kinds.computedFingerprint,
      "write Kinds.fingerprint = \"\(Kinds.computedFingerprint)\"")
  }
}
