import StropApp
import StropCore
import StropRender

// What the user is told where a page could not be opened.
extension ErrorMessage {
  /// `page`: its path, as shown.
  init(_ problem: OpeningProblem, page: String, code: Int32, _ language: Language) {
    let say = PhraseBook(language: language).say
    switch problem {
    case .noDesktop:
      self.init(
        code, language,
        say(
          "there is no desktop here to open it on: the page is \(page)", "这里没有桌面，打不开网页：文件在 \(page)"),
        say("on your own machine: scp THIS-HOST:\(page) .", "在自己的电脑上：scp 这台机器:\(page) ."))
    case .noOpener:
      self.init(
        code, language,
        say("xdg-open is not installed: the page is \(page)", "没有安装 xdg-open：文件在 \(page)"),
        "sudo apt install xdg-utils")
    case .failed(let status):
      self.init(
        code, language,
        say(
          "xdg-open could not open it (exit \(status)): the page is \(page)",
          "xdg-open 没能打开（退出码 \(status)）：文件在 \(page)"),
        say("open it by hand, or name a browser: BROWSER=firefox", "可以手动打开，或指定浏览器：BROWSER=firefox"))
    }
  }
}
