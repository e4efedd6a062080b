package dev.unhang.app.source;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.evidence.Unused;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.log.LogFacts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A host that a person named as SOURCE.
///
/// @param view what it answers with
/// @param logs its kernel logs, read
/// @param troubles what of it could not be used
/// @param unused what no answer rests on so far: to be asked when all questions were asked
public record NamedHost(
    HostView view,
    List<Reading<LogFacts>> logs,
    List<Trouble> troubles,
    Supplier<List<Unused>> unused) {
  private static final HostPath HOSTNAME = new HostPath("/proc/sys/kernel/hostname");

  public NamedHost {
    logs = List.copyOf(logs);
    troubles = List.copyOf(troubles);
  }

  /// One of which all is used.
  NamedHost(HostView view, List<Reading<LogFacts>> logs, List<Trouble> troubles) {
    this(view, logs, troubles, List::of);
  }

  /// What it calls itself, where the evidence tells.
  public Optional<String> hostname() {
    return view.read(HOSTNAME).known().map(Content::utf8).map(String::strip);
  }

  /// What a list of them is called, for a person.
  static List<String> names(List<NamedHost> hosts) {
    return hosts.stream().map(host -> host.hostname().orElse("one without a name")).toList();
  }
}
