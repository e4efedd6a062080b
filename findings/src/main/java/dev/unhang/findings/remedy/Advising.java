package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.Attachment;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.finding.Finding.Diagnosed;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What to do about a NIC, chosen when all that was found of it is known: never a step that one of
/// its findings rules out, that is in force, or that its bus doesn't take.
public final class Advising {
  /// What a finding rules out where it rules out everything.
  private static final String ALL = "*";

  private final NicCase nic;
  private final List<Diagnosed> found;
  private final Set<String> ruledOut;
  private final Attachment attachment;

  private Advising(NicCase nic, List<Diagnosed> found) {
    this.nic = nic;
    this.found = found;
    this.attachment = Attachment.of(nic);
    this.ruledOut =
        found.stream()
            .filter(each -> each.confidence() != Confidence.POSSIBLE)
            .flatMap(each -> FindingSteps.of(each.rule()).not().stream())
            .collect(Collectors.toSet());
  }

  /// The same findings, each with what can be done about it.
  public static List<Finding> advised(NicCase nic, List<Finding> findings) {
    List<Diagnosed> found =
        findings.stream().filter(Diagnosed.class::isInstance).map(Diagnosed.class::cast).toList();
    Advising advising = new Advising(nic, found);
    return findings.stream()
        .map(each -> each instanceof Diagnosed one ? advising.advise(one) : each)
        .toList();
  }

  private Finding advise(Diagnosed finding) {
    FindingSteps row = FindingSteps.of(finding.rule());
    List<String> cures = nic.isHungNow() ? row.whileHung() : List.of();
    List<String> steps = finding.answered() ? List.of() : row.steps();
    Stream<String> first = steps.isEmpty() ? Stream.empty() : first();
    return finding.advised(
        Stream.of(cures.stream(), first, steps.stream())
            .flatMap(each -> each)
            .flatMap(this::expanded)
            .distinct()
            .filter(step -> !ruledOut.contains(step) && !ruledOut.contains(ALL))
            .filter(step -> BusSteps.takes(attachment, step))
            .flatMap(step -> Remedies.of(step).fit(nic).advice().stream())
            .map(this::typed)
            .toList());
  }

  /// What is looked at before anything else, whichever finding asks for it.
  private Stream<String> first() {
    return found.stream()
        .filter(each -> !each.answered())
        .flatMap(each -> FindingSteps.of(each.rule()).first().stream());
  }

  private Stream<String> expanded(String step) {
    return switch (step) {
      case FindingSteps.LADDER -> Ladders.hang(nic, attachment).stream();
      case FindingSteps.STANDSTILL -> Ladders.standstill(nic, attachment).stream();
      default -> Stream.of(step);
    };
  }

  /// A command needs an interface's name. Where nothing tells it, the first thing is to ask for it.
  private Advice typed(Advice advice) {
    boolean asksForName =
        advice.command().startsWith("unhang ") || advice.command().startsWith("ethtool ");
    if (nic.interfaceName().isPresent() || !asksForName) {
      return advice;
    }
    return new Advice(
        advice.step(),
        "unhang nics",
        "names the interface, which no line that was read does; then: "
            + advice.command()
            + ", "
            + advice.why(),
        advice.risk(),
        advice.resetsLink(),
        advice.keptBy(),
        advice.seenBy());
  }
}
