package dev.unhang.repair.guard;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.Command;
import dev.unhang.model.net.Link;
import dev.unhang.model.plan.PortState.Master;
import dev.unhang.model.plan.Risk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is gone with the interface and can't be put back: devices that sit right on it, queueing
/// that somebody set up, rules of its receive filter. Nothing is lost silently.
///
/// Kernel: net/8021q/vlan.c, vlan_device_event() on NETDEV_UNREGISTER (v6.1). Man: tc(8), "handles"
/// (those the kernel made by itself are `0:`); ethtool(8), "-n"
public final class LostForGood implements Guard {
  private static final Duration WITHIN = Duration.ofSeconds(5);

  /// So many are named, and the rest counted.
  private static final int MAX_NAMED = 4;

  /// `qdisc htb 1: root refcnt 2`
  private static final Pattern QDISC =
      Pattern.compile("qdisc (?<kind>[a-z_]{1,32}) (?<handle>[0-9a-f]{1,4}): .{0,1000}");

  /// `Total 2 rules`
  private static final Pattern RULES = Pattern.compile("Total (?<number>\\d{1,9}) rules");

  @Override
  public String name() {
    return "lost-for-good";
  }

  @Override
  public Optional<String> refuses(Risk risk, Circumstances now) {
    List<String> lost = risk instanceof Risk.GuestsLoseNetwork ? of(now) : List.of();
    return lost.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "it goes with the interface and can't be put back: " + String.join("; ", lost));
  }

  /// All of it, in words; what was not read is not in it.
  public static List<String> of(Circumstances now) {
    String nic = now.nic().name().value();
    List<String> lost = new ArrayList<>();
    now.nic()
        .seen()
        .link()
        .known()
        .ifPresent(link -> {
          now.host().kernel().master(link).flatMap(LostForGood::portOf).ifPresent(lost::add);
          lost.addAll(uppers(link.index(), now.host().kernel().links().known().orElse(List.of())));
        });
    lost.addAll(queueing(printed(now, List.of("tc", "qdisc", "show", "dev", nic))));
    lost.addAll(rules(printed(now, List.of("ethtool", "-n", nic))));
    return lost;
  }

  private static String printed(Circumstances now, List<String> argv) {
    return now.host()
        .command(new Command(argv, WITHIN))
        .known()
        .filter(output -> output.exit() == 0)
        .map(output -> output.out())
        .map(Content::utf8)
        .orElse("");
  }

  /// A team, a mesh, a ring: nobody knows here what such a one keeps of its ports.
  private static Optional<String> portOf(Link master) {
    Master kept = new Master(master.name(), master.stacking().kind());
    return kept.takesBack()
        ? Optional.empty()
        : Optional.of(
            "that it is a port of " + master.name() + " (" + kept.kind().orElse("?") + ")");
  }

  /// VLANs, macvlans and the like.
  static List<String> uppers(int index, List<Link> links) {
    List<String> names =
        links.stream()
            .filter(link -> link.stacking().lower().equals(Optional.of(index)))
            .filter(link -> !link.stacking().lowerIsElsewhere())
            .map(link -> link.stacking().kind().orElse("device") + " " + link.name())
            .toList();
    return names.isEmpty()
        ? List.of()
        : List.of(
            String.join(", ", names.stream().limit(MAX_NAMED).toList())
                + (names.size() > MAX_NAMED ? " and " + (names.size() - MAX_NAMED) + " more" : ""));
  }

  /// Filters hang on such queueing, and go with it.
  static List<String> queueing(String printed) {
    List<String> kinds = new ArrayList<>();
    for (String line : printed.lines().toList()) {
      Matcher qdisc = QDISC.matcher(line.strip());
      boolean isSetUp = qdisc.matches() && !qdisc.group("handle").equals("0");
      if (isSetUp && !kinds.contains(qdisc.group("kind"))) {
        kinds.add(qdisc.group("kind"));
      }
    }
    return kinds.isEmpty()
        ? List.of()
        : List.of("queueing of tc (" + String.join(", ", kinds) + ") with its filters");
  }

  static List<String> rules(String printed) {
    return printed
        .lines()
        .map(line -> RULES.matcher(line.strip()))
        .filter(Matcher::matches)
        .map(total -> total.group("number"))
        .filter(number -> !number.equals("0"))
        .map(number -> number + " rules of its receive filter (ethtool -n)")
        .toList();
  }
}
