"""Headless Chromium, told what to do over a pair of pipes (the Chrome DevTools Protocol)."""

import base64
import json
import os
import subprocess
import tempfile


class Browser:
    """One page of one browser, which may ask nothing of any network."""

    def __init__(self):
        to_read, self.to_write = os.pipe()
        self.from_read, from_write = os.pipe()
        self.profile = tempfile.TemporaryDirectory(prefix="strop-browser-", ignore_cleanup_errors=True)

        # The program takes descriptor 3 for what it is told and 4 for what it tells.
        def place_descriptors():
            os.dup2(to_read, 13)
            os.dup2(from_write, 14)
            os.dup2(13, 3)
            os.dup2(14, 4)

        self.process = subprocess.Popen(
            ["chromium", "--headless=new", "--no-sandbox", "--remote-debugging-pipe", "--disable-gpu",
             "--disable-dev-shm-usage", "--no-first-run", "--hide-scrollbars", "--disable-extensions",
             "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND",
             "--user-data-dir=" + self.profile.name, "about:blank"],
            preexec_fn=place_descriptors, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(from_write)
        self.rest = b""
        self.number = 0
        self.events = []
        self.session = None
        page = next(target for target in self.tell("Target.getTargets")["targetInfos"] if target["type"] == "page")
        self.session = self.tell("Target.attachToTarget", targetId=page["targetId"], flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Log", "Network"]:
            self.tell(domain + ".enable")
        self.tell("Network.emulateNetworkConditions", offline=True, latency=0, downloadThroughput=0, uploadThroughput=0)

    def close(self):
        self.process.kill()
        self.process.wait()
        self.profile.cleanup()

    def _receive(self):
        while b"\0" not in self.rest:
            part = os.read(self.from_read, 1 << 20)
            if not part:
                raise RuntimeError("chromium ended")
            self.rest += part
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def tell(self, method, **parameters):
        """Does something, and gives what came of it; what happens meanwhile goes to `events`."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.to_write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def open(self, path, width, dark=False, media="screen", scale=1):
        """Opens a file in a window of so many CSS pixels, each `scale` of the picture's."""
        self.tell("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=scale, mobile=False)
        self.tell(
            "Emulation.setEmulatedMedia", media=media,
            features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        self.events = []
        self.tell("Page.navigate", url="file://" + os.path.abspath(path))
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self.events.append(self._receive())

    def evaluate(self, expression):
        result = self.tell("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(str(result["exceptionDetails"])[:2000])
        return result["result"].get("value")

    def screenshot(self, path, top=0, bottom=16000):
        """Of the page from one line of CSS pixels to another, however long, and as wide as the window."""
        size = self.tell("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": top, "width": size["width"], "height": min(size["height"], bottom) - top, "scale": 1}
        picture = self.tell("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
        with open(path, "wb") as file:
            file.write(base64.b64decode(picture["data"]))

    def pdf(self, path):
        """On A4."""
        pages = self.tell("Page.printToPDF", paperWidth=8.27, paperHeight=11.69, printBackground=True)
        with open(path, "wb") as file:
            file.write(base64.b64decode(pages["data"]))

    def requests(self):
        """What the page asked for since it was opened, but for itself."""
        urls = [event["params"]["request"]["url"] for event in self.events
                if event["method"] == "Network.requestWillBeSent"]
        return urls[1:]

    def complaints(self):
        """What stood in the console."""
        return [json.dumps(event["params"])[:500] for event in self.events
                if event["method"] in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")]
