import StropRender
import Testing

struct SanitizedTests {
  @Test(arguments: [
    ("loss mask was off by one", "loss mask was off by one"),
    ("调试训练代码 👩‍🔬 é", "调试训练代码 👩‍🔬 é"),
    ("", ""),
    ("one\ntwo\tthree", "one two three"),
    ("one\r\ntwo", "one two"),
    ("one\rtwo", "one\\u{d}two"),
    ("\u{1b}[31mred\u{1b}[0m", "\\u{1b}[31mred\\u{1b}[0m"),
    ("\u{0}\u{7}\u{7f}", "\\u{0}\\u{7}\\u{7f}"),
    ("\u{80}\u{9b}2J\u{9f}\u{a0}", "\\u{80}\\u{9b}2J\\u{9f}\u{a0}"),
    ("a\u{2028}b\u{2029}c", "a\\u{2028}b\\u{2029}c"),
    ("\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}", "\\u{202a}\\u{202b}\\u{202c}\\u{202d}\\u{202e}"),
    ("\u{2066}\u{2067}\u{2068}\u{2069}", "\\u{2066}\\u{2067}\\u{2068}\\u{2069}"),
    ("مرحبا\u{200f}", "مرحبا\u{200f}"),
  ])
  func `text from outside cannot steer the terminal`(text: String, expected: String) {
    #expect(text.sanitized == expected)
  }

  @Test func `only control characters, separators and overrides are replaced`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isReplaced = String(scalar).sanitized != String(scalar)
      let isControl = scalar.properties.generalCategory == .control
      let isSeparator = value == 0x2028 || value == 0x2029
      let isOverride = (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
      if isReplaced != (isControl || isSeparator || isOverride) {
        Issue.record("U+\(String(value, radix: 16)) is \(isReplaced ? "" : "not ")replaced")
      }
    }
  }

  @Test func `sanitizing twice changes nothing more`() {
    let once = "a\u{1b}b\r\n\u{202e}c\\u{1b}".sanitized
    #expect(once.sanitized == once)
  }
}
