package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.id.StepId;
import dev.unhang.model.net.PrivateFlag;
import java.util.List;
import java.util.Optional;

/// A switch that only one driver has, and only some of its kernels and chips.
///
/// @param wanted how it should stand
record PrivateSwitch(String flag, boolean wanted) {
  Applicability fit(NicCase nic, StepId step, String why, String risk) {
    Optional<Reading<List<PrivateFlag>>> reading =
        nic.now().map(now -> now.seen().settings().privateFlags());
    Optional<PrivateFlag> now =
        reading.flatMap(Reading::known).stream()
            .flatMap(List::stream)
            .filter(each -> each.name().equals(flag))
            .findFirst();
    if (now.isEmpty()) {
      return new Applicability.NotApplicable();
    }
    if (now.get().on() == wanted) {
      return new Applicability.AlreadyApplied(
          List.of(
              Cite.reading(
                  reading.orElseThrow(), flag + ": " + word(wanted), "already set that way")));
    }
    return new Applicability.Applicable(
        new Advice(
            step,
            "private flag " + flag + " " + word(wanted),
            why
                + " (ethtool --set-priv-flags "
                + nic.typedName()
                + " "
                + flag
                + " "
                + word(wanted)
                + ")",
            risk,
            step.value().endsWith("k1"),
            Optional.empty(),
            "ethtool --show-priv-flags says " + word(wanted) + ", and no report under load since"));
  }

  private static String word(boolean on) {
    return on ? "on" : "off";
  }
}
