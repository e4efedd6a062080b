package dev.unhang.repair.guard;

import dev.unhang.model.host.KernelQuestion.Links;
import dev.unhang.model.net.Link;
import dev.unhang.model.plan.PortState.Master;
import dev.unhang.model.plan.Risk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is gone with the interface and can't be restored: devices that sit right on it, queueing
/// that an administrator set up, rules of its receive filter. Nothing is lost silently.
///
/// Kernel: net/8021q/vlan.c, vlan_device_event() on NETDEV_UNREGISTER (v6.1). Man: tc(8), "handles"
/// (those the kernel made by itself are `0:`); ethtool(8), "-n"
public final class LostForGood implements Guard {
  /// The feature without which a NIC sorts nothing by rules.
  private static final String RECEIVE_FILTER = "rx-ntuple-filter";

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

  /// What goes, and why more may go than that.
  ///
  /// @param named in words
  /// @param doubt what could not be looked at; empty where all was seen
  public record Loss(List<String> named, Optional<GuardAnswer.CannotTell> doubt) {
    public Loss {
      named = List.copyOf(named);
    }

    /// For the screen, a line each.
    public List<String> words() {
      List<String> words = new ArrayList<>(named);
      doubt.ifPresent(
          unseen -> words.add("perhaps more: " + unseen.source() + ": " + unseen.why()));
      return words;
    }
  }

  @Override
  public GuardAnswer answer(Risk risk, Circumstances now) {
    if (!(risk instanceof Risk.GuestsLoseNetwork)) {
      return new GuardAnswer.Allows();
    }
    Loss loss = of(now);
    return loss.named().isEmpty()
        ? Sight.allowed(loss.doubt())
        : new GuardAnswer.Refuses(
            "it goes with the interface and can't be restored: " + String.join("; ", loss.words()));
  }

  /// All of it.
  public static Loss of(Circumstances now) {
    String nic = now.nic().name().value();
    List<String> lost = new ArrayList<>();
    Sight<Link> link = Sight.needed("kernel, link " + nic, now.nic().seen().link());
    Sight<List<Link>> links = Sight.needed("kernel, links", now.host().kernel().ask(new Links()));
    if (link.there().isPresent()) {
      Link own = link.there().get();
      now.host().kernel().master(own).flatMap(LostForGood::portOf).ifPresent(lost::add);
      lost.addAll(uppers(own.index(), links.there().orElse(List.of())));
    }
    Sight<String> queueing = Sight.printed(now.host(), List.of("tc", "qdisc", "show", "dev", nic));
    lost.addAll(queueing(queueing.there().orElse("")));
    Sight<String> rules = rules(now);
    lost.addAll(rules(rules.there().orElse("")));
    return new Loss(lost, link.doubt().or(links::doubt).or(queueing::doubt).or(rules::doubt));
  }

  /// A NIC whose receive filter is off has no rules in it.
  private static Sight<String> rules(Circumstances now) {
    boolean isOff =
        now.nic()
            .offloads()
            .known()
            .flatMap(all -> all.named(RECEIVE_FILTER))
            .filter(filter -> !filter.active())
            .isPresent();
    return isOff
        ? new Sight<>(Optional.empty(), Optional.empty())
        : Sight.printed(now.host(), List.of("ethtool", "-n", now.nic().name().value()));
  }

  /// A team, a mesh, a ring: it is not known here what such a one keeps of its ports.
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
