import Testing

/// What `remind add --at` makes of rules.
struct RemindRuleTests {
  @Test(arguments: [
    ("daily", "'daily' does not say at what time"),
    ("daily 9pm", "'9pm' in 'daily 9pm' is not a time"),
    ("2020-01-01 09:00", "'2020-01-01 09:00' never comes again"),
    ("FREQ=HOURLY 09:00", "strop does not keep FREQ=HOURLY: 'FREQ=HOURLY 09:00'"),
    ("FREQ=DAILY;INTERVAL=0 09:00", "INTERVAL=0 cannot be read in 'FREQ=DAILY;INTERVAL=0 09:00'"),
    ("DTSTART:20990101T090000Z FREQ=DAILY", "'DTSTART:20990101T090000Z FREQ=DAILY' names a zone"),
  ])
  func `a rule that will not do says why`(rule: String, sentence: String) throws {
    let refused = try StropHome().strop("remind", "add", "papers", "--at", rule)
    #expect(refused.status == 64)
    #expect(refused.output == "")
    #expect(refused.errors.hasPrefix("strop: " + sentence + "\nhint: "))
  }

  @Test func `rules are said in the user's language and kept in one form`() throws {
    let home = try StropHome()
    try home.strop("remind", "add", "papers", "--at", "每两周的周五 18:00")
    let english = try home.strop("remind", "list").output
    #expect(english.contains("every 2 weeks on Friday 18:00"))
    #expect(try home.strop("remind", "list", "--lang", "zh").output.contains("每两周的周五 18:00"))
    let json = try home.strop("remind", "list", "--json").output
    #expect(json.contains("\"rule\": \"every 2 weeks on fri 18:00 from 2026-11-27\""))
  }
}
