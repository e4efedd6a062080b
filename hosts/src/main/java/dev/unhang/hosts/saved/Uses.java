package dev.unhang.hosts.saved;

import dev.unhang.hosts.outputs.PastedOutput;
import dev.unhang.model.host.HostPath;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

/// Which pieces of saved evidence an answer was taken from, noted while questions are asked. The
/// package notes them.
public final class Uses {
  private final Set<PastedOutput> outputs = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<HostPath> files = new HashSet<>();

  void note(PastedOutput output) {
    outputs.add(output);
  }

  void note(HostPath file) {
    files.add(file);
  }

  boolean has(PastedOutput output) {
    return outputs.contains(output);
  }

  boolean has(HostPath file) {
    return files.contains(file);
  }
}
