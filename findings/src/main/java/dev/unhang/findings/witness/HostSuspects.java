package dev.unhang.findings.witness;

import dev.unhang.model.topology.Element;
import dev.unhang.model.topology.ElementKind;
import dev.unhang.model.topology.Topology;
import dev.unhang.model.topology.Use;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Which parts of one host explain who is dark there and who answers.
///
/// Bridges, bonds and VLANs are the host's own software, and seldom fail without it: one of them is
/// named where no NIC and not the host itself explains it.
final class HostSuspects {
  private static final String CANNOT_TELL = "the host itself";

  private final String host;
  private final Topology topology;
  private final List<String> dark;

  /// Who answers, by the element they sit on.
  private final Map<String, String> answering;

  private final List<Suspect> fits = new ArrayList<>();
  private final List<String> ruledOut = new ArrayList<>();

  /// @param dark elements of the host
  /// @param answering targets of the host that answer, by element
  HostSuspects(String host, Topology topology, List<String> dark, Map<String, String> answering) {
    this.host = host;
    this.topology = topology;
    this.dark = List.copyOf(dark);
    this.answering = new LinkedHashMap<>(answering);
    for (Element element : shared()) {
      Suspect suspect = new Suspect(topology, element);
      if (suspect.explains(this.dark, List.copyOf(answering.keySet()))) {
        fits.add(suspect);
      } else {
        witnessAgainst(suspect)
            .ifPresent(who -> ruledOut.add(suspect.words() + ": " + who + " answers over it"));
      }
    }
  }

  private Optional<String> witnessAgainst(Suspect suspect) {
    return answering.entrySet().stream()
        .filter(each -> suspect.darkens(each.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /// What all who are dark sit on, or are; the nearest to them first.
  private List<Element> shared() {
    Set<Element> shared = new LinkedHashSet<>(atOrBelow(dark.getFirst()));
    for (String other : dark.subList(1, dark.size())) {
      shared.retainAll(atOrBelow(other));
    }
    // A guest whose ports alone are watched is above all who are dark, not below.
    for (String name : dark) {
      for (Element above : atOrAbove(name)) {
        if (above.kind() == ElementKind.GUEST) {
          shared.add(above);
        }
      }
    }
    return List.copyOf(shared);
  }

  private Set<Element> atOrBelow(String name) {
    return reached(name, topology::below);
  }

  private Set<Element> atOrAbove(String name) {
    boolean own = topology.element(name).filter(Suspect::isGuestsOwn).isPresent();
    return own ? reached(name, topology::above) : Set.of();
  }

  private Set<Element> reached(String name, Function<String, List<Element>> next) {
    Set<Element> reached = new LinkedHashSet<>();
    Deque<String> waiting = new ArrayDeque<>(List.of(name));
    topology.element(name).ifPresent(reached::add);
    while (!waiting.isEmpty()) {
      for (Element element : next.apply(waiting.remove())) {
        if (reached.add(element)) {
          waiting.add(element.name());
        }
      }
    }
    return reached;
  }

  /// Whether the host itself may have failed.
  private boolean isSilent() {
    return answering.isEmpty();
  }

  /// Whether what failed may be what carries the host, or the host itself.
  boolean mayBeCutOff() {
    return isSilent() || nic().isPresent();
  }

  private Optional<Suspect> nic() {
    return fits.stream()
        .filter(suspect -> suspect.kind() == FailedPart.Kind.NIC && suspect.darkensAll(dark))
        .findFirst();
  }

  FailedPart verdict() {
    List<Suspect> own =
        fits.stream().filter(suspect -> Suspect.isGuestsOwn(suspect.element())).toList();
    List<Suspect> hosts = new ArrayList<>(fits);
    hosts.removeAll(own);
    if (!own.isEmpty() && (!hosts.isEmpty() || isSilent())) {
      return new FailedPart.Undecided(
          "nothing else on the way of " + String.join(", ", dark) + " is watched",
          words(true),
          doubts(fits),
          hostsAddress());
    }
    if (!own.isEmpty()) {
      return named(guestOr(own), own, false);
    }
    return hostSide(hosts);
  }

  private static Suspect guestOr(List<Suspect> own) {
    return own.stream()
        .filter(suspect -> suspect.kind() == FailedPart.Kind.GUEST)
        .findFirst()
        .orElse(own.getFirst());
  }

  private FailedPart hostSide(List<Suspect> hosts) {
    Optional<Suspect> nic = nic();
    if (nic.isPresent()) {
      return named(nic.get(), hosts, isSilent());
    }
    if (isSilent()) {
      return new FailedPart.Named(
          FailedPart.Kind.HOST,
          Optional.of(host),
          "host " + host,
          words(false),
          ruledOut,
          doubts(hosts),
          Optional.empty());
    }
    Optional<Suspect> sure = hosts.stream().filter(suspect -> suspect.darkensAll(dark)).findFirst();
    Optional<Suspect> best = sure.or(() -> hosts.stream().findFirst());
    return best.isPresent() ? named(best.get(), hosts, false) : none();
  }

  private FailedPart none() {
    return new FailedPart.Undecided(
        "no one part of " + host + " that the map has explains it",
        List.of(),
        ruledOut,
        Optional.empty());
  }

  private FailedPart named(Suspect best, List<Suspect> all, boolean hostToo) {
    List<String> alike = new ArrayList<>();
    if (best.kind() == FailedPart.Kind.NIC) {
      alike.add("its cable or switch port");
    }
    all.stream().filter(each -> !each.equals(best)).map(Suspect::words).forEach(alike::add);
    if (hostToo) {
      alike.add(CANNOT_TELL);
    }
    return new FailedPart.Named(
        best.kind(),
        Optional.of(host),
        best.words() + " of " + host,
        alike,
        ruledOut,
        doubts(List.of(best)),
        hostToo ? elsewhere(best) : Optional.empty());
  }

  private List<String> doubts(List<Suspect> suspects) {
    return suspects.stream()
        .flatMap(suspect -> dark.stream().flatMap(name -> suspect.doubt(name).stream()))
        .distinct()
        .toList();
  }

  private List<String> words(boolean hostToo) {
    List<String> words = new ArrayList<>(fits.stream().map(Suspect::words).toList());
    if (hostToo && isSilent()) {
      words.add(CANNOT_TELL);
    }
    return words;
  }

  /// What would tell a guest from what carries it.
  private Optional<String> hostsAddress() {
    for (Suspect suspect : fits) {
      boolean own = Suspect.isGuestsOwn(suspect.element());
      Optional<String> address = address(suspect.element().name());
      if (!own && address.isPresent()) {
        return address;
      }
    }
    return Optional.of("an address of " + host);
  }

  /// What would tell a NIC from its host: an address that does not go dark with the NIC.
  private Optional<String> elsewhere(Suspect nic) {
    return topology.uses().stream()
        .filter(use -> use.kind() == Use.Kind.ADDRESS && !nic.darkens(use.element()))
        .flatMap(use -> address(use.element()).stream())
        .findFirst();
  }

  private Optional<String> address(String element) {
    return topology.usesOf(element).stream()
        .filter(use -> use.kind() == Use.Kind.ADDRESS)
        .flatMap(use -> TargetLocator.address(use).stream())
        .findFirst()
        .map(address -> address + " (" + element + " of " + host + ")");
  }
}
