package dev.unhang.hosts.outputs;

import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.Counter;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.LinkFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An interface while its lines are read. Others of the output are known by name first, and by
/// index once all were read.
final class LinkDraft {
  final int index;
  final InterfaceName name;
  final List<String> alternativeNames = new ArrayList<>();
  final List<Counter> counters = new ArrayList<>();
  List<LinkFlag> flags = List.of();
  @Nullable String address;
  @Nullable String permanentAddress;
  @Nullable String bus;
  @Nullable String device;
  @Nullable Integer txQueues;
  @Nullable Integer rxQueues;
  @Nullable String operational;
  @Nullable Integer mtu;
  @Nullable Boolean carrier;
  @Nullable Long carrierChanges;
  @Nullable String qdisc;
  @Nullable String kind;
  @Nullable String master;
  @Nullable String lower;
  Optional<BondWords> bond = Optional.empty();
  boolean lowerIsElsewhere;

  LinkDraft(int index, InterfaceName name) {
    this.index = index;
    this.name = name;
  }

  /// Flags as ip lists them. `NO-CARRIER` is ip's own word for one that is up and not LOWER_UP.
  void flags(List<String> words) {
    List<LinkFlag> known = new ArrayList<>();
    for (LinkFlag flag : LinkFlag.values()) {
      if (words.contains(flag.name())) {
        known.add(flag);
      }
    }
    flags = known;
    if (known.contains(LinkFlag.UP)) {
      carrier = known.contains(LinkFlag.LOWER_UP);
    }
  }

  void count(String counter, String value) {
    Numbers.unsigned(value).ifPresent(number -> counters.add(new Counter(counter, number)));
  }

  /// The link, with the others' indexes.
  Link link(Map<String, Integer> indexes) {
    return new Link(
        index,
        name,
        alternativeNames,
        new Link.Hardware(
            Optional.ofNullable(address),
            Optional.ofNullable(permanentAddress),
            Optional.ofNullable(bus),
            Optional.ofNullable(device),
            Optional.ofNullable(txQueues),
            Optional.ofNullable(rxQueues)),
        new Link.State(
            flags,
            Optional.ofNullable(operational),
            Optional.ofNullable(mtu),
            Optional.ofNullable(carrier),
            Optional.ofNullable(carrierChanges),
            Optional.ofNullable(qdisc)),
        new Link.Stacking(
            Optional.ofNullable(kind),
            index(indexes, master),
            index(indexes, lower),
            lowerIsElsewhere,
            bond.map(words -> words.details(indexes))),
        counters);
  }

  private static Optional<Integer> index(Map<String, Integer> indexes, @Nullable String other) {
    if (other == null) {
      return Optional.empty();
    }
    // What has no name here is `if5`: its index in another network namespace.
    Optional<Integer> bare =
        other.startsWith("if") ? Numbers.small(other.substring(2)) : Optional.empty();
    return bare.or(() -> Optional.ofNullable(indexes.get(other)));
  }

  /// All links of one output.
  static List<Link> links(List<LinkDraft> listed) {
    List<LinkDraft> drafts = UntoldKinds.inferred(listed);
    Map<String, Integer> indexes = new HashMap<>();
    drafts.forEach(draft -> indexes.putIfAbsent(draft.name.value(), draft.index));
    return drafts.stream().map(draft -> draft.link(indexes)).toList();
  }
}
