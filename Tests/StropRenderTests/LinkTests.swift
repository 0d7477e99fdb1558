import StropCore
import StropRender
import Testing

struct LinkTests {
  private func renderer(columns: Int, color: Bool = false, links: Bool = true) -> TextRenderer {
    TextRenderer(language: .english, columns: columns, color: color, links: links)
  }

  private func receipt(_ kind: Evidence.Kind, _ value: String) -> Receipt<ChangedCheckIn> {
    let samples = Samples()
    return samples.receipt(openItem: false, evidence: [samples.evidence(kind, value)])
  }

  private func link(_ url: String, _ text: String) -> String {
    "\u{1b}]8;;\(url)\u{1b}\\\(text)\u{1b}]8;;\u{1b}\\"
  }

  @Test func `what lies on the web is a link where the terminal has them`() {
    let receipt = receipt(.arxiv, "2305.18290")
    let linked = link("https://arxiv.org/abs/2305.18290", "2305.18290")
    #expect(
      renderer(columns: 80).checkIn(receipt).contains("  arxiv \(linked)  evidenced\n"))
    #expect(
      renderer(columns: 80, links: false).checkIn(receipt)
        .contains("  arxiv 2305.18290  evidenced\n"))
  }

  @Test func `a link that is cut stays closed and leads to the whole address`() {
    let url = "https://example.org/" + String(repeating: "long/", count: 20)
    let text = renderer(columns: 50, color: true).checkIn(receipt(.url, url))
    #expect(text.contains(link(url, url.prefix(32) + "…") + "  \u{1b}[2mevidenced\u{1b}[0m\n"))
  }

  @Test(
    "nothing of an address reaches the terminal raw",
    arguments: [
      ("https://a.example/\u{1b}]0;x\u{7}", "https://a.example/%1B]0%3Bx%07"),
      ("https://a.example/\u{1b}\\b", "https://a.example/%1B%5Cb"),
      ("http://a.example/a b;c\n", "http://a.example/a%20b%3Bc%0A"),
      (
        "https://例子.example/笔记?q=%20#x",
        "https://%E4%BE%8B%E5%AD%90.example/%E7%AC%94%E8%AE%B0?q=%20#x"
      ),
      ("https://[::1]:80/~a/(b)!$&'*+,=@", "https://[::1]:80/~a/(b)!$&'*+,=@"),
    ])
  func encoded(url: String, address: String) {
    let text = renderer(columns: 120).checkIn(receipt(.url, url))
    #expect(text.contains("\u{1b}]8;;\(address)\u{1b}\\"), "\(text.debugDescription)")
  }

  @Test(
    "what is no web address leads nowhere",
    arguments: [
      "javascript:alert(1)", "file:///etc/passwd", "https:example.org", "",
      "https://example.org/" + String(repeating: "a", count: 2_100),
    ])
  func noAddress(url: String) {
    #expect(!renderer(columns: 80).checkIn(receipt(.url, url)).contains("\u{1b}"))
  }

  @Test func `an item's references are names that lead somewhere, or addresses`() {
    let card = Samples().itemCards()[0]
    let address = "https://arxiv.org/abs/2305.18290"
    let linked = renderer(columns: 120).item(card)
    #expect(linked.contains("\u{1b}]8;;\(address)\u{1b}\\arXiv 2305.18290"))
    #expect(linked.contains("karpathy/nanoGPT  config/train_shakespeare_char.py\u{1b}]8;;\u{1b}\\"))
    let plain = renderer(columns: 50, links: false).item(card)
    #expect(plain.contains(" \(address)\n"))
    #expect(!plain.contains("\u{1b}"))
  }

  @Test(
    arguments: NamedScreen.golden.filter { $0.name != "item" }, [false, true])
  func `links add nothing but escape sequences`(screen: NamedScreen, isUnruly: Bool) {
    for columns in [40, 50, 80, 120, 180] {
      let samples = Samples(isUnruly: isUnruly)
      let text = screen.text(renderer(columns: columns, links: false), samples)
      let linked = screen.text(renderer(columns: columns), samples)
      #expect(linked.replacing(/\u{1b}]8;;[!-~]*\u{1b}\\/, with: "") == text)
    }
  }
}
