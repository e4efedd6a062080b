package dev.unhang.hosts.survey;

import dev.unhang.hosts.outputs.Lspci;
import dev.unhang.hosts.outputs.PastedText;
import dev.unhang.hosts.outputs.UnameLine;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.ComparedHost;
import dev.unhang.model.facts.ComparedHost.State;
import dev.unhang.model.facts.Trait;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.CommandOutput;
import dev.unhang.model.host.HostView;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.Gap;
import dev.unhang.model.log.LogCoverage;
import dev.unhang.model.log.LogFacts;
import dev.unhang.model.net.Chip;
import dev.unhang.model.net.Machine;
import dev.unhang.model.net.NicDevice;
import dev.unhang.model.net.NicSurvey;
import dev.unhang.model.net.Offload;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.net.Offloads;
import dev.unhang.model.net.PciFunction;
import dev.unhang.model.net.SurveyedNic;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What of a host is compared: the NIC that hangs, or one like it.
public final class HostTraits {
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  /// What hangs under load does so within hours: a shorter log without a hang says nothing.
  private static final Duration LONG_ENOUGH = Duration.ofHours(1);

  /// Base class and subclass of Ethernet controllers.
  private static final int ETHERNET = 0x0200;

  private static final int INTERFACE_BITS = 8;

  private static final Map<Trait, OffloadGroup> SWITCHES =
      Map.of(
          Trait.TSO, OffloadGroup.TSO,
          Trait.GSO, OffloadGroup.GSO,
          Trait.GRO, OffloadGroup.GRO,
          Trait.TX, OffloadGroup.TX,
          Trait.RX, OffloadGroup.RX,
          Trait.SG, OffloadGroup.SG,
          Trait.TXVLAN, OffloadGroup.TXVLAN,
          Trait.RXVLAN, OffloadGroup.RXVLAN);

  private final HostView host;
  private final NicSurvey survey;
  private final Map<Trait, String> traits = new EnumMap<>(Trait.class);

  private HostTraits(HostView host) {
    this.host = host;
    this.survey = Survey.read(host, List.of());
  }

  /// @param logs of the host, read
  /// @param driver whose NICs are preferred where none hangs, `e1000e`
  public static ComparedHost of(
      String name, HostView host, List<Reading<LogFacts>> logs, Optional<String> driver) {
    List<LogFacts> known = logs.stream().flatMap(log -> log.known().stream()).toList();
    List<Episode> episodes = known.stream().flatMap(log -> log.episodes().stream()).toList();
    HostTraits reader = new HostTraits(host);
    Optional<SurveyedNic> nic = reader.subject(episodes, driver);
    reader.machine();
    reader.device(nic);
    nic.ifPresent(reader::settings);
    Optional<String> interfaceName =
        nic.map(each -> each.name().value())
            .or(() ->
                episodes.stream()
                    .flatMap(episode -> episode.nic().interfaceName().stream())
                    .findFirst());
    episodes.stream()
        .flatMap(episode -> episode.nic().driver().stream())
        .findFirst()
        .ifPresent(logged -> reader.traits.putIfAbsent(Trait.DRIVER, logged));
    return new ComparedHost(
        name, interfaceName, state(known, episodes), basis(known, episodes), reader.traits);
  }

  private static State state(List<LogFacts> logs, List<Episode> episodes) {
    if (!episodes.isEmpty()) {
      return State.HANGS;
    }
    return covered(logs).compareTo(LONG_ENOUGH) >= 0 ? State.HEALTHY : State.NOT_KNOWN;
  }

