package import StropCore
import StropStore

extension Strop {
  /// Every setting, with what is set and what holds otherwise.
  ///
  /// - Throws: `Failure.unsafeSecrets`, `.fileUnreadable`.
  package func settingList() throws -> [ListedSetting] {
    let secrets = try secretFile.values()
    return SettingKey.all.map { listed($0, $0.isSecret ? secrets[$0] : settings[$0]) }
  }

  /// - Throws: `Failure.unknownSetting`; of a secret, `.unsafeSecrets`, `.fileUnreadable`.
  package func setting(_ name: String) throws -> ListedSetting {
    let key = try settingKey(name)
    return listed(key, key.isSecret ? try secretFile.values()[key] : settings[key])
  }

  /// Sets a setting; nil unsets it, a secret too. What is so already is left alone.
  ///
  /// - Throws: `Failure.unknownSetting`, `.badSetting`; `.secretOnCommandLine` for a secret's value.
  package func configure(_ name: String, _ value: String?) throws -> ListedSetting {
    let key = try settingKey(name)
    if key.isSecret {
      guard value == nil else { throw Failure.secretOnCommandLine(key: key.name) }
      return try keepSecret(key, nil)
    }
    let normalized = try value.map { text in
      guard let normalized = key.normalized(text.trimmed) else {
        throw Failure.badSetting(key: key.name, value: text, expected: key.example)
      }
      return normalized
    }
    if normalized != settings[key] {
      _ = try write { transaction in
        try transaction.append(
          [Setting.patch(device: transaction.device, key: key.name, value: normalized)],
          command: normalized == nil ? "config unset" : "config set")
      }
    }
    return listed(key, normalized)
  }

  /// The secret of this name.
  ///
  /// - Throws: `Failure.notSecret` for other settings, `.unknownSetting`.
  package func secretKey(_ name: String) throws -> SettingKey {
    let key = try settingKey(name)
    guard key.isSecret else { throw Failure.notSecret(key: key.name) }
    return key
  }

  /// Keeps a secret, or with nil forgets it.
  ///
  /// - Throws: `Failure.badSecret`, `.unsafeSecrets`, `.fileUnreadable`, `.fileUnwritable`.
  package func keepSecret(_ key: SettingKey, _ value: String?) throws -> ListedSetting {
    let normalized = try value.map { text in
      guard let normalized = key.normalized(text.trimmed) else {
        throw Failure.badSecret(key: key.name, expected: key.example)
      }
      return normalized
    }
    return try write { _ in
      if try secretFile.values()[key] != normalized { try secretFile.set(key, normalized) }
      return listed(key, try secretFile.values()[key])
    }
  }

  /// Where this database's secrets are.
  var secretFile: SecretFile { SecretFile(databasePath: store.path) }

  private func settingKey(_ name: String) throws -> SettingKey {
    guard let key = SettingKey(named: name) else {
      throw Failure.unknownSetting(name, known: SettingKey.all.map(\.name))
    }
    return key
  }

  private func listed(_ key: SettingKey, _ value: String?) -> ListedSetting {
    ListedSetting(
      key: key.name, value: key.isSecret ? value.map { _ in "set" } : value,
      standard: key.standard, meaning: key.meaning)
  }
}
