/// What can go wrong with settings alone.
package enum SettingFailure: Sendable {
  case unknown(String, known: [String])
  case badValue(key: String, value: String, expected: String)
  /// A secret's value has another form; the value itself is never shown.
  case badSecret(key: String, expected: String)
  /// A secret among the arguments: the shell's history and `ps` show those.
  case secretOnCommandLine(key: String)
  /// `--secret` for a setting that is none.
  case notSecret(key: String)
  case lacksValue(key: String)
  /// The file of secrets is not this user's alone.
  case unsafeSecrets(path: String, UnsafeSecrets)
}
