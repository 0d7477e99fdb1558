import StropCore

extension PhraseBook {
  var noCopies: String { say("There are no copies yet.", "还没有备份。") }
  var makeOne: String { say("make one:", "备份：") }
  var bringOneBack: String { say("bring one back:", "恢复其中一份：") }
  var goOn: String { say("go on:", "继续：") }
  var unreadable: String { say("cannot be read", "读不了") }

  package func entries(_ count: Int) -> String {
    say(counted(count, "entry", "entries"), "\(count) 条记录")
  }

  func lastCheckIn(_ day: Day?, today: Day) -> String {
    guard let day else { return say("no check-in", "没有打卡") }
    return say("last check-in ", "最后打卡 ") + shortDay(day, today: today)
  }

  func restored(_ name: String) -> String { say("restored \(name)", "已恢复 \(name)") }
  var replacedIsKept: String { say("what was here is kept:", "原来的还在：") }
}
