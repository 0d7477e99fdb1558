import Foundation
import Glibc
import Testing

/// The line that `schedule install` writes, run by Debian's own cron.
struct CronDaemonTests {
  /// A sandbox of mounts of its own, which only root can make, in which the daemon finds nothing but the
  /// crontab that is written there.
  private static let script = """
    set -e
    strop=$1
    mount -t tmpfs -o mode=755 none /var/spool/cron
    mkdir -m 1730 /var/spool/cron/crontabs
    chgrp crontab /var/spool/cron/crontabs
    mount -t tmpfs none /run
    mount -t tmpfs none /etc/cron.d
    mount --bind /dev/null /etc/crontab
    STROP_NOW=$(date -u -d '-10 minutes' +%FT%TZ)
    export STROP_NOW
    "$strop" config set zone UTC
    "$strop" config set language zh
    "$strop" config set command.path "$HOME/tell"
    "$strop" remind add --text 'cron 到了 ☃' --via command --at "daily $(date -u -d '-5 minutes' +%H:%M)"
    unset STROP_NOW
    "$strop" schedule install
    crontab -l | sed -E 's/^[0-9,]+ \\* /* * /' | crontab -
    # A minute of its clock is a second: cron looks at it once a minute. What it starts has the real one.
    faketime -f '+0 x60' cron -f -L 0 &
    for second in $(seq 50); do [ -e "$HOME/told" ] && break; sleep 1; done
    kill "$(cat /run/crond.pid)"
    "$strop" schedule status
    """

  private static let canBeTried =
    getuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/sbin/cron")
    && FileManager.default.isExecutableFile(atPath: "/usr/bin/unshare")
    && FileManager.default.isExecutableFile(atPath: "/usr/bin/faketime") && SmallDisk.canBeMade

  @Test(.enabled(if: canBeTried))
  func `cron runs the installed line, and the message arrives`() throws {
    let home = try StropHome(.empty)
    try home.writeProgram(
      "#!/bin/sh\ncat >'\(home.path("new"))'; mv '\(home.path("new"))' '\(home.path("told"))'\n",
      to: "tell")
    let outcome = try home.run(
      [
        "/usr/bin/unshare", "-m", "/bin/bash", "-c", CronDaemonTests.script, "bash",
        try StropHome.binary.get(),
      ], with: ["STROP_NOW": nil, "TZ": nil, "PATH": "/usr/sbin:/usr/bin:/bin"]
    ).end()
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.output.contains("上次触发："), "\(outcome)")
    let told = try Data(contentsOf: URL(fileURLWithPath: home.path("told")))
    let message = try #require(try JSONSerialization.jsonObject(with: told) as? [String: Any])
    #expect((message["body"] as? String)?.hasPrefix("cron 到了 ☃\n") == true)
  }
}
