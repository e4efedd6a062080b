package dev.unhang.linux;

import dev.unhang.linux.command.ProgramMissing;
import dev.unhang.linux.command.StartedProgram;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.host.ByteSink;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.HostEvents;
import dev.unhang.model.host.Running;
import java.time.Duration;
import java.util.List;

/// What this machine's kernel says from now on, by the journal.
///
/// Man: journalctl(1), "--follow"
public final class LiveHostEvents implements HostEvents {
  @Override
  public Running followKernelLog(ByteSink out) {
    Command command =
        new Command(
            List.of("journalctl", "--follow", "--lines=0", "--dmesg", "--quiet", "--output=json"),
            Duration.ofDays(1));
    try {
      return StartedProgram.start(command, out);
    } catch (ProgramMissing missing) {
      throw new CannotRead(
          "follow the kernel log", "", "there is no journalctl", "this needs a systemd journal");
    }
  }
}
