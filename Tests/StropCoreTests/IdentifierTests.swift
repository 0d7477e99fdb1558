import StropCore
import Testing
import TestSupport

struct IdentifierTests {
  @Test(arguments: 0..<50)
  func `an id is ten characters of Crockford's base 32`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let id = Identifier.random(using: &random)
    #expect(id.count == 10)
    #expect(id.allSatisfy { "0123456789abcdefghjkmnpqrstvwxyz".contains($0) })
    #expect(Identifier.normalized(id) == id)
  }

  @Test func `a thousand ids differ, and use every character`() {
    var random = SeededGenerator(seed: 0)
    let ids = (0..<1_000).map { _ in Identifier.random(using: &random) }
    #expect(Set(ids).count == 1_000)
    #expect(Set(ids.joined()).count == 32)
  }

  @Test(arguments: [
    ("7k3f", "7k3f"), ("7K3F", "7k3f"), ("o0Il1L", "001111"), ("a", "a"),
    ("7k3fq0x9ab", "7k3fq0x9ab"),
  ])
  func `look-alikes are taken for what they look like`(text: String, id: String) {
    #expect(Identifier.normalized(text) == id)
  }

  @Test(arguments: ["", "7k3u", "7k-3", "7k3fq0x9abc", "７k", "7k 3", "é", "周"])
  func `what cannot begin an id is refused`(text: String) {
    #expect(Identifier.normalized(text) == nil)
  }

  struct Case: Sendable {
    let id: String
    let others: [String]
    let short: String
  }

  @Test(arguments: [
    Case(id: "7k3fq0x9ab", others: [], short: "7k3f"),
    Case(id: "7k3fq0x9ab", others: ["7k3fq0x9ab"], short: "7k3f"),
    Case(id: "7k3fq0x9ab", others: ["7k3fq0x9ab", "7k3fq1aaaa"], short: "7k3fq0"),
    Case(id: "7k3fq0x9ab", others: ["7k3fpzzzzz", "7k3fq0x9ab"], short: "7k3fq"),
    Case(id: "7k3fq0x9ab", others: ["7k3fq0x9aa", "7k3fq0x9ab"], short: "7k3fq0x9ab"),
    Case(id: "7k3fq0x9ab", others: ["0000000000", "zzzzzzzzzz"], short: "7k3f"),
  ])
  func `a short id is the shortest beginning that no other shares`(test: Case) {
    #expect(Identifier.shortened(test.id, among: test.others) == test.short)
  }

  @Test(arguments: 0..<50)
  func `short ids name one row each, and are as short as they can be`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let letters = ["0", "1", "2"]
    let ids = Set(
      (0..<40).map { _ in
        (0..<10).map { _ in letters.randomElement(using: &random) ?? "0" }.joined()
      }
    ).sorted()
    for id in ids {
      let short = Identifier.shortened(id, among: ids)
      #expect(ids.filter { $0.hasPrefix(short) } == [id])
      #expect(short.count == 4 || ids.filter { $0.hasPrefix(short.dropLast()) }.count > 1)
    }
  }
}
