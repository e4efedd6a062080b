package dev.unhang.hosts.saved;

import dev.unhang.hosts.outputs.EthtoolCoalescing;
import dev.unhang.hosts.outputs.EthtoolDriver;
import dev.unhang.hosts.outputs.EthtoolEee;
import dev.unhang.hosts.outputs.EthtoolFeatures;
import dev.unhang.hosts.outputs.EthtoolLink;
import dev.unhang.hosts.outputs.EthtoolPause;
import dev.unhang.hosts.outputs.EthtoolPrivateFlags;
import dev.unhang.hosts.outputs.EthtoolRings;
import dev.unhang.hosts.outputs.EthtoolStatistics;
import dev.unhang.hosts.outputs.Ifconfig;
import dev.unhang.hosts.outputs.IpJson;
import dev.unhang.hosts.outputs.IpOutput;
import dev.unhang.hosts.outputs.IpText;
import dev.unhang.hosts.outputs.OutputKind;
import dev.unhang.hosts.outputs.PastedOutput;
import dev.unhang.hosts.outputs.PastedText;
import dev.unhang.hosts.outputs.ProcNetDev;
import dev.unhang.hosts.survey.RegisterLayout;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.KernelAnswers;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.log.LogFacts;
import dev.unhang.model.net.Counter;
import dev.unhang.model.net.DriverInfo;
import dev.unhang.model.net.Eee;
import dev.unhang.model.net.InterfaceAddress;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.LinkDetection;
import dev.unhang.model.net.LinkModes;
import dev.unhang.model.net.LinkPort;
import dev.unhang.model.net.Offloads;
import dev.unhang.model.net.Parameter;
import dev.unhang.model.net.Pause;
import dev.unhang.model.net.PrivateFlag;
import dev.unhang.model.net.RegisterDump;
import dev.unhang.model.net.Rings;
import dev.unhang.model.net.Route;
import dev.unhang.model.net.WakeOnLan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/// What a kernel answered when programs asked it, and their outputs were saved.
///
/// @param evidence what was saved
public record SavedKernelView(SavedEvidence evidence) implements KernelAnswers {
  @Override
  public Reading<Offloads> offloads(InterfaceName nic) {
    return ask(OutputKind.FEATURES, nic, EthtoolFeatures::read);
  }

  @Override
  public Reading<DriverInfo> driver(InterfaceName nic) {
    return ask(OutputKind.DRIVER, nic, EthtoolDriver::read);
  }

  /// From `ip`, else from `ifconfig`: of several outputs the one that lists most interfaces, and of
  /// those the one that counts most.
  @Override
  public Reading<List<Link>> links() {
    return most(
        IpOutput::links, links -> links.stream().mapToInt(link -> link.counters().size()).sum());
  }

  @Override
  public Reading<List<InterfaceAddress>> addresses() {
    return most(IpOutput::addresses, List::size);
  }

  @Override
  public Reading<List<Route>> routes() {
    Reading<List<Link>> links = links();
    List<PastedOutput> outputs = evidence.outputs(OutputKind.ROUTES);
    if (outputs.isEmpty()) {
      return SavedHostView.missing("add the output of: " + OutputKind.ROUTES.command());
    }
    if (links.known().isEmpty()) {
      return SavedHostView.missing(
          "routes name interfaces; add the output of: " + OutputKind.IP.command());
    }
    outputs.forEach(evidence.uses()::note);
    return SavedRoutes.read(outputs, links.known().get());
  }

  @Override
  public Reading<LinkDetection> detection(InterfaceName nic) {
    return ask(OutputKind.LINK, nic, text -> EthtoolLink.read(text).detection());
  }

  @Override
  public Reading<LinkModes> linkModes(InterfaceName nic) {
    return ask(OutputKind.LINK, nic, text -> EthtoolLink.read(text).modes());
  }

  @Override
  public Reading<Rings> rings(InterfaceName nic) {
    return ask(OutputKind.RINGS, nic, EthtoolRings::read);
  }

  @Override
  public Reading<List<Parameter>> coalescing(InterfaceName nic) {
    return ask(OutputKind.COALESCING, nic, EthtoolCoalescing::read);
  }

  @Override
  public Reading<Pause> pause(InterfaceName nic) {
    return ask(OutputKind.PAUSE, nic, EthtoolPause::read);
  }

  @Override
  public Reading<Eee> eee(InterfaceName nic) {
    return ask(OutputKind.EEE, nic, EthtoolEee::read);
  }

  @Override
  public Reading<WakeOnLan> wakeOnLan(InterfaceName nic) {
    return ask(OutputKind.LINK, nic, text -> EthtoolLink.read(text).wakeOnLan());
  }

  @Override
  public Reading<List<PrivateFlag>> privateFlags(InterfaceName nic) {
    return ask(OutputKind.PRIVATE_FLAGS, nic, EthtoolPrivateFlags::read);
  }

  @Override
  public Reading<LinkPort> port(InterfaceName nic) {
    return ask(OutputKind.LINK, nic, text -> EthtoolLink.read(text).port());
  }

  @Override
  public Reading<List<Counter>> statistics(InterfaceName nic) {
    return ask(OutputKind.STATISTICS, nic, EthtoolStatistics::read);
  }

