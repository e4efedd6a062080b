package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.option.OutFile;
import dev.unhang.app.wiring.Host;
import dev.unhang.model.error.UnhangException;
import dev.unhang.model.host.Command;
import dev.unhang.model.id.InterfaceName;
import java.time.Duration;
import java.util.List;

/// Brings to disk what a reset or a power cut would destroy: the journal, which is otherwise
/// written every five minutes, and what the NIC's registers and counters say while it hangs.
///
/// Man: journalctl(1), "--sync"
final class EvidenceFirst {
  private static final String FOLDER = "/var/lib/unhang/evidence";
  private static final Duration SYNC_WITHIN = Duration.ofSeconds(10);

  private final Host host;

  EvidenceFirst(Host host) {
    this.host = host;
  }

  /// Saves it. What can't be saved is said, and stops nothing: the NIC is what matters now.
  void save(InterfaceName nic, Console console) {
    if (host.simulated()) {
      return;
    }
    try {
      host.control().run(new Command(List.of("journalctl", "--sync"), SYNC_WITHIN));
    } catch (UnhangException failed) {
      console.note("unhang: " + String.valueOf(failed.getMessage()));
    }
    try {
      String name =
          nic + "-" + host.clocks().wall().toString().replaceAll("[:.].*|-", "") + ".tar.gz";
      console.say(
          "Saved: "
              + OutFile.kept(
                  FOLDER,
                  name,
                  ReportCommand.draftOfFacts(host.view(), host.clocks().wall(), List.of())));
    } catch (UnhangException failed) {
      console.note("unhang: " + String.valueOf(failed.getMessage()));
    }
  }
}
