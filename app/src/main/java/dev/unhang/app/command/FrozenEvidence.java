package dev.unhang.app.command;

import dev.unhang.app.option.OutFile;
import dev.unhang.app.watching.HeardLog;
import dev.unhang.app.wiring.Host;
import dev.unhang.linux.file.IoWords;
import dev.unhang.linux.file.NewestFiles;
import dev.unhang.linux.file.OwnFolder;
import dev.unhang.linux.file.Root;
import dev.unhang.model.error.CannotWrite;
import dev.unhang.model.error.UnhangException;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.watch.run.Desk;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the watch saves of a host before it resets a card: a report that every command reads. The
/// last twenty are kept.
final class FrozenEvidence {
  private static final String FOLDER = "/var/lib/unhang/evidence";
  private static final String KIND = "watch-";
  private static final int KEPT = 20;

  /// The journal's own disk may be behind the card.
  private static final Duration SYNC_WITHIN = Duration.ofSeconds(3);

  private final Host host;
  private final HeardLog heard;

  /// @param heard what the kernel said lately
  FrozenEvidence(Host host, HeardLog heard) {
    this.host = host;
    this.heard = heard;
  }

  /// Saves it. What can't be saved is said, and stops nothing.
  Desk.Saved save(InterfaceName nic, String episode) {
    List<String> troubles = new ArrayList<>();
    try {
      host.control().run(new Command(List.of("journalctl", "--sync"), SYNC_WITHIN));
    } catch (UnhangException failed) {
      troubles.add("the journal was not brought to disk: " + failed.getMessage());
    }
    Optional<String> file = Optional.empty();
    try {
      file =
          Optional.of(
              OutFile.kept(
                  FOLDER,
                  KIND + episode + ".tar.gz",
                  ReportCommand.draftOfFacts(
                      host.view(), host.clocks().wall(), heard.copy().stream().toList())));
      forget();
    } catch (UnhangException failed) {
      troubles.add("evidence was not saved: " + failed.getMessage());
    }
    return new Desk.Saved(
        file, troubles.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", troubles)));
  }

  private static void forget() {
    try (OwnFolder own = OwnFolder.make(Root.here(), new HostPath(FOLDER))) {
      NewestFiles.keep(own, KIND, KEPT);
    } catch (IOException failed) {
      throw new CannotWrite(FOLDER, IoWords.of(failed), "remove old evidence by hand");
    }
  }
}
