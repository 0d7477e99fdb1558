import Foundation
import StropCore
import Testing
import TestSupport

struct JSONTests {
  struct Case: Sendable {
    let json: JSON
    let text: String
  }

  @Test(arguments: [
    Case(json: .null, text: "null"), Case(json: .bool(true), text: "true"),
    Case(json: .bool(false), text: "false"), Case(json: .number(-7), text: "-7"),
    Case(json: .integer(.max), text: "9223372036854775807"),
    Case(json: .integer(.min), text: "-9223372036854775808"),
    Case(json: .real(0.25), text: "0.25"), Case(json: .real(3), text: "3"),
    Case(json: .real(-0.5), text: "-0.5"), Case(json: .real(1e300), text: "1e+300"),
    Case(json: .real(.nan), text: "null"), Case(json: .real(-.infinity), text: "null"),
    Case(json: .optional(nil as String?), text: "null"), Case(json: .optional(3), text: "3"),
    Case(json: .optional(true), text: "true"), Case(json: .optional("a"), text: "\"a\""),
    Case(json: .array([]), text: "[]"), Case(json: .object([]), text: "{}"),
    Case(json: .array([.number(1), .null]), text: "[1,null]"),
    Case(json: .object([("b", .number(1)), ("a", .array([]))]), text: #"{"b":1,"a":[]}"#),
  ])
  func `values are written on one line, objects in their own order`(test: Case) {
    #expect(test.json.compact == test.text)
  }

  @Test(arguments: [
    ("周末", #""周末""#), ("a\"b\\c/", #""a\"b\\c/""#), ("\n\r\t", #""\n\r\t""#),
    ("\u{0}\u{1b}[31m", #""\u0000\u001b[31m""#), ("\u{7f}\u{85}\u{9b}", #""\u007f\u0085\u009b""#),
    ("\u{2028}\u{2029}", #""\u2028\u2029""#), ("👩‍🔬", #""👩‍🔬""#),
    ("e\u{301}", "\"e\u{301}\""), ("\r\n", #""\r\n""#),
  ])
  func `no control character stays alive in a string`(string: String, text: String) {
    #expect(JSON.string(string).compact == text)
  }

  @Test func `the wide form is indented by two`() {
    let json = JSON.object([
      ("a", .number(1)), ("b", .array([.string("x"), .object([("c", .null)])])),
      ("d", .array([])), ("e", .object([])),
    ])
    #expect(
      json.pretty == """
        {
          "a": 1,
          "b": [
            "x",
            {
              "c": null
            }
          ],
          "d": [],
          "e": {}
        }
        """
    )
  }

  @Test func `a group's names stand in the order of their bytes`() {
    let fields: Fields = [
      "zone": .text("UTC"), "at": .integer(1), "Zone": .null, "周": .bool(true), "a": .real(0.5),
      "when": .group(["day": .text("2026-11-23"), "at": .text("x")]),
    ]
    #expect(
      fields.json.compact
        == #"{"Zone":null,"a":0.5,"at":1,"when":{"at":"x","day":"2026-11-23"},"zone":"UTC","周":true}"#
    )
  }

  @Test(arguments: 0..<50)
  func `Foundation reads back what was written`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let strings = (0..<20).map { _ in randomString(&random) }
    let reals = (0..<20).map { _ in
      Double.random(in: -1...1, using: &random)
        * Double(Int.random(in: 1...1 << 40, using: &random))
    }
    let json = JSON.object([
      ("strings", .array(strings.map(JSON.string))), ("reals", .array(reals.map(JSON.real))),
    ])
    struct Read: Decodable, Equatable {
      let strings: [String]
      let reals: [Double]
    }
    for text in [json.compact, json.pretty] {
      let read = try JSONDecoder().decode(Read.self, from: Data(text.utf8))
      #expect(read == Read(strings: strings, reals: reals))
    }
    #expect(!json.compact.contains("\n"))
  }

  private func randomString(_ random: inout SeededGenerator) -> String {
    let scalars = (0..<Int.random(in: 0...8, using: &random)).compactMap { _ in
      Unicode.Scalar(UInt32.random(in: 0...0x3100, using: &random))
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
