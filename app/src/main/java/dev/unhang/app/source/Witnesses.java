package dev.unhang.app.source;

import dev.unhang.hosts.outputs.WitnessLog;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.facts.WitnessFacts;
import dev.unhang.model.host.HostView;
import java.util.function.Consumer;

/// A witness's log that a person names.
public final class Witnesses {
  private Witnesses() {}

  /// @param here where the file is
  /// @param troubles told of lines that make no sense
  public static WitnessFacts read(HostView here, String name, Consumer<Trouble> troubles) {
    Reading<Content> file = here.read(Journals.path(name));
    Content content = file.known().orElseThrow(() -> cannot(name, file.whyNot().orElse("")));
    Reading<WitnessFacts> log = WitnessLog.read(new Origin(name), content);
    if (log instanceof Reading.Partly<WitnessFacts> partly) {
      partly.troubles().forEach(troubles);
    }
    return log.known().orElseThrow(() -> cannot(name, log.whyNot().orElse("")));
  }

  private static CannotRead cannot(String name, String why) {
    return new CannotRead(
        "read the witness's log " + name,
        "",
        why,
        "make it on another machine: unhang witness --jsonl ... > " + name);
  }
}
