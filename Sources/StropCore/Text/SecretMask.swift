/// Finds what looks like a secret in what a program printed, so that it is not kept.
///
/// It goes by how secrets are named and by how well-known ones begin. It cannot find every one: what must not be
/// kept must not be printed.
package enum SecretMask {
  /// What stands in the place of one.
  package static let mask = "****"

  /// Whether a variable of this name holds one: `OPENAI_API_KEY`, `HF_TOKEN`.
  package static func isName(_ name: String) -> Bool {
    let name = name.uppercased()
    return [
      "TOKEN", "SECRET", "PASSWORD", "PASSWD", "API_KEY", "APIKEY", "ACCESS_KEY", "CREDENTIAL",
    ]
    .contains { name.contains($0) } || name.hasSuffix("_KEY")
  }

  /// `known`: secrets themselves, wherever they stand; those of fewer than eight characters are words as well.
  package static func masked(_ text: String, known: [String] = []) -> String {
    var text = text
    for secret in known.sorted(by: { $0.count > $1.count }) where secret.count >= 8 {
      text.replace(secret, with: mask)
    }
    text.replace(keyBlock) { _ in mask }
    text.replace(userInfo) { "\($0.1)\(mask)@" }
    text.replace(authorization) { "\($0.1)\(mask)" }
    text.replace(password) { "\($0.1)\(mask)" }
    text.replace(named) { isSecret($0.2) ? "\($0.1)\(mask)" : String($0.0) }
    text.replace(wellKnown) { _ in mask }
    text.replace(long) { hasAllSorts($0.0) ? mask : String($0.0) }
    return text
  }

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
