import StropApp
import StropCore

/// The exit codes of sysexits.h that strop uses, and which failure ends with which.
enum ExitCodes {
  static let couldNot: Int32 = 1
  static let usage: Int32 = 64
  static let malformedData: Int32 = 65
  static let unavailable: Int32 = 69
  static let inputOutput: Int32 = 74
  static let tryAgain: Int32 = 75
  static let settings: Int32 = 78
}

extension Failure {
  var exitCode: Int32 {
    switch self {
    case .ownExists, .itemIsDone, .predictionStands, .wrongAnswer, .sameReminder, .sameSkip,
      .overlappingSkip, .itemIsOpen, .isSo, .nothingToUndo, .importStands, .notOwn, .wasPractised,
      .nothingToRedo, .removedOtherwise,
      .endOfInput, .restoreLoses:
      ExitCodes.couldNot
    case .badZone, .channelNotReady, .variableNotText: ExitCodes.settings
    case .badImport, .badPack, .table: ExitCodes.malformedData
    case .fileUnreadable, .fileUnwritable, .danglingLink, .vanished: ExitCodes.inputOutput
    case .busy, .programNotRun, .pageNotOpened: ExitCodes.unavailable
    case .store(let error, _, _), .notBackedUp(let error, _): error.exitCode
    case .schedule(let failure): failure.exitCode
    case .logbook(let failure): failure.exitCode
    case .run(let failure): failure.exitCode
    case .setting(let failure): failure.exitCode
    case .sync(let failure): failure.exitCode
    case .deliveryFailed(_, let isOver): isOver ? ExitCodes.unavailable : ExitCodes.tryAgain
    // What was typed.
    default: ExitCodes.usage
    }
  }
}

extension StoreError {
  var exitCode: Int32 {
    switch self {
    case .busy: ExitCodes.unavailable
    case .exists: ExitCodes.couldNot
    case .clockAhead: ExitCodes.settings
    case .full, .readOnly, .othersFile, .missing, .unreadable, .foreign, .damaged, .newer, .other:
      ExitCodes.inputOutput
    }
  }
}

extension SettingFailure {
  var exitCode: Int32 {
    switch self {
    case .unsafeSecrets: ExitCodes.settings
    case .unknown, .badValue, .badSecret, .secretOnCommandLine, .notSecret, .lacksValue:
      ExitCodes.usage
    }
  }
}

extension LogbookFailure {
  var exitCode: Int32 {
    switch self {
    case .noEntries: ExitCodes.malformedData
    case .paperExists, .judgementIsSo, .judgementWithdrawn, .bugIsClosed, .reproductionExists,
      .reproductionEnded, .experimentEnded, .noResult:
      ExitCodes.couldNot
    case .unknownPaper, .titleMissing, .badPass, .badProbability, .judgedTooLate, .unknownEntry,
      .ambiguousEntry, .badSource, .badClaim, .badTolerance, .unpairedClaims,
      .metricMissing, .unknownMetric, .experimentLacks, .badHours:
      ExitCodes.usage
    }
  }
}

extension RunFailure {
  /// Those of a shell.
  var exitCode: Int32 {
    switch self {
    case .commandMissing, .notPlanned, .notChecked: ExitCodes.usage
    case .noResources: ExitCodes.unavailable
    case .noCommand: 127
    case .notStarted: 126
    }
  }
}

extension ScheduleFailure {
  var exitCode: Int32 {
    switch self {
    case .noCrontab, .noSystemd, .refused, .locked: ExitCodes.unavailable
    case .newlineInPath, .unusableName, .lineTooLong: ExitCodes.usage
    case .foreignUnit, .unpairedMark, .duplicateBlocks, .notUTF8, .notReadable, .notWritten:
      ExitCodes.couldNot
    }
  }
}

extension SyncFailure {
  var exitCode: Int32 {
    switch self {
    case .notSetUp, .otherRemote: ExitCodes.couldNot
    case .badRemote: ExitCodes.usage
    case .noGit, .locked, .unreachable, .notSent, .outrun: ExitCodes.unavailable
    case .otherContents, .emptied, .foreignFile, .badFile: ExitCodes.malformedData
    case .cloneUnusable: ExitCodes.inputOutput
    }
  }
}
