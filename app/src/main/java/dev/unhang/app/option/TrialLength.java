package dev.unhang.app.option;

import dev.unhang.hosts.topology.TopologyReader;
import dev.unhang.model.host.HostView;
import dev.unhang.model.plan.Plan;
import dev.unhang.model.topology.Outage;
import dev.unhang.model.topology.Use;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// Whether a change is tried first, and for how long. It is where the person who asks is logged in
/// over the NIC.
public final class TrialLength {
  private static final String OPTION = "--try";
  private static final String WITHOUT = "--no-try";
  private static final Duration DEFAULT = Duration.ofMinutes(2);
  private static final Duration SHORTEST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofHours(1);

  private TrialLength() {}

  public static OptionSpec spec() {
    return Spec.value(
        OPTION, "120s", "undo it after that time, unless 'unhang confirm' says to keep it");
  }

  public static OptionSpec without() {
    return Spec.flag(WITHOUT, "keep it at once, also where you are logged in over this NIC");
  }

  /// Throws Usage where a disk is to be tried: nothing runs there that could be tried.
  public static void requireRunning(ParseResult arguments) {
    if (HostOption.isDisk(arguments) && Spec.has(arguments, OPTION)) {
      throw new Usage(
          OPTION
              + " tries a change in a running kernel; the disk of a host that doesn't run has none:"
              + " leave it out");
    }
  }

  /// Empty where it is kept at once.
  public static Optional<Duration> of(ParseResult arguments, HostView host, Plan plan) {
    if (Spec.has(arguments, OPTION)) {
      if (Spec.has(arguments, WITHOUT)) {
        throw new Usage(OPTION + " and " + WITHOUT + " exclude each other");
      }
      return SpanWords.option(arguments, OPTION, SHORTEST, LONGEST);
    }
    return isDefault(arguments, host, plan) ? Optional.of(DEFAULT) : Optional.empty();
  }

  /// Why it is tried though it was not asked for.
  public static Optional<String> why(ParseResult arguments, HostView host, Plan plan) {
    return !Spec.has(arguments, OPTION) && isDefault(arguments, host, plan)
        ? Optional.of(
            "you are logged in over "
                + plan.nic()
                + ", so it is rolled back after "
                + DEFAULT.toSeconds()
                + " s unless you confirm it ("
                + WITHOUT
                + " keeps it at once)")
        : Optional.empty();
  }

  private static boolean isDefault(ParseResult arguments, HostView host, Plan plan) {
    boolean live = plan.steps().stream().anyMatch(step -> step.action().endsWithTheBoot());
    return live
        && !Spec.has(arguments, WITHOUT)
        && Outage.of(TopologyReader.read(host), plan.nic().value()).uses().stream()
            .anyMatch(use -> use.kind() == Use.Kind.LOGIN);
  }
}
