package dev.unhang.app.source;

import dev.unhang.model.error.CannotRead;
import dev.unhang.model.host.HostView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a person names as SOURCE, told apart: hosts that answer questions, and logs.
public final class Sources {
  private final List<SourceKind> kinds;
  private final List<String> logs = new ArrayList<>();
  private final List<NamedHost> hosts = new ArrayList<>();

  /// @param here where the files lie
  public Sources(HostView here, List<String> names) {
    this(here, WantedHosts.of(here, names), SavedSource.any(here));
  }

  /// Those of a command that reads logs: to it a text is a log, whatever else is in it.
  public static Sources ofLogs(HostView here, List<String> names) {
    WantedHosts wanted = WantedHosts.of(here, names);
    return new Sources(
        here, wanted, wanted.hosts().isEmpty() ? SavedSource.packed(here) : SavedSource.any(here));
  }

  private Sources(HostView here, WantedHosts wanted, SourceKind saved) {
    this.kinds = List.of(new SshSource(here), new ReportSource(here), saved);
    List<String> rest = new ArrayList<>(wanted.names());
    List<NamedHost> found = new ArrayList<>();
    for (SourceKind kind : kinds) {
      List<String> its = rest.stream().filter(kind::takes).toList();
      if (!its.isEmpty()) {
        rest.removeAll(its);
        found.addAll(kind.open(its));
      }
    }
    hosts.addAll(wanted.of(found));
    logs.addAll(rest);
  }

  /// Names that are logs or journals, for [NamedLogs].
  public List<String> logs() {
    return List.copyOf(logs);
  }

  /// Every host that was named.
  public List<NamedHost> hosts() {
    return List.copyOf(hosts);
  }

  /// The host; empty where only logs were named.
  ///
  /// @throws CannotRead where there are several
  public Optional<NamedHost> host() {
    if (hosts.size() > 1) {
      throw new CannotRead(
          "examine " + hosts.size() + " hosts at once",
          "",
          "several hosts were named: " + String.join(", ", NamedHost.names(hosts)),
          "name one behind the file, as in FILE#" + NamedHost.names(hosts).getFirst());
    }
    return hosts.stream().findFirst();
  }
}
