package import StropCore
import StropStore

extension Strop {
  /// Every setting, with what is set and what holds otherwise.
  package func settingList() -> [ListedSetting] {
    SettingKey.allCases.map(listed)
  }

  /// - Throws: `Failure.unknownSetting`.
  package func setting(_ name: String) throws -> ListedSetting {
    listed(try settingKey(name))
  }

  /// Sets a setting; nil unsets it. What is so already is left alone.
  ///
  /// - Throws: `Failure.unknownSetting`, `.badSetting`.
  package func configure(_ name: String, _ value: String?) throws -> ListedSetting {
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

  private func settingKey(_ name: String) throws -> SettingKey {
    guard let key = SettingKey(rawValue: name.foldedName) else {
      throw Failure.unknownSetting(name, known: SettingKey.allCases.map(\.rawValue))
    }
    return key
  }

  private func listed(_ key: SettingKey) -> ListedSetting { listed(key, value: settings[key]) }

  private func listed(_ key: SettingKey, value: String?) -> ListedSetting {
    ListedSetting(
      key: key.rawValue, value: value, standard: key.standard, meaning: key.meaning)
  }
}