  /// How much time the logs cover; spans without times count nothing.
  private static Duration covered(List<LogFacts> logs) {
    return logs.stream()
        .flatMap(log -> log.covers().stream())
        .flatMap(span -> Gap.between(span.from(), span.to()).stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static String basis(List<LogFacts> logs, List<Episode> episodes) {
    if (!episodes.isEmpty()) {
      return episodes.size() == 1 ? "1 hang" : episodes.size() + " hangs";
    }
    List<LogCoverage> spans = logs.stream().flatMap(log -> log.covers().stream()).toList();
    if (spans.isEmpty()) {
      return "no log read";
    }
    return covered(logs).compareTo(LONG_ENOUGH) >= 0
        ? "none from " + spans.getFirst().from().text() + " to " + spans.getLast().to().text()
        : "unknown: the log is shorter than an hour";
  }

  /// The NIC that hangs by address or name; else one of the driver; else the first with a carrier.
  private Optional<SurveyedNic> subject(List<Episode> episodes, Optional<String> driver) {
    for (Episode episode : episodes) {
      for (SurveyedNic nic : survey.nics()) {
        if (episode.nic().interfaceName().equals(Optional.of(nic.name().value()))) {
          return Optional.of(nic);
        }
      }
    }
    return survey.nics().stream()
        .filter(nic -> driver.isPresent() && driverOf(nic).equals(driver))
        .findFirst()
        .or(() -> survey.nics().stream().filter(HostTraits::hasCarrier).findFirst())
        .or(() -> survey.nics().stream().findFirst());
  }

  private static Optional<String> driverOf(SurveyedNic nic) {
    return nic.driver().known().map(info -> info.driver());
  }

  private static boolean hasCarrier(SurveyedNic nic) {
    return nic.link()
        .known()
        .flatMap(link -> link.state().carrier())
        .filter(Boolean::booleanValue)
        .isPresent();
  }

  private void put(Trait trait, Optional<String> value) {
    value.filter(text -> !text.isEmpty()).ifPresent(text -> traits.put(trait, text));
  }

  private void machine() {
    Machine machine = survey.machine();
    put(
        Trait.KERNEL,
        machine
            .kernel()
            .or(() ->
                output("uname", "-a")
                    .flatMap(text -> UnameLine.read(text).known())
                    .map(UnameLine::release)));
    put(
        Trait.PRODUCT,
        machine
            .product()
            .map(product -> machine.vendor().map(vendor -> vendor + " ").orElse("") + product));
    put(Trait.BIOS, machine.biosVersion());
  }

  private void device(Optional<SurveyedNic> nic) {
    Optional<NicDevice.Pci> pci =
        nic.flatMap(each -> each.device().known())
            .flatMap(device ->
                device instanceof NicDevice.Pci own ? Optional.of(own) : Optional.empty());
    if (pci.isPresent()) {
      function(pci.get().function());
      put(Trait.FAMILY, pci.get().chip().map(Chip::family));
      put(
          Trait.ASPM,
          pci.get()
              .link()
              .known()
              .map(link -> link.enabled().isEmpty() ? "off" : String.join(" ", link.enabled())));
    } else {
      listed(nic).ifPresent(this::function);
    }
  }

  private void function(PciFunction function) {
    put(
        Trait.CHIP,
        function
            .deviceName()
            .map(name -> name + function.id().map(id -> " [" + id + "]").orElse(""))
            .or(() -> function.id().map(Object::toString)));
    put(Trait.REVISION, function.revision().map(revision -> String.format("%02x", revision)));
  }

  /// Of pasted outputs: the function that the driver names; else the only Ethernet controller.
  private Optional<PciFunction> listed(Optional<SurveyedNic> nic) {
    List<PciFunction> ethernet =
        output("lspci", "-nnk").flatMap(text -> Lspci.read(text).known()).orElse(List.of()).stream()
            .filter(HostTraits::isEthernet)
            .toList();
    Optional<String> bus = nic.flatMap(each -> each.driver().known()).map(info -> info.busInfo());
    return ethernet.stream()
        .filter(function -> bus.equals(Optional.of(function.address().value())))
        .findFirst()
        .or(() -> ethernet.size() == 1 ? Optional.of(ethernet.getFirst()) : Optional.empty());
  }

  private static boolean isEthernet(PciFunction function) {
    return function.classCode().filter(code -> code >>> INTERFACE_BITS == ETHERNET).isPresent();
  }

  private Optional<PastedText> output(String... argv) {
    Command command = new Command(List.of(argv), DEADLINE);
    return host.command(command)
        .known()
        .map(CommandOutput::out)
        .map(Content::utf8)
        .map(text -> PastedText.of(text, new Origin(command.line())));
  }

  private void settings(SurveyedNic nic) {
    nic.driver()
        .known()
        .ifPresent(info -> {
          put(Trait.DRIVER, Optional.of(info.driver()));
          put(Trait.DRIVER_VERSION, Optional.of(info.version()));
          put(Trait.FIRMWARE, Optional.of(info.firmware()));
        });
    Optional<Offloads> offloads = nic.offloads().known();
    SWITCHES.forEach((trait, group) ->
        put(trait, offloads.flatMap(all -> all.isOn(group).map(on -> word(all, group, on)))));
    put(Trait.EEE, nic.settings().eee().known().map(eee -> eee.enabled() ? "on" : "off"));
    put(
        Trait.PAUSE,
        nic.settings()
            .pause()
            .known()
            .map(pause -> (pause.rx() ? "on" : "off") + "/" + (pause.tx() ? "on" : "off")));
    put(
        Trait.TX_RING,
        nic.settings().rings().known().flatMap(rings -> rings.tx()).map(String::valueOf));
    put(
        Trait.SPEED,
        nic.settings()
            .modes()
            .known()
            .flatMap(modes -> modes.speedMegabits())
            .map(speed -> speed + " Mb/s"));
  }

  /// As `ethtool -k` prints it: `off [fixed]` is what chip and kernel decide.
  private static String word(Offloads offloads, OffloadGroup group, boolean on) {
    boolean fixed = offloads.members(group).stream().noneMatch(Offload::changeable);
    return (on ? "on" : "off") + (fixed ? ComparedHost.FIXED : "");
  }
}
