import StropCore
import Testing

struct NameMatchTests {
  private struct Named: Sendable {
    let slug: String
    let short: String?
    let titles: [String]
  }

  private let skills = [
    Named(slug: "papers", short: nil, titles: ["reading papers", "读论文"]),
    Named(slug: "portfolio", short: nil, titles: ["the portfolio", "作品集"]),
    Named(slug: "ppo", short: nil, titles: ["ppo by hand", "手写 ppo"]),
    Named(slug: "dpo", short: nil, titles: ["dpo by hand", "手写 dpo"]),
    Named(slug: "scaling-law", short: nil, titles: ["scaling laws", "缩放定律"]),
  ]
  private let items = [
    Named(slug: "debug/overfit", short: "overfit", titles: ["overfit one batch", "过拟合"]),
    Named(slug: "ppo/overfit-reward", short: "overfit-reward", titles: ["overfit", "过优化"]),
    Named(slug: "dpo/loss", short: "loss", titles: ["the loss", "损失"]),
    Named(slug: "ppo/loss", short: "loss", titles: ["the other loss", "另一个损失"]),
  ]

  /// As one text: a slug for what was found, `a|b` for candidates, `?a b` for the nearest.
  private func find(_ name: String, in candidates: [Named]) -> String {
    let match = NameMatch.find(
      name,
      in: candidates,
      slug: \.slug,
      shortSlug: \.short,
      titles: \.titles
    )
    return switch match {
    case .found(let one): one.slug
    case .ambiguous(let several): several.map(\.slug).joined(separator: "|")
    case .unknown(let nearest): "?" + nearest.map(\.slug).joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("papers", "papers"), ("ppo", "ppo"), ("pap", "papers"), ("pa", "papers"), ("s", "scaling-law"),
    ("p", "papers|portfolio|ppo"), ("read", "papers"), ("读论文", "papers"), ("论文", "papers"),
    ("by hand", "ppo|dpo"), ("law", "scaling-law"), ("手写 d", "dpo"),
  ])
  func `a skill goes by its slug, its beginning, or part of a title`(name: String, found: String) {
    #expect(find(name, in: skills) == found)
  }

  @Test(arguments: [
    ("debug/overfit", "debug/overfit"), ("overfit", "debug/overfit"),
    ("overfit-", "ppo/overfit-reward"),
    ("debug/", "debug/overfit"), ("ppo/", "ppo/overfit-reward|ppo/loss"),
    ("loss", "dpo/loss|ppo/loss"),
    ("ppo/l", "ppo/loss"), ("过", "debug/overfit|ppo/overfit-reward"), ("the other", "ppo/loss"),
  ])
  func `an item goes by its short slug too`(name: String, found: String) {
    #expect(find(name, in: items) == found)
  }

  @Test(arguments: [
    ("papres", "?papers"), ("paperz", "?papers"), ("dpq", "?dpo ppo"),
    ("scalinglaw", "?scaling-law"),
    ("xyzzyxyzzy", "?"), ("", "?"), ("周末", "?"), ("los/dpo", "?"),
  ])
  func `an unknown name brings up the nearest`(name: String, found: String) {
    #expect(find(name, in: skills) == found)
  }

  @Test func `at most three are offered`() {
    let many = ["aaaa1", "aaaa2", "aaaa3", "aaaa4"].map { Named(slug: $0, short: nil, titles: []) }
    #expect(find("aaaa9", in: many) == "?aaaa1 aaaa2 aaaa3")
  }

  @Test(arguments: [
    ("", "", 0), ("abc", "", 3), ("", "abc", 3), ("abc", "abc", 0), ("kitten", "sitting", 3),
    ("papres", "papers", 1), ("ab", "ba", 1), ("ca", "abc", 3), ("dpo", "ppo", 1), ("论文", "文论", 1),
    ("scaling-law", "scalinglaw", 1),
  ])
  func `the distance counts insertions, deletions, replacements and swaps`(
    left: String,
    right: String,
    distance: Int
  ) {
    #expect(editDistance(left, right) == distance)
    #expect(editDistance(right, left) == distance)
  }
}
