import Foundation
import StropRender
import Testing

struct DisplayWidthTests {
  @Test func `widths agree with wcwidth on the corpus`() throws {
    let samples = try WidthCorpus.samples()
    #expect(samples.count > 600)
    for sample in samples where sample.text.displayWidth != sample.width {
      Issue.record("\(sample) measures \(sample.text.displayWidth)")
    }
  }

  @Test(arguments: ["\u{0}", "\t", "\n", "\r\n", "\u{1b}", "\u{7f}", "\u{85}", "\u{9f}"])
  func `control characters take no columns`(control: String) {
    #expect(control.displayWidth == 0)
    #expect("a\(control)b".displayWidth == 2)
    #expect("周\(control)末".displayWidth == 4)
  }
}

struct FittingTests {
  @Test(arguments: [
    ("papers", 6, "papers"),
    ("papers", 5, "pape…"),
    ("papers", 1, "…"),
    ("papers", 0, ""),
    ("papers", -1, ""),
    ("", 0, ""),
    ("loss of one batch", 9, "loss of…"),
    ("调试训练代码", 12, "调试训练代码"),
    ("调试训练代码", 11, "调试训练代…"),
    ("调试训练代码", 10, "调试训练…"),
    ("调试训练代码", 2, "…"),
    ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
    ("👩‍🔬👩‍🔬", 3, "👩‍🔬…"),
    ("🇨🇳🇯🇵", 3, "🇨🇳…"),
    ("a\u{200d}bc", 1, "…"),
    ("aa\u{200d}\u{1100}\u{1100}", 3, "aa…"),
  ])
  func `text that is too wide is cut between characters`(
    text: String,
    columns: Int,
    expected: String
  ) {
    #expect(text.fitted(to: columns) == expected)
  }

  @Test(arguments: [
    ("3/3", 5, TextAlignment.left, "3/3  "),
    ("3/3", 5, .right, "  3/3"),
    ("周四", 5, .left, "周四 "),
    ("周四", 5, .right, " 周四"),
    ("周四", 4, .right, "周四"),
    ("周四", 3, .left, "周…"),
    ("周四周", 4, .right, " 周…"),
    ("a\u{200d}", 3, .left, "a  "),
    ("\u{903}a", 4, .right, "  \u{903}a"),
    ("", 2, .left, "  "),
    ("", 0, .right, ""),
  ])
  func `padding fills a column to its edge`(
    text: String,
    columns: Int,
    alignment: TextAlignment,
    expected: String
  ) {
    #expect(text.padded(to: columns, aligned: alignment) == expected)
  }

  @Test func `corpus text fits and fills every width from 1 to 200`() throws {
    let texts = try WidthCorpus.texts(seed: 1, count: 150)
    for columns in 1...200 {
      for text in texts {
        if text.fitted(to: columns).displayWidth > columns {
          Issue.record("\(text.debugDescription) does not fit \(columns) columns")
        }
        for alignment in [TextAlignment.left, .right]
        where text.padded(to: columns, aligned: alignment).displayWidth != columns {
          Issue.record("\(text.debugDescription) does not fill \(columns) columns, \(alignment)")
        }
      }
    }
  }

  @Test func `text that fits stays as it is`() throws {
    for sample in try WidthCorpus.samples() {
      #expect(sample.text.fitted(to: sample.width) == sample.text)
    }
  }
}

struct WrappingTests {
  struct Case: Sendable {
    var text: String
    var columns: Int
    var lines: [String]
  }

