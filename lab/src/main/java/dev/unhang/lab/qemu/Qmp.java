package dev.unhang.lab.qemu;

import dev.unhang.lab.LabBroken;
import dev.unhang.lab.host.Json;
import dev.unhang.lab.host.SocketLines;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// QEMU's monitor: the power button, the power cord, the network cable, the switch port behind it.
///
/// Doc: qemu docs/interop/qmp-spec.txt; events that come between are only logged
final class Qmp implements AutoCloseable {

  private static final Duration BOUND = Duration.ofSeconds(20);

  private final SocketLines lines;

  private Qmp(SocketLines lines) {
    this.lines = lines;
  }

  /// Connects, and leaves the mode of negotiation.
  static Qmp connect(Path socket, Path log) {
    Qmp qmp = new Qmp(SocketLines.connect(socket, log));
    Json greeting = qmp.next("its greeting");
    if (!greeting.has("QMP")) {
      throw new LabBroken("QEMU's monitor greeted with " + greeting, "see qmp.log");
    }
    qmp.execute("qmp_capabilities");
    return qmp;
  }

  /// Gives one command without arguments, and waits for its answer.
  void execute(String command) {
    execute(command, Map.of());
  }

  /// Gives one command, and waits for its answer.
  void execute(String command, Map<String, Object> arguments) {
    lines.send(Json.command(command, arguments));
    Json answer = next(command);
    while (answer.has("event")) {
      answer = next(command);
    }
    if (!answer.has("return")) {
      throw new LabBroken("QEMU refused " + command + ": " + answer, "see qmp.log");
    }
  }

  private Json next(String what) {
    return lines
        .next(BOUND)
        .map(Json::parse)
        .orElseThrow(() ->
            new LabBroken(
                "no answer from QEMU's monitor to " + what + " in " + BOUND.toSeconds() + " s",
                "see qmp.log and qemu.log"));
  }

  @Override
  public void close() {
    lines.close();
  }
}
