package dev.unhang.linux;

import dev.unhang.linux.command.ProgramMissing;
import dev.unhang.linux.command.StartedProgram;
import dev.unhang.linux.kmsg.FollowKmsg;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.host.ByteSink;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.HostEvents;
import dev.unhang.model.host.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What this machine's kernel says from now on: from its own device, else, where only root may read
/// that, by the journal, else by dmesg.
///
/// Man: journalctl(1), "--follow"; dmesg(1), "--follow-new"
public final class LiveHostEvents implements HostEvents {
  private static final Path KMSG = Path.of("/dev/kmsg");
  private static final Path JOURNALD = Path.of("/run/systemd/journal");

  /// As long as somebody listens.
  private static final Duration WITHOUT_END = Duration.ofDays(36_500);

  private static final Command JOURNAL =
      new Command(
          List.of("journalctl", "--follow", "--lines=0", "--dmesg", "--quiet", "--output=json"),
          WITHOUT_END);

  private static final Command RING = new Command(List.of("dmesg", "--follow-new"), WITHOUT_END);

  @Override
  public Running followKernelLog(ByteSink out) {
    return FollowKmsg.start(KMSG, out).orElseGet(() -> byProgram(out));
  }

  private static Running byProgram(ByteSink out) {
    try {
      return StartedProgram.startWithDeadline(Files.isDirectory(JOURNALD) ? JOURNAL : RING, out);
    } catch (ProgramMissing missing) {
      throw new CannotRead(
          "follow the kernel log",
          "",
          missing.program() + ": " + missing.why(),
          "install it: without the log nobody can say that there was no hang");
    }
  }
}
