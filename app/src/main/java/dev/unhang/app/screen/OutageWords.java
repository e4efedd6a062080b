package dev.unhang.app.screen;

import dev.unhang.findings.words.Words;
import dev.unhang.model.topology.Element;
import dev.unhang.model.topology.ElementKind;
import dev.unhang.model.topology.GuestPort;
import dev.unhang.model.topology.Outage;
import dev.unhang.model.topology.Outage.Effect;
import dev.unhang.model.topology.Outage.Fate;
import dev.unhang.model.topology.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What goes dark with a NIC, in sentences. Not escaped yet.
public final class OutageWords {
  /// More guests than that are only counted.
  private static final int NAMED = 6;

  private OutageWords() {}

  /// `goes dark with it: …`, then a line for each that is not simply dark.
  public static List<String> lines(Outage outage) {
    List<String> lines = new ArrayList<>();
    String dark = String.join(", ", dark(outage));
    lines.add(dark.isEmpty() ? "nothing is known to sit on it" : "goes dark with it: " + dark);
    for (Effect effect : outage.effects()) {
      effect
          .why()
          .ifPresent(
              why -> lines.add(effect.element().name() + " " + word(effect.fate()) + ": " + why));
    }
    return lines;
  }

  private static List<String> dark(Outage outage) {
    List<String> words = new ArrayList<>();
    of(outage, ElementKind.BRIDGE, ElementKind.OVS_BRIDGE, ElementKind.BOND, ElementKind.VLAN)
        .filter(element -> !GuestPort.isFirewall(element.name()))
        .forEach(element -> words.add(element.name()));
    List<Element> guests = of(outage, ElementKind.GUEST).toList();
    if (guests.size() > NAMED) {
      words.add(Words.counted(guests.size(), "guest", "guests"));
    } else {
      guests.forEach(guest -> words.add(name(guest)));
    }
    for (Use use : outage.uses()) {
      reason(use).filter(word -> !words.contains(word)).ifPresent(words::add);
    }
    return words;
  }

  private static Stream<Element> of(Outage outage, ElementKind... kinds) {
    return outage.effects().stream()
        .filter(effect -> effect.fate() == Fate.DARK)
        .map(Effect::element)
        .filter(element -> List.of(kinds).contains(element.kind()));
  }

  private static Optional<String> reason(Use use) {
    return switch (use.kind()) {
      case ADDRESS -> Optional.empty();
      case DEFAULT_ROUTE -> Optional.of("the default route");
      case LOGIN -> Optional.of("the way you are logged in");
      case CLUSTER -> Optional.of("the cluster link");
      case STORAGE -> Optional.of(use.text());
    };
  }

  private static String word(Fate fate) {
    return switch (fate) {
      case DARK -> "goes dark";
      case IMPAIRED -> "is impaired";
      case SPARED -> "is spared";
    };
  }

  /// `guest 100 (nas)`.
  static String name(Element element) {
    return element.kind() == ElementKind.GUEST
        ? element.name() + element.label().map(label -> " (" + label + ")").orElse("")
        : element.name();
  }
}
