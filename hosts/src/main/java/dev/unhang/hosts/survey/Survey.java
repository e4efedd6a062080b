package dev.unhang.hosts.survey;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelQuestion.Addresses;
import dev.unhang.model.host.KernelQuestion.CoalescingOf;
import dev.unhang.model.host.KernelQuestion.DetectionOf;
import dev.unhang.model.host.KernelQuestion.DriverOf;
import dev.unhang.model.host.KernelQuestion.EeeOf;
import dev.unhang.model.host.KernelQuestion.LinkModesOf;
import dev.unhang.model.host.KernelQuestion.Links;
import dev.unhang.model.host.KernelQuestion.OffloadsOf;
import dev.unhang.model.host.KernelQuestion.PauseOf;
import dev.unhang.model.host.KernelQuestion.PortOf;
import dev.unhang.model.host.KernelQuestion.PrivateFlagsOf;
import dev.unhang.model.host.KernelQuestion.RingsOf;
import dev.unhang.model.host.KernelQuestion.StatisticsOf;
import dev.unhang.model.host.KernelQuestion.WakeOnLanOf;
import dev.unhang.model.host.KernelView;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.net.DriverInfo;
import dev.unhang.model.net.InterfaceAddress;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.NicCounts;
import dev.unhang.model.net.NicDevice;
import dev.unhang.model.net.NicSettings;
import dev.unhang.model.net.NicSurvey;
import dev.unhang.model.net.SurveyedNic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Reads every NIC of a host as fully as it can be read. Nothing is changed.
public final class Survey {
  private static final HostPath CLASS_NET = new HostPath("/sys/class/net");
  private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{2}(?::[0-9a-f]{2}){5}");
  private static final SourceId LINKS = new SourceId("links");

  private final HostView host;
  private final Reading<List<Link>> links;
  private final Reading<List<InterfaceAddress>> addresses;
  private final Devices devices;

  private Survey(HostView host) {
    this.host = host;
    this.links = host.kernel().ask(new Links());
    this.addresses = host.kernel().ask(new Addresses());
    this.devices = new Devices(host);
  }

  /// Every NIC, or the interfaces named, whatever they are.
  ///
  /// @param named names and alternative names; empty for every NIC
  public static NicSurvey read(HostView host, List<String> named) {
    Survey survey = new Survey(host);
    List<SurveyedNic> nics = new ArrayList<>();
    for (InterfaceName name : named.isEmpty() ? survey.physical() : survey.found(named)) {
      nics.add(survey.nic(name));
    }
    return new NicSurvey(
        GuestKind.of(host),
        MachineSource.read(host),
        MachineSource.origin(host),
        nics,
        named.isEmpty() ? survey.devices.withoutInterface() : List.of());
  }

  /// Interfaces with a device behind them. sysfs and rtnetlink are asked both: containers often
  /// lack the one, and kernels before 5.14 don't tell it by the other.
  private List<InterfaceName> physical() {
    TreeSet<InterfaceName> names = new TreeSet<>();
    for (String name : host.list(CLASS_NET).known().orElse(List.of())) {
      InterfaceName.parse(name).filter(nic -> Nics.isPhysical(host, nic)).ifPresent(names::add);
    }
    for (Link link : links.known().orElse(List.of())) {
      if (link.hardware().device().isPresent()) {
        names.add(link.name());
      }
    }
    return List.copyOf(names);
  }

  /// Those that are there, in the order they were named.
  private List<InterfaceName> found(List<String> named) {
    List<InterfaceName> names = new ArrayList<>();
    List<String> listed = host.list(CLASS_NET).known().orElse(List.of());
    for (String name : named) {
      Optional<InterfaceName> link =
          links.known().orElse(List.of()).stream()
              .filter(each -> isCalled(each, name))
              .map(Link::name)
              .findFirst();
      link.or(() -> InterfaceName.parse(name).filter(each -> listed.contains(name)))
          .filter(each -> !names.contains(each))
          .ifPresent(names::add);
    }
    return names;
  }

  private static boolean isCalled(Link link, String name) {
    return link.name().value().equals(name) || link.alternativeNames().contains(name);
  }

  private SurveyedNic nic(InterfaceName name) {
    Reading<Link> link = link(name);
    Reading<DriverInfo> driver = host.kernel().ask(new DriverOf(name));
    Reading<NicDevice> device = devices.of(name, link);
    return new SurveyedNic(
        name,
        link,
        device,
        ofLink(link, addresses, Survey::ownAddresses),
        devices.takenAway(name, device).orElseGet(() -> ofLink(link, links, LinkUsers::of)),
        driver,
        host.kernel().ask(new OffloadsOf(name)),
        settings(name),
        new NicCounts(
            TxQueues.read(host, name),
            host.kernel().ask(new StatisticsOf(name)),
            RegistersSource.read(host.kernel(), name, driver)),
        link.known().isPresent() ? Optional.empty() : toldAddress(name));
  }

  private Optional<String> toldAddress(InterfaceName name) {
    return host.read(CLASS_NET.resolve(name.value()).resolve("address"))
        .known()
        .map(text -> text.utf8().strip().toLowerCase(Locale.ROOT))
        .filter(text -> ADDRESS.matcher(text).matches());
  }

  private NicSettings settings(InterfaceName name) {
    KernelView kernel = host.kernel();
    return new NicSettings(
        kernel.ask(new DetectionOf(name)),
        kernel.ask(new PortOf(name)),
        kernel.ask(new LinkModesOf(name)),
        kernel.ask(new RingsOf(name)),
        kernel.ask(new CoalescingOf(name)),
        kernel.ask(new PauseOf(name)),
        kernel.ask(new EeeOf(name)),
        kernel.ask(new WakeOnLanOf(name)),
        kernel.ask(new PrivateFlagsOf(name)));
  }

  private Reading<Link> link(InterfaceName name) {
    Reading<Optional<Link>> found =
        links.map(all -> all.stream().filter(link -> link.name().equals(name)).findFirst());
    if (found.known().isPresent() && found.known().get().isEmpty()) {
      return new Reading.Absent<>(
          LINKS, WhyAbsent.NOT_COLLECTED, "rtnetlink does not list " + name);
    }
    return found.map(Optional::orElseThrow);
  }

  private static List<InterfaceAddress> ownAddresses(Link link, List<InterfaceAddress> all) {
    return all.stream().filter(address -> address.index() == link.index()).toList();
  }

  /// What a list says of one link.
  private interface Picking<A, B> {
    B pick(Link link, List<A> all);
  }

  /// Without its link nothing can be picked for a NIC, whatever else was read.
  private static <A, B> Reading<B> ofLink(
      Reading<Link> link, Reading<List<A>> all, Picking<A, B> picking) {
    return link.known().isEmpty()
        ? link.map(none -> picking.pick(none, List.of()))
        : all.map(list -> picking.pick(link.known().get(), list));
  }
}
