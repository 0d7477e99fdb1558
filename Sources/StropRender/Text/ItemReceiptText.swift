package import StropCore

extension TextRenderer {
  /// What `start`, `done`, `reopen`, `drop` and `add` leave behind.
  package func itemReceipt(_ receipt: Receipt<ChangedItem>) -> String {
    let listed = receipt.shown.listed
    let slug = listed.item.slug.sanitized
    var screen = Screen()
    let head = Line(phrases.itemAction(receipt) + phrases.colon + listed.item.slug)
    if receipt.action == .removed {
      screen.add(head)
      screen.add(suggestion(phrases.bringBack, ["strop undo"], indent: 0))
      return text(screen)
    }
    switch listed.state {
    case .done:
      let level = Line(phrases.level(listed.level), listed.level == .verified ? .good : .quiet)
      screen.add(ends(head, level))
      addProof(of: receipt.shown, to: &screen)
      addNext(receipt.shown.next, to: &screen)
    case .todo where receipt.action != .added:
      screen.add(head)
      screen.add(suggestion(phrases.undoIt, ["strop undo"], indent: 0))
    case .doing, .todo:
      let effort = phrases.effort(hours: listed.item.hours, hardware: listed.item.hardware)
      screen.add(ends(head, Line(effort, .quiet)))
      screen.add(
        labelled([Labelled(phrases.doneWhenLabel, listed.item.doneWhen[language])]))
      addPrediction(of: listed, to: &screen)
      if !listed.openPrerequisites.isEmpty {
        screen.add(
          prose(phrases.comesFirst(listed.openPrerequisites), indent: 2, tone: .quiet))
      }
      let next =
        receipt.action == .added
        ? (phrases.startIt, "strop item start " + slug)
        : (phrases.recordIt, "strop checkin -i " + slug + " -m 30")
      screen.add(suggestion(next.0, [next.1], indent: 0))
    case .dropped:
      screen.add(head)
      screen.add(suggestion(phrases.bringBack, ["strop item reopen " + slug], indent: 0))
    }
    return text(screen)
  }

  /// What `check` leaves behind.
  package func itemCheck(_ checked: CheckedItem) -> String {
    let (listed, item) = (checked.listed, checked.listed.item)
    let hasPassed = checked.result == .passed
    var screen = Screen()
    let level = Line(phrases.level(listed.level), listed.level == .verified ? .good : .quiet)
    let state = listed.state == .done ? level : Line(phrases.state(listed.state), .bad)
    screen.add(ends(Line(item.slug), state))
    screen.add(
      prose(phrases.checked(checked), indent: 2, tone: hasPassed ? .good : .bad))
    screen.add(
      prose(
        phrases.ranAs(checked.run) + phrases.comma + phrases.outcome(checked.run), indent: 2,
        tone: .quiet))
    addPrediction(of: listed, to: &screen)
    if hasPassed {
      addNext(checked.next, to: &screen)
    } else {
      screen.add(suggestion(phrases.checkAgain, [checkCommand(item)], indent: 0))
    }
    return text(screen)
  }

  /// What to type to check an item by running something.
  func checkCommand(_ item: Item) -> String {
    "strop item check " + item.slug.sanitized
      + (item.expect == nil ? " -- pytest …" : " -- python check.py")
  }

  /// What stands before the question for a prediction.
  package func predictionIntroduction(_ item: Item) -> String {
    var screen = Screen()
    screen.add(prose(item.title[language]))
    screen.add(labelled([Labelled(phrases.doneWhenLabel, item.doneWhen[language])]))
    return text(screen)
  }

  /// Behind which the answer is typed.
  package var predictionQuestion: String { phrases.predictionQuestion }

  private func addProof(of changed: ChangedItem, to screen: inout Screen) {
    let listed = changed.listed
    let command = "strop item done " + listed.item.slug.sanitized
    if let value = changed.compared {
      switch listed.progress?.match {
      case true:
        screen.add(
          prose(
            phrases.matched(value, isBacked: listed.level == .verified), indent: 2, tone: .good))
      case false:
        let verified = changed.previous?.match == true ? changed.previous?.value : nil
        screen.add(prose(phrases.mismatched(value, verified: verified), indent: 2, tone: .bad))
      case nil: screen.add(prose(phrases.valueLabel + phrases.colon + value, indent: 2))
      }
    }
    for evidence in listed.evidence { screen.add(self.evidence(evidence)) }
    addPrediction(of: listed, to: &screen)
    if listed.progress?.unaided == true {
      screen.add(prose(phrases.unaidedByWord, indent: 2, tone: .quiet))
    } else if listed.item.unaided {
      screen.add(suggestion(phrases.sayUnaided, [command + " --unaided"], indent: 0))
    }
    if listed.level == .claimed {
      screen.add(suggestion(phrases.attachProof, [command + " -e …", command], indent: 0))
    }
  }

  private func addPrediction(of listed: ListedItem, to screen: inout Screen) {
    if let prediction = listed.progress?.prediction {
      screen.add(
        prose(
          phrases.predictionLabel + phrases.colon
            + phrases.prediction(prediction, of: listed.state),
          indent: 2, tone: prediction.isLate ? .bad : .quiet))
    } else if listed.item.predictFirst {
      let isDone = listed.state == .done
      screen.add(
        prose(
          isDone
            ? phrases.noPrediction : phrases.predictNow(listed.item.slug.sanitized),
          indent: 2, tone: isDone ? .bad : .quiet))
    }
  }

  private func addNext(_ next: NextItem?, to screen: inout Screen) {
    guard let next else { return }
    let effort = phrases.effort(hours: next.hours, hardware: next.hardware)
    screen.add(
      Line(phrases.nextOne, .quiet) + Line(phrases.gap) + Line(phrases.name(next)) + "   "
        + Line(effort, .quiet))
  }
}
