package import StropCore
import StropStore

extension Strop {
  /// Every setting, with what is set and what holds otherwise.
  ///
  /// - Throws: `Failure.unsafeSecrets`, `.fileUnreadable`.
  package func settingList() throws -> [ListedSetting] {
    let secrets = try secretFile.values()
    return SettingKey.allCases.map(listed) + SecretKey.allCases.map { listed($0, secrets) }
  }

  /// - Throws: `Failure.unknownSetting`; of a secret, `.unsafeSecrets`, `.fileUnreadable`.
  package func setting(_ name: String) throws -> ListedSetting {
    if let secret = SecretKey(rawValue: name.foldedName) {
      return listed(secret, try secretFile.values())
    }
    return listed(try settingKey(name))
  }

  /// Sets a setting; nil unsets it, a secret too. What is so already is left alone.
  ///
  /// - Throws: `Failure.unknownSetting`, `.badSetting`; `.secretOnCommandLine` for a secret's value.
  package func configure(_ name: String, _ value: String?) throws -> ListedSetting {
    if let secret = SecretKey(rawValue: name.foldedName) {
      guard value == nil else { throw Failure.secretOnCommandLine(key: secret.rawValue) }
      return try keepSecret(secret, nil)
    }
    let key = try settingKey(name)
    let normalized = try value.map { text in
      guard let normalized = key.normalized(text.trimmed) else {
        throw Failure.badSetting(key: key.rawValue, value: text, expected: key.expected)
      }
      return normalized
    }
    if normalized != settings[key] {
      _ = try write { transaction in
        try transaction.append(
          [Setting.patch(device: transaction.device, key: key.rawValue, value: normalized)],
          command: normalized == nil ? "config unset" : "config set")
      }
    }
    return listed(key, value: normalized)
  }

  /// The secret of this name.
  ///
  /// - Throws: `Failure.notSecret` for other settings, `.unknownSetting`.
  package func secretKey(_ name: String) throws -> SecretKey {
    if let secret = SecretKey(rawValue: name.foldedName) { return secret }
    throw Failure.notSecret(key: try settingKey(name).rawValue)
  }

  /// Keeps a secret, or with nil forgets it.
  ///
  /// - Throws: `Failure.badSecret`, `.unsafeSecrets`, `.fileUnreadable`, `.fileUnwritable`.
  package func keepSecret(_ key: SecretKey, _ value: String?) throws -> ListedSetting {
    let normalized = try value.map { text in
      guard let normalized = key.normalized(text.trimmed) else {
        throw Failure.badSecret(key: key.rawValue, expected: key.expected)
      }
      return normalized
    }
    return try write { _ in
      if try secretFile.values()[key] != normalized { try secretFile.set(key, normalized) }
      return listed(key, try secretFile.values())
    }
  }

  /// Where this database's secrets are.
  var secretFile: SecretFile { SecretFile(databasePath: store.path) }

  private func listed(_ key: SecretKey, _ values: [SecretKey: String]) -> ListedSetting {
    ListedSetting(
      key: key.rawValue, value: values[key] == nil ? nil : "set", standard: nil,
      meaning: key.meaning)
  }

  private func settingKey(_ name: String) throws -> SettingKey {
    guard let key = SettingKey(rawValue: name.foldedName) else {
      throw Failure.unknownSetting(
        name,
        known: SettingKey.allCases.map(\.rawValue) + SecretKey.allCases.map(\.rawValue))
    }
    return key
  }

  private func listed(_ key: SettingKey) -> ListedSetting { listed(key, value: settings[key]) }

  private func listed(_ key: SettingKey, value: String?) -> ListedSetting {
    ListedSetting(
      key: key.rawValue, value: value, standard: key.standard, meaning: key.meaning)
  }
}
