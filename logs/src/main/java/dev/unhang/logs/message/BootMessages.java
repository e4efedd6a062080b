package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.log.KernelEvent;
import java.util.List;
import java.util.Optional;

/// How a boot begins and how it ends cleanly. Only the words of those who may say so count: the
/// kernel's banner, systemd's own shutdown messages.
///
/// Kernel: init/version.c, linux_banner. systemd: src/shutdown/shutdown.c, main();
/// src/journal/journald-server.c, dispatch_sigterm()
public final class BootMessages implements MessageFamily {
  /// Whether a record is the first that a kernel prints.
  public static boolean isBanner(LogRecord record) {
    return record.isKernels() && record.lines().getFirst().startsWith("Linux version ");
  }

  @Override
  public List<String> words() {
    return List.of("Linux version ", "systemd-shutdow", "Shutdown", "Shutting down.", "reboot: ");
  }

  @Override
  public Optional<KernelEvent> read(LogRecord record, String line) {
    String writer = record.identifier().orElse("");
    if (record.isKernels() && line.startsWith("Linux version ")) {
      return Optional.of(
          new KernelEvent.BootBegins(record.boot(), record.at(), record.place(), line.strip()));
    }
    if (endsInOrder(writer, line)) {
      return Optional.of(
          new KernelEvent.ShutdownBegins(record.boot(), record.at(), record.place(), line.strip()));
    }
    return Optional.empty();
  }

  private static boolean endsInOrder(String writer, String line) {
    return switch (writer) {
      case "systemd-shutdown" -> true;
      case "systemd-journald" -> line.startsWith("Received SIGTERM from PID 1 (systemd-shutdow");
      case "systemd" ->
          line.startsWith("Reached target") && line.contains("Shutdown")
              || line.startsWith("Shutting down.");
      case "kernel", "", "a program" ->
          line.startsWith("reboot: ")
              || line.startsWith("systemd-shutdown[1]: ")
              || line.startsWith("systemd-journald[") && line.contains("(systemd-shutdow)");
      default -> false;
    };
  }
}
