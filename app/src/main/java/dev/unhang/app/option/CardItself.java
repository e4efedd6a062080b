package dev.unhang.app.option;

import dev.unhang.hosts.topology.TopologyReader;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelQuestion.Links;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.LinkFlag;
import dev.unhang.model.topology.Element;
import dev.unhang.model.topology.ElementKind;
import dev.unhang.model.topology.Topology;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Whether an interface that was named is a card: what sits on one has no transmit unit that could
/// hang, and a setting of it leaves the card as it is.
public final class CardItself {
  private static final Set<ElementKind> ABOVE_CARDS =
      Set.of(
          ElementKind.BRIDGE,
          ElementKind.OVS_BRIDGE,
          ElementKind.BOND,
          ElementKind.VLAN,
          ElementKind.TAP);

  private static final InterfaceName LOOPBACK = new InterfaceName("lo");

  /// Interfaces can be stacked no higher than that in earnest.
  private static final int MAX_DEPTH = 16;

  private CardItself() {}

  /// Throws CannotChange where the first operand sits on others, with the cards below it by name,
  /// and where it is the loopback. Of a disk it is told by its configuration.
  ///
  /// @param command as it is typed: `fix`
  public static void require(HostView host, List<String> operands, String command) {
    operands.stream()
        .findFirst()
        .flatMap(InterfaceName::parse)
        .ifPresent(name -> require(host, name, command));
  }

  private static void require(HostView host, InterfaceName name, String command) {
    if (isLoopback(host, name)) {
      throw refused(
          command, name, "it is the loopback: no packet of it reaches a card", "see: unhang nics");
    }
    Topology topology = TopologyReader.read(host);
    topology
        .element(name.value())
        .filter(element -> ABOVE_CARDS.contains(element.kind()))
        .ifPresent(element -> {
          List<String> cards = cards(topology, name.value());
          List<String> ports = cards.isEmpty() ? ports(host, name) : cards;
          throw refused(
              command,
              name,
              "it is a " + element.kind().word() + below(cards.isEmpty() ? "port" : "card", ports),
              ports.isEmpty()
                  ? "see: unhang nics"
                  : String.join(
                      ", or ",
                      ports.stream().map(port -> "unhang " + command + " " + port).toList()));
        });
  }

  private static String below(String what, List<String> names) {
    return switch (names.size()) {
      case 0 -> ", and nothing is known below it";
      case 1 -> "; its " + what + " is " + names.getFirst();
      default -> "; its " + what + "s are " + String.join(", ", names);
    };
  }

  /// Where no card is known to carry it: what the kernel has as its ports.
  private static List<String> ports(HostView host, InterfaceName name) {
    List<Link> links = host.kernel().ask(new Links()).known().orElse(List.of());
    return links.stream()
        .filter(port ->
            port.stacking().master().isPresent()
                && links.stream()
                    .anyMatch(link ->
                        link.name().equals(name) && port.stacking().master().get() == link.index()))
        .map(port -> port.name().value())
        .sorted()
        .toList();
  }

  private static CannotChange refused(String command, InterfaceName name, String why, String hint) {
    return new CannotChange(command + " " + name, "", why, hint);
  }

  private static boolean isLoopback(HostView host, InterfaceName name) {
    return name.equals(LOOPBACK)
        || host.kernel().ask(new Links()).known().orElse(List.of()).stream()
            .anyMatch(link ->
                link.name().equals(name) && link.state().flags().contains(LinkFlag.LOOPBACK));
  }

  private static List<String> cards(Topology topology, String name) {
    Set<String> cards = new TreeSet<>();
    Set<String> level = Set.of(name);
    for (int depth = 0; depth < MAX_DEPTH; depth++) {
      Set<String> next = new TreeSet<>();
      for (String upper : level) {
        for (Element lower : topology.below(upper)) {
          (ABOVE_CARDS.contains(lower.kind()) ? next : cards).add(lower.name());
        }
      }
      level = next;
    }
    return List.copyOf(cards);
  }
}
