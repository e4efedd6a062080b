package dev.unhang.repair.persist;

import dev.unhang.config.interfaces.OffloadLines;
import dev.unhang.config.interfaces.Option;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.EditRefused;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.setting.Tuning;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Keys of interfaces(5) for NICs' values, whoever reads them.
record StanzaKeys(StanzaLines lines, OffloadLines.Form form) {
  private static final String INSTEAD =
      "keep them by a line that calls ethtool: --keep-by interfaces-post-up";

  /// No program would read such keys.
  static CannotChange refused(Wanted wanted, String why) {
    return new CannotChange("keep values at boot", wanted.nicName(), why, INSTEAD);
  }

  /// Why a NIC is kept by keys of this form: its stanza has one already.
  Optional<String> governs(NicFacts nic) {
    return lines
        .stanza(nic)
        .flatMap(found ->
            found.stanza().options().stream()
                .filter(option -> isOfForm(option, nic))
                .findFirst()
                .map(option ->
                    "its stanza in "
                        + found.file().path()
                        + " has '"
                        + option.name()
                        + " "
                        + option.value()
                        + "'"));
  }

  private boolean isOfForm(Option option, NicFacts nic) {
    return OffloadLines.of(option, nic.name().value()).stream()
        .anyMatch(line -> line.form() == form);
  }

  /// @param key the lines for a value; empty where there is no key for it
  /// @param whose whose keys they are
  Kept keep(Wanted wanted, Function<Tuning, List<String>> key, String whose) {
    for (Tuning value : wanted.values()) {
      if (key.apply(value).isEmpty()) {
        throw new EditRefused(
            "keep " + value.subject() + " " + value.value(),
            wanted.nicName(),
            whose + " has no key for it",
            INSTEAD);
      }
    }
    return lines.keep(
        wanted, wanted.values().stream().flatMap(value -> key.apply(value).stream()).toList());
  }
}
