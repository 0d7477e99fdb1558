import StropCore

/// A web address that a terminal can be given, by OSC 8: no character of it can end the sequence.
struct WebLink: Hashable, Sendable {
  /// VTE takes no longer ones.
  private static let longest = 2_083

  /// Percent-encoded.
  let address: String

  /// Nil for what is no web address, or too long a one.
  init?(_ url: String) {
    let scheme = url.prefix { $0 != ":" }.lowercased()
    guard scheme == "http" || scheme == "https",
      url.dropFirst(scheme.count).hasPrefix("://")
    else { return nil }
    // What may stand in a URL, but `;`, which parts the sequence's own fields.
    let encoded = url.percentEncoded(keeping: "%:/?#[]@!$&'()*+,=-._~")
    guard encoded.utf8.count <= WebLink.longest else { return nil }
    address = encoded
  }

  /// `text` as a link, as terminals take it.
  ///
  /// Source: "Hyperlinks in terminal emulators", Egmont Koblinger, which VTE, kitty, iTerm2 and
  /// others follow.
  func around(_ text: String) -> String {
    "\u{1b}]8;;" + address + "\u{1b}\\" + text + "\u{1b}]8;;\u{1b}\\"
  }
}
