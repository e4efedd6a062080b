package dev.unhang.hosts.saved;

import dev.unhang.hosts.outputs.OutputKind;
import dev.unhang.hosts.outputs.PastedOutput;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.log.LogFacts;
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
public record SavedEvidence(
    String name,
    Optional<String> hostname,
    Map<HostPath, Content> files,
    List<PastedOutput> outputs,
    List<Reading<LogFacts>> logs,
    List<Trouble> troubles) {
  public SavedEvidence {
    files = Map.copyOf(files);
    outputs = List.copyOf(outputs);
    logs = List.copyOf(logs);
    troubles = List.copyOf(troubles);
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
