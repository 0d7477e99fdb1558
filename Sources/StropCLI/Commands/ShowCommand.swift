import ArgumentParser
import StropApp
import StropRender

struct ShowCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "show", Help.text("Any record by its id, whole", "按编号查看一条记录的全部内容"),
      about: Help.text(
        "A check-in, a skip, a reminder, evidence, or what a logbook holds, removed and undone ones too: "
          + "its text, its evidence, and when and where it was written, edited, undone.",
        "打卡、请假、提醒、证据、日志簿里的记录都可以，删除和撤销的也能看：全文、证据，以及何时在哪台机器上写入、修改、撤销。"),
      examples: ["strop show 7k3f"])
  }

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: help("its id, or enough of it to be unique", "编号，写出能区分的前几位即可"),
    completion: .records)
  var id: String

  func run() async throws {
    try await options.perform(.existing) { context in
      let card = try context.strop.record(id)
      try context.print({ $0.record(card) }, json: { $0.record(card) })
    }
  }
}
