package dev.unhang.app.source;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.facts.LogFacts;
import dev.unhang.model.host.HostView;
import java.util.List;

/// A host that a person named as SOURCE.
///
/// @param view what it answers with
/// @param logs its kernel logs, read
/// @param troubles what of it could not be used
public record NamedHost(HostView view, List<Reading<LogFacts>> logs, List<Trouble> troubles) {
  public NamedHost {
    logs = List.copyOf(logs);
    troubles = List.copyOf(troubles);
  }
}
