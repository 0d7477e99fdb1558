import StropCore
import StropStore
import Testing

struct DeviceTests {
  private func device(of store: TestStore, machine: String?) throws -> String {
    try store.write(machine: machine) { $0.device }
  }

  @Test func `the first write makes a device, later ones keep it`() throws {
    let store = try TestStore()
    #expect(try store.read { try $0.device(on: "laptop") } == nil)
    let device = try device(of: store, machine: "laptop")
    #expect(Identifier.normalized(device) == device)
    #expect(try store.read { try $0.device(on: "laptop") } == device)
    #expect(try self.device(of: store, machine: "laptop") == device)
    #expect(try store.read { try $0.journalCount() } == 0)
  }

  @Test func `a machine that cannot be told keeps the device`() throws {
    let store = try TestStore()
    let device = try device(of: store, machine: "laptop")
    #expect(try self.device(of: store, machine: nil) == device)
    #expect(try self.device(of: store, machine: "laptop") == device)
  }

  @Test func `a changed machine makes a new device and keeps the settings`() throws {
    let store = try TestStore()
    let old = try device(of: store, machine: "laptop")
    try store.append(
      [
        Setting.patch(device: old, key: "zone", value: "Asia/Shanghai"),
        Setting.patch(device: old, key: "day-start", value: "05:00"),
        Setting.patch(device: old, key: "language", value: "zh"),
      ],
      command: "config"
    )
    try store.append([Setting.patch(device: old, key: "language", value: nil)], command: "config")
    let new = try device(of: store, machine: "gpu-box")
    #expect(new != old)
    let settings = ["zone": "Asia/Shanghai", "day-start": "05:00"]
    #expect(try store.read { try $0.settings(device: new) } == settings)
    #expect(try store.read { try $0.settings(device: old) } == settings)
    #expect(try device(of: store, machine: "gpu-box") == new)
  }

  @Test func `a new device counts from 1 and undoes only its own work`() throws {
    let store = try TestStore()
    try store.append([CheckIn.sample("aaaaaaaaaa").creation])
    let undone = try store.write(machine: "gpu-box") { transaction in
      try transaction.append([CheckIn.sample("bbbbbbbbbb").creation], command: "checkin")
      return try transaction.reader.newestBatch(of: transaction.device)?.id
    }
    let last = try #require(try store.lines().last)
    #expect(last.sequence == 2)
    #expect(last.batch == undone)
    #expect(Set(try store.lines().map(\.device)).count == 2)
  }

  @Test func `on a network home, two machines take turns and each stays itself`() throws {
    let store = try TestStore()
    let laptop = try device(of: store, machine: "laptop")
    try store.append([CheckIn.sample("aaaaaaaaaa").creation])
    let box = try device(of: store, machine: "gpu-box")
    #expect(box != laptop)
    #expect(try device(of: store, machine: "laptop") == laptop)
    #expect(try device(of: store, machine: "gpu-box") == box)
    #expect(try store.read { try $0.device(on: "laptop") } == laptop)
    #expect(try store.read { try $0.device(on: "another") } == nil)
    #expect(try store.read { try $0.settingsDevice(on: "another") } == box)
    #expect(try store.undo())
  }

  @Test func `a machine that could not be told keeps its device once it can`() throws {
    let store = try TestStore()
    let device = try device(of: store, machine: nil)
    #expect(try self.device(of: store, machine: "laptop") == device)
    #expect(try self.device(of: store, machine: "gpu-box") != device)
  }

  @Test func `a copy of the backup has no device, so that two never write as one`() throws {
    let store = try TestStore()
    let device = try device(of: store, machine: "laptop")
    try store.append([Setting.patch(device: device, key: "zone", value: "UTC")], command: "config")
    let path = store.directory.path + "/backup.db"
    try store.store.backUp(to: path)
    let copy = try Store.open(path, create: false)
    #expect(try copy.read { try $0.local("device@laptop") } == nil)
    let new = try copy.write(as: store.author()) { $0.device }
    #expect(new != device)
    #expect(try copy.read { try $0.settings(device: new) } == ["zone": "UTC"])
    #expect(try store.read { try $0.device(on: "laptop") } == device)
  }

  @Test(arguments: ["laptop", "gpu-box"])
  func `a restored backup rings only where its reminders rang before`(machine: String) throws {
    let store = try TestStore()
    let device = try device(of: store, machine: "laptop")
    let reminder = Reminder(
      id: "aaaaaaaaaa", topic: .report, rule: try #require(Rule("mon 09:00")),
      channels: [.stdout], device: device,
      since: try #require(CivilDateTime("2026-11-23T09:00")))
    try store.append([.create(reminder.subject, reminder.fields)], command: "remind add")
    let path = store.directory.path + "/backup.db"
    try store.store.backUp(to: path)
    let copy = try Store.open(path, create: false)
    let new = try copy.write(as: store.author(machine: machine)) { $0.device }
    let owner = try copy.read { try $0.one(.reminder, "aaaaaaaaaa")?.device }
    #expect(owner == (machine == "laptop" ? new : device))
  }

  @Test func `the day of the first run is the earliest of all devices`() throws {
    let store = try TestStore()
    #expect(try store.read { try $0.start() } == nil)
    for (device, at, iso) in [
      ("aaaaaaaaaa", "2026-11-23T12:00:00Z", "2026-11-23"),
      ("bbbbbbbbbb", "2026-11-20T12:00:00Z", "2026-11-20"),
      ("cccccccccc", "2026-11-25T12:00:00Z", "2026-11-25"),
    ] {
      let moment = Moment(
        at: try #require(Instant(rfc3339: at)),
        zone: "UTC",
        day: try #require(Day(iso: iso))
      )
      try store.append([Start(device: device, moment: moment).creation], command: nil)
    }
    #expect(try store.read { try $0.start()?.iso } == "2026-11-20")
  }
}
