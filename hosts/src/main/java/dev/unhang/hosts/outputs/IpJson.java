package dev.unhang.hosts.outputs;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.Counter;
import dev.unhang.model.net.InterfaceAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `ip -j link` and `ip -j address`, with `-s`, `-d` and `-p`.
///
/// Man: ip(8), "-json"
public final class IpJson {
  private IpJson() {}

  /// Links, and addresses where they are listed.
  public static IpOutput read(PastedText text) {
    Notes notes = new Notes(text);
    List<LinkDraft> links = new ArrayList<>();
    List<InterfaceAddress> addresses = new ArrayList<>();
    boolean listsAddresses = false;
    for (Map<String, Object> object : JsonArray.read(text, notes)) {
      Optional<InterfaceName> name = JsonArray.text(object, "ifname").flatMap(InterfaceName::parse);
      Optional<Integer> index = JsonArray.text(object, "ifindex").flatMap(Numbers::small);
      if (name.isPresent() && index.isPresent()) {
        links.add(link(new LinkDraft(index.get(), name.get()), object));
        listsAddresses |= object.containsKey("addr_info");
        addresses.addAll(addresses(index.get(), object));
      } else if (!object.isEmpty()) {
        notes.trouble(0, "an interface without a name or an index");
      }
    }
    return new IpOutput(
        notes.readingOf(LinkDraft.links(links), "interfaces"),
        listsAddresses
            ? notes.reading(List.copyOf(addresses))
            : new Reading.Absent<>(
                Notes.ID, WhyAbsent.NOT_COLLECTED, "add the output of: ip addr"));
  }

  private static LinkDraft link(LinkDraft link, Map<String, Object> object) {
    link.flags(JsonArray.texts(object, "flags"));
    link.alternativeNames.addAll(JsonArray.texts(object, "altnames"));
    link.address = text(object, "address");
    link.permanentAddress = text(object, "permaddr");
    link.bus = text(object, "parentbus");
    link.device = text(object, "parentdev");
    link.txQueues = number(object, "num_tx_queues");
    link.rxQueues = number(object, "num_rx_queues");
    link.operational = text(object, "operstate");
    link.mtu = number(object, "mtu");
    link.qdisc = text(object, "qdisc");
    link.master = text(object, "master");
    link.lower = text(object, "link");
    Integer lowerIndex = number(object, "link_index");
    if (link.lower == null && lowerIndex != null) {
      link.lower = "if" + lowerIndex;
    }
    link.lowerIsElsewhere = object.containsKey("link_netnsid");
    for (Map<String, Object> info : JsonArray.objects(object, "linkinfo")) {
      link.kind = text(info, "info_kind");
    }
    for (String stats : List.of("stats64", "stats")) {
      if (link.counters.isEmpty()) {
        JsonArray.objects(object, stats).forEach(sides -> counters(link, sides));
      }
    }
    return link;
  }

  private static void counters(LinkDraft link, Map<String, Object> sides) {
    for (String side : List.of("rx", "tx")) {
      for (Map<String, Object> counters : JsonArray.objects(sides, side)) {
        IpCounters.of(side)
            .forEach((column, name) ->
                JsonArray.text(counters, column).ifPresent(value -> link.count(name, value)));
      }
    }
    link.counters.sort(Comparator.comparing(Counter::name));
  }

  private static List<InterfaceAddress> addresses(int index, Map<String, Object> object) {
    List<InterfaceAddress> addresses = new ArrayList<>();
    for (Map<String, Object> each : JsonArray.objects(object, "addr_info")) {
      Optional<String> local = JsonArray.text(each, "local");
      Integer length = number(each, "prefixlen");
      Optional<String> scope = JsonArray.text(each, "scope");
      if (local.isPresent() && length != null && length <= 128 && scope.isPresent()) {
        addresses.add(new InterfaceAddress(index, local.get(), length, scope.get()));
      }
    }
    return addresses;
  }

  private static @Nullable String text(Map<String, Object> object, String name) {
    return JsonArray.text(object, name).orElse(null);
  }

  private static @Nullable Integer number(Map<String, Object> object, String name) {
    return JsonArray.text(object, name).flatMap(Numbers::small).orElse(null);
  }
}