  @Test(arguments: [
    Case(text: "", columns: 10, lines: [""]),
    Case(text: "   ", columns: 2, lines: [""]),
    Case(text: "drive one batch to zero", columns: 11, lines: ["drive one", "batch to", "zero"]),
    Case(text: "drive one batch", columns: 15, lines: ["drive one batch"]),
    Case(text: "one  two", columns: 8, lines: ["one  two"]),
    Case(text: " one     two ", columns: 4, lines: ["one", "two"]),
    Case(text: "one\n\ntwo\r\nthree", columns: 9, lines: ["one", "", "two", "three"]),
    Case(text: "debug/overfit-one-batch", columns: 10, lines: ["debug/over", "fit-one-ba", "tch"]),
    Case(text: "an overfitting-one run", columns: 8, lines: ["an", "overfitt", "ing-one", "run"]),
    Case(text: "don’t say “no” or “yes”", columns: 8, lines: ["don’t", "say “no”", "or “yes”"]),
    Case(text: "all ’nodes’ agree", columns: 9, lines: ["all", "’nodes’", "agree"]),
    Case(text: "把单个样本训到零", columns: 6, lines: ["把单个", "样本训", "到零"]),
    Case(text: "把单个样本训到零", columns: 7, lines: ["把单个", "样本训", "到零"]),
    Case(text: "损失为零，说得清", columns: 8, lines: ["损失为", "零，说得", "清"]),
    Case(text: "他说（当然）好", columns: 6, lines: ["他说", "（当", "然）好"]),
    Case(text: "他说“好”吗？", columns: 6, lines: ["他说", "“好”", "吗？"]),
    Case(text: "好 ，好", columns: 4, lines: ["好", "，好"]),
    Case(text: "运行strop report看看", columns: 9, lines: ["运行strop", "report看", "看"]),
    Case(text: "达标：loss低于0.01", columns: 10, lines: ["达标：loss", "低于0.01"]),
    Case(text: "安녕하세요", columns: 4, lines: ["安녕", "하세", "요"]),
    Case(text: "周末", columns: 1, lines: ["周", "末"]),
  ])
  func `text wraps where a reader expects it`(_ example: Case) {
    #expect(example.text.wrapped(to: example.columns) == example.lines)
  }

  @Test func `no prose line starts with closing or ends with opening punctuation`() {
    let prose = """
      达标：固定 batch 的 loss 低于 0.01，并说得清“为什么”；否则（例如 loss 为 NaN）重来！\
      「复现」要求：同一个数字，跑两次，误差小于 5％。你信吗？（‘信’、‘不信’，都要有证据。）
      """
    for columns in 8...200 {
      for line in prose.wrapped(to: columns) {
        let first = line.first.map { "，。；：、！？）」』”’％".contains($0) }
        let last = line.last.map { "（「『“‘".contains($0) }
        #expect(first == false && last == false, "\(columns) columns: \(line)")
      }
    }
  }

  @Test func `wrapped corpus text stays within its width and loses nothing but spaces`() throws {
    let texts = try WidthCorpus.texts(seed: 2, count: 60)
    for columns in 1...200 {
      for text in texts {
        let lines = text.wrapped(to: columns)
        for line in lines where line.displayWidth > columns && line.count > 1 {
          Issue.record("\(line.debugDescription) is wider than \(columns)")
        }
        if lines.joined().withoutSpaces != text.withoutSpaces {
          Issue.record("\(text.debugDescription) loses characters at \(columns) columns")
        }
      }
    }
  }
}

extension String {
  /// The scalars that wrapping has to keep: all but spaces and line breaks.
  fileprivate var withoutSpaces: [Unicode.Scalar] {
    unicodeScalars.filter { $0 != " " && $0 != "\u{3000}" && !Character($0).isNewline }
  }
}

/// The strings of `Fixtures/width-corpus.tsv`, which `scripts/width-table --corpus` writes.
private enum WidthCorpus {
  struct Sample: CustomStringConvertible {
    var text: String
    var width: Int

    var description: String {
      let scalars = text.unicodeScalars.map { String($0.value, radix: 16) }
      return "\(text.debugDescription) (\(scalars.joined(separator: " "))), \(width) columns"
    }
  }

  static func samples(filePath: String = #filePath) throws -> [Sample] {
    let fixture = URL(filePath: filePath)
      .deletingLastPathComponent()
      .appending(path: "Fixtures/width-corpus.tsv")
    return try String(contentsOf: fixture, encoding: .utf8).split(separator: "\n").map { line in
      let fields = line.split(separator: "\t", maxSplits: 1)
      let width = try #require(Int(fields[0]))
      let text = try JSONDecoder().decode(String.self, from: Data(fields[1].utf8))
      return Sample(text: text, width: width)
    }
  }

  /// Texts of one to twelve corpus strings, some of them with spaces between.
  static func texts(seed: UInt64, count: Int) throws -> [String] {
    let samples = try samples()
    var generator = SplitMix64(state: seed)
    return (0..<count).map { _ in
      (0..<Int.random(in: 1...12, using: &generator)).reduce(into: "") { text, _ in
        text += samples.randomElement(using: &generator)?.text ?? ""
        text += Bool.random(using: &generator) ? " " : ""
      }
    }
  }
}

/// A small generator whose numbers depend on nothing but the seed.
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
