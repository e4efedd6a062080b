package dev.unhang.app.source;

import dev.unhang.hosts.outputs.EthtoolFeatures;
import dev.unhang.hosts.outputs.OutputKind;
import dev.unhang.hosts.outputs.PastedOutput;
import dev.unhang.hosts.outputs.PastedText;
import dev.unhang.hosts.outputs.Recognition;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.Offloads;
import java.util.List;
import java.util.Optional;

/// Offloads that were saved: by `unhang features --save`, by ethtool, or in a longer text.
public final class SavedFeatures {
  private SavedFeatures() {}

  /// Those of the interface; else of the only one the text has, since names change.
  public static Offloads read(HostView here, String name, InterfaceName nic) {
    Reading<Content> file = here.read(Journals.path(name));
    Content content =
        file.known()
            .orElseThrow(() ->
                new CannotRead(
                    "read " + name,
                    "",
                    file.whyNot().orElse("it is not there"),
                    "make it with: --save " + name));
    List<PastedOutput> lists =
        Recognition.of(PastedText.of(content.utf8(), new Origin(name))).stream()
            .filter(output -> output.kind() == OutputKind.FEATURES)
            .toList();
    Optional<PastedOutput> its =
        lists.stream().filter(output -> output.nic().equals(Optional.of(nic))).findFirst();
    return its.or(() -> lists.size() == 1 ? Optional.of(lists.getFirst()) : Optional.empty())
        .flatMap(output -> EthtoolFeatures.read(output.text()).known())
        .orElseThrow(() ->
            new CannotRead(
                "compare with " + name,
                "",
                lists.size() > 1
                    ? "it has the offloads of other interfaces, none of " + nic
                    : "it has no offloads as 'ethtool -k' prints them",
                "make it with: --save " + name));
  }
}
