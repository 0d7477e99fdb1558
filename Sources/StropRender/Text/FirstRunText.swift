package import StropCore

extension TextRenderer {
  /// What the first run made, and what to do with it.
  package func firstRun(_ firstRun: FirstRun) -> String {
    var screen = Screen()
    screen.add(prose(phrases.made(firstRun)))
    screen.add(
      prose(
        firstRun.zoneIsGeographic
          ? phrases.zoneInUse(firstRun.zone) : phrases.vagueZone(firstRun.zone)))
    if !firstRun.zoneIsGeographic {
      screen.add(commands([(phrases.setZone, "strop config set zone Asia/Shanghai")]))
    }
    screen.blank()
    screen.add(prose(phrases.yourFocus(firstRun)))
    screen.add(
      commands([
        (phrases.changeIt, "strop skill focus dpo"),
        ("", "strop skill shelve " + (firstRun.focus.last ?? "weekend").sanitized),
        (phrases.seeEverything, "strop skill list"),
        ("", "strop item list --route first-month"),
        (phrases.haveGPU, "strop config set hardware 1-gpu"),
        phrases.otherLanguage,
      ]))
    screen.blank()
    screen.add(prose(phrases.remindMe))
    let reminded = firstRun.focus.first ?? "papers"
    for command in [
      "strop remind add \(reminded) --at \"\(phrases.weekdayEvening)\"",
      "strop remind add --report --at \"\(phrases.mondayMorning)\"",
      "strop schedule install",
    ] {
      screen.add(.spaces(2) + .command(command))
    }
    return text(screen)
  }
}
