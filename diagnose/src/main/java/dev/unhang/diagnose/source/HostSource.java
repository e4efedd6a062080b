package dev.unhang.diagnose.source;

import dev.unhang.model.change.Change;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.HostFacts;
import dev.unhang.model.facts.LogFacts;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.name.BootId;
import dev.unhang.model.unit.Uptime;
import java.util.List;
import java.util.Optional;

/// All facts of a host, each from its own source.
public final class HostSource {
  private static final HostPath UPTIME = new HostPath("/proc/uptime");
  private static final HostPath BOOT_ID = new HostPath("/proc/sys/kernel/random/boot_id");
  private static final HostPath HOSTNAME = new HostPath("/proc/sys/kernel/hostname");

  private HostSource() {}

  /// Reads the host. Nothing is changed, and what can't be read is absent with its reason.
  ///
  /// @param logs from [KernelLog]
  /// @param changes the ledger's history, as far as it may be read
  public static HostFacts read(HostView host, List<Reading<LogFacts>> logs, List<Change> changes) {
    return new HostFacts(
        text(host, HOSTNAME),
        text(host, BOOT_ID).flatMap(BootId::parse),
        text(host, UPTIME).flatMap(line -> Uptime.parse(line.split(" ", 2)[0])),
        logs,
        Nics.read(host),
        changes,
        GuestKind.of(host));
  }

  static Optional<String> text(HostView host, HostPath path) {
    return host.read(path).known().map(Content::utf8).map(String::strip);
  }
}
