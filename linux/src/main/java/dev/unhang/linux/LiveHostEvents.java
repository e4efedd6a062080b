package dev.unhang.linux;

import dev.unhang.linux.command.ProgramMissing;
import dev.unhang.linux.command.StartedProgram;
import dev.unhang.linux.kmsg.FollowKmsg;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.host.ByteSink;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.Running;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What this machine's kernel says from now on, by the ways that the kernel itself offers.
///
/// Man: dmesg(1), "--follow-new"
public final class LiveHostEvents {
  /// As long as there is a listener.
  private static final Duration WITHOUT_END = Duration.ofDays(36_500);

  private static final Command RING = new Command(List.of("dmesg", "--follow-new"), WITHOUT_END);

  private final Path device;

  /// @param device `/dev/kmsg`
  public LiveHostEvents(Path device) {
    this.device = device;
  }

  /// By the kernel's own device, a whole record at a time.
  ///
  /// @return empty where it may not be read
  public Optional<Running> byDevice(ByteSink out) {
    return FollowKmsg.start(device, out);
  }

  /// As dmesg prints it.
  public Running byDmesg(ByteSink out) {
    try {
      return StartedProgram.startWithDeadline(RING, out);
    } catch (ProgramMissing missing) {
      throw new CannotRead(
          "follow the kernel log",
          "",
          missing.program() + ": " + missing.why(),
          "install it: without the log unhang can't say that there was no hang");
    }
  }
}
