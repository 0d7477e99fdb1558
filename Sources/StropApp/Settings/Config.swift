package import StropCore
import StropStore

extension Strop {
  /// Every setting, with what is set and what holds otherwise.
  ///
  /// - Throws: `SettingFailure.unsafeSecrets`, `.fileUnreadable`.
  package func settingList() throws -> [ListedSetting] {
    let secrets = try secretFile.values()
    return SettingKey.all.map { listed($0, settings[$0], secret: secrets[$0]) }
  }

  /// - Throws: `SettingFailure.unknown`; of a secret, `.unsafeSecrets`, `.fileUnreadable`.
  package func setting(_ name: String) throws -> ListedSetting {
    let key = try settingKey(name)
    let secret = key.mayBeSecret ? try secretFile.values()[key] : nil
    return listed(key, settings[key], secret: secret)
  }

  /// What is set for a channel: a secret first, else what the journal has.
  ///
  /// - Throws: `SettingFailure.unsafeSecrets`, `.fileUnreadable`.
  func channelSetting(_ key: SettingKey) throws -> String? {
    try secretFile.values()[key] ?? settings[key]
  }

  /// Sets a setting; nil unsets it, a secret too. What is so already is left alone.
  ///
  /// - Throws: `SettingFailure.unknown`, `.badSetting`; `.secretOnCommandLine` for a secret's value.
  package func configure(_ name: String, _ value: String?) throws -> ListedSetting {
    let key = try settingKey(name)
    if key.isSecret {
      guard value == nil else { throw Failure.setting(.secretOnCommandLine(key: key.name)) }
      return try keepSecret(key, nil)
    }
    let normalized = try value.map { text in
      guard let normalized = key.normalized(text.trimmed) else {
        throw Failure.setting(.badValue(key: key.name, value: text, expected: key.example))
      }
      return normalized
    }
    if key.mayBeSecret { _ = try keepSecret(key, nil) }
    if normalized != settings[key] {
      _ = try write { transaction in
        var patches = [Setting.patch(device: transaction.device, key: key.name, value: normalized)]
        if let former = key.formerName, settings.values[former] != nil {
          patches.append(Setting.patch(device: transaction.device, key: former, value: nil))
        }
        try transaction.append(
          patches, command: normalized == nil ? "config unset" : "config set")
      }
    }
    return listed(key, normalized, secret: nil)
  }

  /// The secret of this name.
  ///
  /// - Throws: `SettingFailure.notSecret` for other settings, `.unknownSetting`.
  package func secretKey(_ name: String) throws -> SettingKey {
    let key = try settingKey(name)
    guard key.mayBeSecret else { throw Failure.setting(.notSecret(key: key.name)) }
    return key
  }

  /// Keeps a secret, or with nil forgets it.
  ///
  /// - Throws: `SettingFailure.badSecret`, `.unsafeSecrets`, `.fileUnreadable`, `.fileUnwritable`.
  package func keepSecret(_ key: SettingKey, _ value: String?) throws -> ListedSetting {
    let normalized = try value.map { text in
      guard let normalized = key.normalized(text.trimmed) else {
        throw Failure.setting(.badSecret(key: key.name, expected: key.example))
      }
      return normalized
    }
    return try write { _ in
      if try secretFile.values()[key] != normalized { try secretFile.set(key, normalized) }
      return listed(key, settings[key], secret: try secretFile.values()[key])
    }
  }

  /// Where this database's secrets are.
  var secretFile: SecretFile { SecretFile(databasePath: store.path) }

  private func settingKey(_ name: String) throws -> SettingKey {
    guard let key = SettingKey(named: name) else {
      throw Failure.setting(.unknown(name, known: SettingKey.all.map(\.name)))
    }
    return key
  }

  private func listed(_ key: SettingKey, _ value: String?, secret: String?) -> ListedSetting {
    ListedSetting(
      key: key.name, value: secret.map { _ in "set" } ?? (key.isSecret ? nil : value),
      standard: key.standard, meaning: key.meaning)
  }
}
