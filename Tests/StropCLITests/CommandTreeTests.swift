import Foundation
import Testing

struct CommandTreeTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let project = folder.deletingLastPathComponent().deletingLastPathComponent()

  @Test func `every command of the first release is there`() throws {
    let names = Set(try Command.tree("en").children.map(\.commandName))
    #expect(
      names.isSuperset(
        of: words(
          """
          today checkin log edit remove skip undo redo skill item report remind schedule prompt \
          config export import backup doctor sync
          """)))
  }

  @Test(arguments: ["en", "zh"])
  func `every command and argument is explained, in each language`(language: String) throws {
    for command in try Command.tree(language).all {
      let abstract = try #require(command.abstract, "\(command.name)")
      #expect((1...80).contains(abstract.count), "\(command.name): \(abstract)")
      let isLeaf = command.children.isEmpty
      #expect(!isLeaf || !command.examples.isEmpty, "\(command.name) has no example")
      #expect(command.discussion?.count ?? 0 < 400, "\(command.name)")
      let arguments = (command.arguments ?? []).filter(\.shouldDisplay)
      for argument in arguments {
        let name = "\(command.name) \(argument.valueName ?? "")"
        let abstract = try #require(argument.abstract, "\(name)")
        #expect((1...80).contains(abstract.count), "\(name): \(abstract)")
        let isLibrarys = ["help", "version"].contains(argument.valueName)
        #expect(language == "en" || isLibrarys || abstract.hasHan, "\(name): \(abstract)")
      }
      #expect(language == "en" || abstract.hasHan, "\(command.name): \(abstract)")
      #expect(language == "zh" || !abstract.hasHan, "\(command.name): \(abstract)")
    }
  }

  @Test func `both languages have the same commands and arguments`() throws {
    func shape(_ language: String) throws -> [String] {
      try Command.tree(language).all.map { command in
        command.name + " "
          + (command.arguments ?? []).map { $0.kind + ":" + ($0.valueName ?? "") }
          .joined(separator: " ")
      }
    }
    #expect(try shape("en") == shape("zh"))
  }

  @Test func `every command's example is one that the program can read`() throws {
    let home = try StropHome(.empty)
    for command in try Command.tree("en").all where command.children.isEmpty {
      let name = String(command.name.dropFirst("strop ".count))
      #expect(
        command.examples.allSatisfy { $0.contains("strop \(name)") },
        "the example of \(command.name) is of another command")
      let help = try home.start(["help"] + name.split(separator: " ").map(String.init)).end()
      #expect(help.status == 0)
      #expect(help.output.contains("USAGE: strop \(name)"), "\(help)")
    }
  }

  @Test func `every command has its places in the docs, which are as the program is`() throws {
    let page = try String(
      contentsOf: CommandTreeTests.project.appending(path: "docs/cli.md"), encoding: .utf8)
    let headings = Set(page.split(separator: "\n").filter { $0.hasPrefix("##") }.map(String.init))
    for command in try Command.tree("en").all.dropFirst() {
      let depth = (command.superCommands ?? []).count + 1
      #expect(headings.contains(String(repeating: "#", count: depth) + " " + command.name))
      for folder in ["man1", "zh_CN/man1"] {
        let page = "docs/man/\(folder)/\(command.words.joined(separator: "-")).1"
        let path = CommandTreeTests.project.appending(path: page).path
        #expect(FileManager.default.fileExists(atPath: path), "\(page)")
      }
    }
    let script = CommandTreeTests.project.appending(path: "scripts/docs").path
    let path = ProcessInfo.processInfo.environment["PATH"]
    let check = try StropHome(.empty).run(
      [script, "--check", try StropHome.binary.get()], with: ["PATH": path]
    ).end()
    #expect(check == .success(""), "run scripts/docs")
  }

  @Test func `every command has a test file of its own name`() throws {
    let files = Set(try FileManager.default.contentsOfDirectory(atPath: Self.folder.path))
    let names = ["checkin": "CheckIn"]
    for command in try Command.tree("en").children {
      let name = names[command.commandName] ?? command.commandName.capitalized
      #expect(files.contains("\(name)CommandTests.swift"))
    }
  }
}

extension String {
  fileprivate var hasHan: Bool {
    unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }
}
