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
    this.kinds = List.of(new SshSource(here), new ReportSource(here), new SavedSource(here));
    List<String> rest = new ArrayList<>(names);
    for (SourceKind kind : kinds) {
      List<String> its = rest.stream().filter(kind::takes).toList();
      if (!its.isEmpty()) {
        rest.removeAll(its);
        hosts.addAll(kind.open(its));
      }
    }
    logs.addAll(rest);
  }

  /// Names that are logs or journals, for [NamedLogs].
  public List<String> logs() {
    return List.copyOf(logs);
  }

  /// The host; empty where only logs were named.
  ///
  /// @throws CannotRead where there are several
  public Optional<NamedHost> host() {
    if (hosts.size() > 1) {
      throw new CannotRead(
          "examine " + hosts.size() + " hosts at once",
          "",
          "several reports, or outputs of several hosts, as their prompts tell",
          "name one; outputs of several hosts: a folder for each");
    }
    return hosts.stream().findFirst();
  }
}
