package dev.unhang.app.option;

import dev.unhang.app.source.Journals;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.hosts.kernellog.JournalFiles;
import dev.unhang.hosts.kernellog.KernelLog;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.host.HostView;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/// The journal that a command is about: a named one, a mounted disk's, or this host's.
public final class JournalOperand {
  private JournalOperand() {}

  public static JournalFiles open(ParseResult arguments, Wiring wiring) {
    List<String> names = Spec.operands(arguments);
    if (names.size() > 1) {
      throw new Usage("one journal at a time: a file, or a folder of files");
    }
    Optional<HostView> disk = LogOptions.disk(arguments, wiring);
    if (!names.isEmpty()) {
      return Journals.open(wiring.here(), names.getFirst());
    }
    JournalFiles files = KernelLog.journalOf(disk.orElseGet(() -> wiring.live().view()));
    if (files.isEmpty()) {
      throw new CannotRead(
          "read the journal",
          "",
          files.refused().orElse("there is none below /var/log/journal and /run/log/journal"),
          "run as root, or name a journal file or folder");
    }
    return files;
  }
}
