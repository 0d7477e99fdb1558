/// LaTeX's way of writing what no keyboard has, as it stands in bibliographies.
package enum LaTeX {
  /// A title or a name as people read it: `{\"o}` as ö (its letter and a combining mark), `\ss` as ß, `--` as –, without
  /// the braces that only keep capitals. What is between dollars, and a command that is not known, stays as it is.
  package static func plain(_ text: String) -> String {
    var reader = LaTeXReader(text)
    return reader.plain().split { $0 == " " || $0 == "\t" || $0.isNewline }
      .joined(separator: " ")
  }
}

private struct LaTeXReader {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var result = String.UnicodeScalarView()

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  /// Accents of a character of their own, which need no space behind them.
  private static let marks: [Unicode.Scalar: Unicode.Scalar] = [
    "`": "\u{300}", "'": "\u{301}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}",
    ".": "\u{307}", "\"": "\u{308}",
  ]

  /// Accents that are named by a letter.
  private static let letterMarks: [String: Unicode.Scalar] = [
    "u": "\u{306}", "r": "\u{30a}", "H": "\u{30b}", "v": "\u{30c}", "d": "\u{323}", "c": "\u{327}",
    "k": "\u{328}", "b": "\u{331}",
  ]

  private static let symbols: [String: String] = [
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å",
    "AA": "Å", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ",
    "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "S": "§", "P": "¶",
    "copyright": "©", "pounds": "£", "textendash": "–", "textemdash": "—",
    "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "textasciitilde": "~", "textasciicircum": "^",
    "textbackslash": "\\", "textbar": "|", "textless": "<", "textgreater": ">",
    "textunderscore": "_", "textdollar": "$", "ldots": "…", "dots": "…", "textellipsis": "…",
    "LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX", "textregistered": "®",
    "texttrademark": "™", "textperiodcentered": "·", "textdegree": "°",
  ]

  /// Commands that only say how their argument looks.
  private static let looks: Set = [
    "emph", "textit", "textbf", "textsc", "texttt", "textrm", "textsf", "textnormal", "text",
    "mbox", "hbox", "it", "em", "bf", "sc", "tt", "rm", "sf", "itshape", "bfseries", "scshape",
    "textsl", "sl", "uppercase", "relax", "protect", "url", "mathrm", "ensuremath",
  ]

  mutating func plain() -> String {
    while position < scalars.count { step() }
    return String(result)
  }

  private mutating func step() {
    let scalar = scalars[position]
    position += 1
    switch scalar {
    case "{", "}": break
    case "~": result.append(" ")
    case "$": math()
    case "\\": command()
    case "-" where next == "-":
      position += 1
      let isLong = next == "-"
      if isLong { position += 1 }
      result.append(isLong ? "—" : "–")
    case "`" where next == "`":
      position += 1
      result.append("“")
    case "'" where next == "'":
      position += 1
      result.append("”")
    default: result.append(scalar)
    }
  }

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  /// A formula as it is, with its dollars; a dollar that has no other is one.
  private mutating func math() {
    result.append("$")
    guard let end = scalars[position...].firstIndex(of: "$") else { return }
    result.append(contentsOf: scalars[position...end])
    position = end + 1
  }

  private mutating func command() {
    guard let first = next else {
      result.append("\\")
      return
    }
    if let mark = LaTeXReader.marks[first] {
      position += 1
      accent(mark)
    } else if LaTeXReader.isLetter(first) {
      named()
    } else {
      position += 1
      // `\\` breaks a line, `\ ` is a space, `\-` may break a word; `\&` is a character.
      switch first {
      case "\\", " ": result.append(" ")
      case "-", "/": break
      default: result.append(first)
      }
    }
  }

  private mutating func named() {
    let start = position
    while let letter = next, LaTeXReader.isLetter(letter) { position += 1 }
    let name = String(String.UnicodeScalarView(scalars[start..<position]))
    if let mark = LaTeXReader.letterMarks[name] {
      accent(mark)
    } else if let symbol = LaTeXReader.symbols[name] {
      result.append(contentsOf: symbol.unicodeScalars)
      skipSpace()
    } else if LaTeXReader.looks.contains(name) {
      skipSpace()
    } else {
      result.append("\\")
      result.append(contentsOf: name.unicodeScalars)
    }
  }

  /// Puts a mark on the letter that follows, be it in braces, or the dotless `\i`.
  private mutating func accent(_ mark: Unicode.Scalar) {
    skipSpace()
    var braces = 0
    while next == "{" {
      position += 1
      braces += 1
      skipSpace()
    }
    if next == "\\" {
      position += 1
      let start = position
      while let letter = next, LaTeXReader.isLetter(letter) { position += 1 }
      let name = String(String.UnicodeScalarView(scalars[start..<position]))
      // With its mark a dotless letter is the letter.
      let letter = name == "i" || name == "j" ? name : LaTeXReader.symbols[name] ?? "\\" + name
      result.append(contentsOf: letter.unicodeScalars)
      skipSpace()
      result.append(mark)
    } else if let letter = next, letter != "}" {
      position += 1
      result.append(letter)
      result.append(mark)
    }
    while braces > 0, next == "}" {
      position += 1
      braces -= 1
    }
  }

  private mutating func skipSpace() {
    while let space = next, space == " " || space == "\n" || space == "\t" { position += 1 }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}