  /// The text has labels, or indexes; the driver tells which order they had.
  @Override
  public Reading<RegisterDump> registers(InterfaceName nic) {
    Optional<RegisterLayout> layout =
        driver(nic).known().map(DriverInfo::driver).flatMap(RegisterLayout::of);
    return layout.isEmpty()
        ? SavedHostView.missing("add the output of: ethtool -i " + nic)
        : ask(OutputKind.REGISTERS, nic, text -> SavedRegisters.read(text, layout.get()));
  }

  /// Every interface that an output names, and the one that a log names where no output does.
  Set<InterfaceName> nics() {
    Set<InterfaceName> nics = new TreeSet<>();
    evidence.outputs().forEach(output -> output.nic().ifPresent(nics::add));
    links().known().orElse(List.of()).forEach(link -> nics.add(link.name()));
    evidence
        .outputs(OutputKind.PROC_NET_DEV)
        .forEach(output ->
            ProcNetDev.read(output.text())
                .known()
                .ifPresent(all -> {
                  evidence.uses().note(output);
                  nics.addAll(all.keySet());
                }));
    only().ifPresent(nics::add);
    return nics;
  }

  /// The first output of the kind about the interface that makes sense; where none does, what the
  /// first one ends with.
  private <T> Reading<T> ask(
      OutputKind kind, InterfaceName nic, Function<PastedText, Reading<T>> read) {
    Optional<Reading<T>> first = Optional.empty();
    for (PastedOutput output : evidence.outputs(kind)) {
      if (output.nic().equals(Optional.of(nic))) {
        Reading<T> reading = read.apply(output.text());
        if (reading.known().isPresent()) {
          evidence.uses().note(output);
          return reading;
        }
        first = first.or(() -> Optional.of(reading));
      }
    }
    return first.orElseGet(() -> unnamed(kind, nic, read));
  }

  /// An output that names no interface is taken for the only one the rest speaks of.
  private <T> Reading<T> unnamed(
      OutputKind kind, InterfaceName nic, Function<PastedText, Reading<T>> read) {
    List<PastedOutput> unnamed =
        evidence.outputs(kind).stream().filter(output -> output.nic().isEmpty()).toList();
    String command = kind.command().replace("IF", nic.value());
    if (unnamed.size() != 1 || !only().equals(Optional.of(nic))) {
      return SavedHostView.missing("add the output of: " + command);
    }
    PastedText text = unnamed.getFirst().text();
    Reading<T> reading = read.apply(text);
    if (reading.known().isEmpty()) {
      return reading;
    }
    evidence.uses().note(unnamed.getFirst());
    List<Trouble> troubles = new ArrayList<>();
    troubles.add(
        new Trouble(
            text.place(0), "names no interface, taken for " + nic + ", the only one named"));
    if (reading instanceof Reading.Partly<T> partly) {
      troubles.addAll(partly.troubles());
    }
    return new Reading.Partly<>(reading.known().get(), troubles, text.origin());
  }

  /// The one interface that ethtool's outputs name; else the one that hangs in the logs.
  private Optional<InterfaceName> only() {
    Set<InterfaceName> named = new TreeSet<>();
    evidence.outputs().forEach(output -> output.nic().ifPresent(named::add));
    if (named.isEmpty()) {
      for (Reading<LogFacts> log : evidence.logs()) {
        log.known().stream()
            .flatMap(facts -> facts.episodes().stream())
            .flatMap(episode -> episode.nic().interfaceName().stream())
            .forEach(name -> InterfaceName.parse(name).ifPresent(named::add));
      }
    }
    return named.size() == 1 ? named.stream().findFirst() : Optional.empty();
  }

  /// @param told what decides between outputs that list equally many
  private <T> Reading<List<T>> most(
      Function<IpOutput, Reading<List<T>>> part, ToIntFunction<List<T>> told) {
    Optional<Reading<List<T>>> best = Optional.empty();
    Optional<PastedOutput> from = Optional.empty();
    Rank most = Rank.NONE;
    for (PastedOutput output : evidence.outputs()) {
      Optional<Reading<List<T>>> now = ip(output).map(part);
      Rank rank = now.map(reading -> rank(reading, told, output.kind())).orElse(most);
      if (rank.compareTo(most) > 0) {
        most = rank;
        best = now;
        from = Optional.of(output);
      }
    }
    from.ifPresent(evidence.uses()::note);
    return best.orElseGet(
        () -> SavedHostView.missing("add the output of: " + OutputKind.IP.command()));
  }

  private static Optional<IpOutput> ip(PastedOutput output) {
    return switch (output.kind()) {
      case IP -> Optional.of(IpText.read(output.text()));
      case IP_JSON -> Optional.of(IpJson.read(output.text()));
      case IFCONFIG -> Optional.of(Ifconfig.read(output.text()));
      default -> Optional.empty();
    };
  }

  /// ifconfig has no indexes: any of ip's outputs is better, however little it lists.
  private static <T> Rank rank(
      Reading<List<T>> reading, ToIntFunction<List<T>> told, OutputKind kind) {
    int listed = reading.known().map(List::size).orElse(-1);
    return new Rank(
        kind == OutputKind.IFCONFIG ? Math.min(listed, 0) : listed,
        reading.known().map(told::applyAsInt).orElse(0));
  }

  /// How much an output tells.
  private record Rank(int listed, int told) implements Comparable<Rank> {
    static final Rank NONE = new Rank(-2, 0);

    @Override
    public int compareTo(Rank other) {
      return listed != other.listed
          ? Integer.compare(listed, other.listed)
          : Integer.compare(told, other.told);
    }
  }
}
