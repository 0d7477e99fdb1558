/// Finds what looks like a secret in what a program printed, so that it is not kept.
///
/// It goes by how secrets are named and by how well-known ones begin. It cannot find every one: what must not be
/// kept must not be printed.
package enum SecretMask {
  /// What stands in the place of one.
  package static let mask = "****"

  /// Whether a variable of this name holds one: `OPENAI_API_KEY`, `HF_TOKEN`.
  package static func isName(_ name: String) -> Bool {
    let parts = Parts(of: name)
    return ["token", "secret", "password", "passwd", "apikey", "access_key", "credential"]
      .contains(where: parts.has) || parts.ends("_key") || parts.has("api_key")
  }

  /// `known`: secrets themselves, wherever they stand; those of fewer than eight characters are words as well.
  package static func masked(_ text: String, known: [String] = []) -> String {
    var text = text
    for secret in known.sorted(by: { $0.count > $1.count }) where secret.count >= 8 {
      text.replace(secret, with: mask)
    }
    // Most texts hold none of these, and to compile one expression costs as much as to write a run down.
    let parts = Parts(of: text)
    if parts.has("-----begin ") { text.replace(keyBlock) { _ in mask } }
    if parts.has("://"), parts.has("@") { text.replace(userInfo) { "\($0.1)\(mask)@" } }
    if parts.has("bearer") || parts.has("basic") {
      text.replace(authorization) { "\($0.1)\(mask)" }
    }
    if parts.has("passw") { text.replace(password) { "\($0.1)\(mask)" } }
    if ["token", "secret", "credential", "key"].contains(where: parts.has) {
      text.replace(named) { isSecret($0.2) ? "\($0.1)\(mask)" : String($0.0) }
    }
    if beginnings.contains(where: parts.has) { text.replace(wellKnown) { _ in mask } }
    if parts.hasLongWord { text.replace(long) { hasAllSorts($0.0) ? mask : String($0.0) } }
    return text
  }

  /// What a text is made of, to tell at little cost that it cannot match.
  private struct Parts {
    private let bytes: [UInt8]

    init(of text: String) {
      bytes = text.utf8.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
    }

    /// `part`: in lower case; any case of it counts.
    func has(_ part: String) -> Bool {
      let part = Array(part.utf8)
      return bytes.indices.contains { start in
        bytes[start] == part[0] && bytes[start...].starts(with: part)
      }
    }

    /// `end`: as `part` of `has`.
    func ends(_ end: String) -> Bool { bytes.suffix(end.utf8.count).elementsEqual(end.utf8) }

    /// Whether as many letters and digits stand together as `long` asks for.
    var hasLongWord: Bool {
      var length = 0
      return bytes.contains { byte in
        let isInside =
          (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "+")
        length = isInside ? length + 1 : 0
        return length == 32
      }
    }
  }

  /// How the ones of `wellKnown` begin, in lower case.
  private static let beginnings = [
    "sk-", "hf_", "gh", "glpat-", "akia", "xox", "aiza", "eyj",
  ]

  /// Whether the value of something called a token or key is one: many lines of a training log count tokens.
  private static func isSecret(_ value: Substring) -> Bool {
    value.count >= 8 && Double(value) == nil && value.contains { $0.isNumber || $0.isUppercase }
  }

  private static func hasAllSorts(_ text: Substring) -> Bool {
    text.contains(where: \.isLowercase) && text.contains(where: \.isUppercase)
      && text.contains(where: \.isNumber)
  }

  nonisolated(unsafe) private static let keyBlock =
    /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/
  /// `https://name:password@host`.
  nonisolated(unsafe) private static let userInfo = /(:\/\/[^\s\/:@]*:)[^\s\/@]+@/
  nonisolated(unsafe) private static let authorization =
    /((?:[Bb]earer|[Bb]asic)\s+)[A-Za-z0-9._~+\/=\-]{8,}/
  nonisolated(unsafe) private static let password =
    /(?i)([\w\-]*passw(?:or)?d["']?(?:\s*[:=]\s*|\s+)["']?)[^\s"',;]+/
  nonisolated(unsafe) private static let named =
    /(?i)([\w\-]*(?:token|secret|credential|api[_\-]?key|access[_\-]?key|auth[_\-]?key)[\w\-]*["']?(?:\s*[:=]\s*|\s+)["']?)([^\s"',;]+)/
  nonisolated(unsafe) private static let wellKnown =
    /\b(?:sk-[A-Za-z0-9_\-]{16,}|hf_[A-Za-z0-9]{16,}|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_\-]{16,}|AKIA[0-9A-Z]{16}|xox[abprs]-[A-Za-z0-9\-]{10,}|AIza[0-9A-Za-z_\-]{30,}|eyJ[A-Za-z0-9_\-]{10,}\.[A-Za-z0-9_\-]{10,}\.[A-Za-z0-9_\-]+)/
  nonisolated(unsafe) private static let long = /[A-Za-z0-9+]{32,}/
}
