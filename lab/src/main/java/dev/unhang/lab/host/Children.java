package dev.unhang.lab.host;

import dev.unhang.lab.LabBroken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The processes that the lab has started and that outlive a call: QEMU, the far end of a load. All
/// are ended when the lab ends, also by Ctrl-C, each by its own process id.
public final class Children {

  private static final Queue<Process> STARTED = new ConcurrentLinkedQueue<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Children::endAll, "end children"));
  }

  private Children() {}

  /// Starts a process in the background, its output appended to a file.
  public static Process start(Path log, List<String> argv) {
    try {
      Process process =
          new ProcessBuilder(argv)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .start();
      STARTED.add(process);
      return process;
    } catch (IOException failed) {
      throw new LabBroken("cannot start " + argv.getFirst(), failed);
    }
  }

  /// Ends one of them.
  public static void end(Process process) {
    process.destroyForcibly();
    STARTED.remove(process);
  }

  private static void endAll() {
    STARTED.forEach(Process::destroyForcibly);
  }
}
