package dev.unhang.app.source;

import dev.unhang.app.console.Console;
import dev.unhang.fleet.scan.FleetScan;
import dev.unhang.fleet.scan.HostJudge;
import dev.unhang.fleet.scan.HostResult;
import dev.unhang.fleet.scan.NotKnown;
import dev.unhang.hosts.saved.SavedEvidence;
import dev.unhang.hosts.saved.SavedHostView;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.error.UnhangException;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.HostView;
import dev.unhang.model.log.LogFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A folder of what many hosts left: each file and each folder right below it is one host's, as
/// `scan` takes it: a log, packed or not, a journal, a folder of journal files or of outputs, a
/// sosreport, a report. Called as it is named there.
public final class SavedFleet {
  private final HostView here;
  private final String folder;
  private final Console console;

  /// @param here where the folder lies
  /// @param console is told nothing while hosts are read: several are at once
  public SavedFleet(HostView here, String folder, Console console) {
    this.here = here;
    this.folder = folder;
    this.console = console.silent();
  }

  /// Every host, by name. Throws CannotRead where there is no such folder, or none in it. What a
  /// dot hides is no host.
  public List<FleetScan.Ask> hosts() {
    Reading<List<String>> listed = here.list(Journals.path(folder));
    List<String> names =
        listed.known().orElse(List.of()).stream()
            .filter(name -> !name.startsWith("."))
            .sorted()
            .toList();
    if (names.isEmpty()) {
      throw new CannotRead(
          "read the folder " + folder,
          "",
          listed.whyNot().orElse("nothing is in it"),
          "name a folder in which each file or folder is one host's");
    }
    return names.stream().map(name -> new FleetScan.Ask(name, () -> judged(name))).toList();
  }

  private HostResult judged(String name) {
    String path = folder + "/" + name;
    try (Threads threads = new Threads()) {
      Sources sources = Sources.ofLogs(here, List.of(path));
      Optional<NamedHost> host = sources.host();
      return host.isPresent()
          ? HostJudge.ofSaved(name, host.get().view(), host.get().logs())
          : HostJudge.ofSaved(name, nothing(name), logs(sources, threads));
    } catch (UnhangException unread) {
      return HostResult.notKnown(name, NotKnown.UNREADABLE, String.valueOf(unread.getMessage()));
    }
  }

  private List<Reading<LogFacts>> logs(Sources sources, Threads threads) {
    return new NamedLogs(here, console, threads, Optional.empty()).read(sources.logs());
  }

  /// Of a host that left a log, nothing else is known.
  private static HostView nothing(String name) {
    return new SavedHostView(
        new SavedEvidence(name, Optional.empty(), Map.of(), List.of(), List.of(), List.of()));
  }
}
