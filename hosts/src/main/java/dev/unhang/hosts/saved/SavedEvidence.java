package dev.unhang.hosts.saved;

import dev.unhang.hosts.outputs.OutputKind;
import dev.unhang.hosts.outputs.PastedOutput;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.evidence.Unused;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.log.LogFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that was saved of one host.
///
/// @param name what a person calls it: the file or folder
/// @param hostname where the evidence tells it
/// @param files by their path on the host
/// @param outputs of programs
/// @param logs kernel logs, read
/// @param troubles what of it could not be used
/// @param leftOut what was set aside before anything was asked
/// @param uses what answers were taken from so far
public record SavedEvidence(
    String name,
    Optional<String> hostname,
    Map<HostPath, Content> files,
    List<PastedOutput> outputs,
    List<Reading<LogFacts>> logs,
    List<Trouble> troubles,
    List<Unused> leftOut,
    Uses uses) {
  public SavedEvidence {
    files = Map.copyOf(files);
    outputs = List.copyOf(outputs);
    logs = List.copyOf(logs);
    troubles = List.copyOf(troubles);
    leftOut = List.copyOf(leftOut);
  }

  /// With nothing set aside.
  public SavedEvidence(
      String name,
      Optional<String> hostname,
      Map<HostPath, Content> files,
      List<PastedOutput> outputs,
      List<Reading<LogFacts>> logs,
      List<Trouble> troubles) {
    this(name, hostname, files, outputs, logs, troubles, List.of(), new Uses());
  }

  /// What no answer rests on, of all that was asked so far: what was set aside, outputs and files
  /// in the order of their places.
  public List<Unused> unused() {
    List<Unused> unused = new ArrayList<>(leftOut);
    for (PastedOutput output : outputs) {
      if (!uses.has(output)) {
        boolean twice =
            outputs.stream()
                .anyMatch(other ->
                    uses.has(other)
                        && other.kind() == output.kind()
                        && other.nic().equals(output.nic()));
        unused.add(
            new Unused(
                output.text().place(0),
                output.asked(),
                twice ? Unused.Why.SAID_ALREADY : Unused.Why.NOT_NEEDED));
      }
    }
    files.keySet().stream()
        .filter(file -> !uses.has(file))
        .sorted()
        .forEach(file -> unused.add(unused(file)));
    return unused.stream()
        .sorted(Comparator.comparing(each -> each.place().origin().name()))
        .toList();
  }

  private Unused unused(HostPath file) {
    return new Unused(new Place.Whole(new Origin(name)), file.value(), Unused.Why.NOT_NEEDED);
  }

  /// Whether there is anything but logs in it.
  public boolean hasFacts() {
    return !files.isEmpty() || !outputs.isEmpty();
  }

  /// The outputs of a kind.
  List<PastedOutput> outputs(OutputKind kind) {
    return outputs.stream().filter(output -> output.kind() == kind).toList();
  }
}
