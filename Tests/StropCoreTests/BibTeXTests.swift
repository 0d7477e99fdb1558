import StropCore
import Testing

struct BibTeXTests {
  @Test func `values are braced, quoted, numbers, macros and joined ones`() throws {
    let file = BibTeX(
      """
      % A comment, li@example.com
      @string(nips = {NeurIPS})
      @preamble{"\\newcommand{\\x}{y}"}
      @comment{nothing}
      @Article{a1,
        Title = {One {T}wo}, author = "Li, {"}Wei{"}",
        journal = nips # " " # 36, year = 2023, month = dec, title = {second},
      }
      text between @inproceedings(b2, title="B (2)", note = {x = y}) @misc{c3}
      """)
    #expect(file.faults.isEmpty)
    #expect(file.entries.map(\.key) == ["a1", "b2", "c3"])
    #expect(file.entries.map(\.line) == [5, 9, 9])
    let first = try #require(file.entries.first)
    #expect(first.type == "article")
    #expect(
      first.fields == [
        "title": "One {T}wo", "author": "Li, {\"}Wei{\"}", "journal": "NeurIPS 36",
        "year": "2023", "month": "December",
      ])
    #expect(file.entries[1].fields == ["title": "B (2)", "note": "x = y"])
  }

  @Test func `a broken entry takes no other with it`() {
    let file = BibTeX(
      """
      @article{open, title = {never {closed},
        year = 2020
      @article{good, title = {A}}
      @article{quote, title = "never closed
      }
      @article{good2, title = {B}, year = }
      @article{forgotten, title = {C} year = 2001}
      @article{brace, title = {D}}}
        @article{good3, title = {D}
        , note = {\\} \\{ }}
      @article{end
      """)
    #expect(file.entries.map(\.key) == ["good", "forgotten", "brace", "good3"])
    #expect(file.entries[1].fields == ["title": "C", "year": "2001"])
    #expect(
      file.faults.map { "\($0.line) \($0.key ?? "–") \($0.problem)" } == [
        "1 open unclosed", "4 quote malformed", "6 good2 malformed", "11 end unclosed",
      ])
  }

  @Test(arguments: [
    ("{\\'E}va M{\\\"u}ller", "Éva Müller"), ("Erd\\H{o}s", "Erdős"), ("\\O{}rsted", "Ørsted"),
    ("Dvo\\v{r}{\\'a}k", "Dvořák"), ("Na\\\"{\\i}ve", "Naïve"),
    ("Stra{\\ss}e, Stra\\ss e", "Straße, Straße"),
    ("\\c{C}elik, {\\AA}ngstr\\\"om", "Çelik, Ångström"), ("\\'\\i, {\\l}{\\'o}d{\\'z}", "í, łódź"),
    ("A -- B --- C", "A – B — C"), ("``q'' 100\\% \\& more~x", "“q” 100% & more x"),
    ("\\emph{On} {\\it the} \\textbf{B}", "On the B"),
    ("$\\alpha_{t}$-MoE costs \\$5", "$\\alpha_{t}$-MoE costs $5"),
    ("\\unknown{x} \\", "\\unknownx \\"), ("{{GPT}-4}", "GPT-4"), ("训练\n  数据", "训练 数据"),
    ("\\~n \\'{} \\\"", "ñ"), ("{\\k a} {\\u g} \\=a \\.z", "ą ğ ā ż"),
  ])
  func `LaTeX is read as people read it`(typed: String, plain: String) {
    // Swift compares texts by what they mean: a letter and its mark are one.
    #expect(LaTeX.plain(typed) == plain)
  }

  @Test(arguments: [
    "", "@", "@article", "@article{", "@article{a", "@article{a,", "@article{a,b=", "\\", "@@@",
    "{{{", "@string{a=", "@a{b,c={\\",
  ])
  func `no beginning of a file is more than can be read`(text: String) {
    #expect(BibTeX(text).entries.isEmpty)
    _ = LaTeX.plain(text)
  }
}
