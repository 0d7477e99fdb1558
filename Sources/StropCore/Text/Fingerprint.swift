/// FNV-1a in 64 bits (Fowler, Noll, Vo): tells texts apart, the same in every process.
package struct Fingerprint: Sendable {
  package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  package init() {}

  package mutating func take(_ text: String) {
    var text = text
    text.withUTF8 { for byte in $0 { take(byte) } }
    take(0)
  }

  private mutating func take(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}
