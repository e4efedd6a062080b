package dev.unhang.hosts.saved;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelQuestion.OfNic;
import dev.unhang.model.host.KernelView;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A dead host's disk, looked at from a system that may run on the dead host's own machine: what
/// hardware and cable tell now is asked of that system, where it is the same machine and the same
/// controller, and says so in its origin. Its settings and counters are never taken: they are not
/// the dead host's.
public final class RescuedHost extends LaidOver {
  private static final String PCI = "/sys/bus/pci/devices/";
  private static final HostPath NET = new HostPath("/sys/class/net");

  /// Attributes of a function that no log tells.
  private static final Set<String> HARDWARE =
      Set.of("config", "current_link_speed", "current_link_width");

  private final HostView disk;
  private final HostView live;
  private final SameMachine same;

  public RescuedHost(HostView disk, HostView live) {
    super(disk);
    this.disk = disk;
    this.live = live;
    this.same = new SameMachine(disk, live);
  }

  /// Why nothing of the system that runs is used, or nothing for some controllers; empty where all
  /// of them are the same.
  public List<String> whyNot() {
    Optional<String> machine = same.whyNot();
    if (machine.isPresent()) {
      return List.of(machine.get());
    }
    List<String> reasons = new ArrayList<>();
    for (String name : disk.list(new HostPath("/sys/bus/pci/devices")).known().orElse(List.of())) {
      PciAddress.parse(name).flatMap(same::whyNot).ifPresent(reasons::add);
    }
    return reasons;
  }

  static <T> Reading<T> labelled(Reading<T> answer) {
    return switch (answer) {
      case Reading.Read<T> read -> new Reading.Read<>(read.value(), read.origin().ofRescueSystem());
      case Reading.Partly<T> partly ->
          new Reading.Partly<>(partly.value(), partly.troubles(), partly.origin().ofRescueSystem());
      case Reading.Absent<T> absent ->
          new Reading.Absent<>(absent.source(), absent.why(), "rescue system: " + absent.hint());
      case Reading.Unreadable<T> broken ->
          new Reading.Unreadable<>(broken.trouble(), broken.origin().ofRescueSystem());
    };
  }

  @Override
  public Reading<Content> read(HostPath path) {
    String[] parts =
        path.value().startsWith(PCI) ? path.value().substring(PCI.length()).split("/", 2) : null;
    boolean isHardware = parts != null && parts.length == 2 && HARDWARE.contains(parts[1]);
    Optional<PciAddress> function =
        isHardware && parts != null ? PciAddress.parse(parts[0]) : Optional.empty();
    return function.isPresent() && same.whyNot(function.get()).isEmpty()
        ? labelled(live.read(path))
        : super.read(path);
  }

  /// What a NIC of the disk is called here.
  private Optional<InterfaceName> here(InterfaceName nic) {
    Optional<String> function = function(disk, nic.value());
    for (String name : live.list(NET).known().orElse(List.of())) {
      if (function.isPresent() && function(live, name).equals(function)) {
        return InterfaceName.parse(name);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> function(HostView host, String nic) {
    return host.link(NET.resolve(nic).resolve("device"))
        .known()
        .map(target -> target.substring(target.lastIndexOf('/') + 1));
  }

  /// Asks about a NIC of the disk.
  <T> Reading<T> ask(OfNic<T> question) {
    InterfaceName nic = question.nic();
    Optional<String> why =
        function(disk, nic.value())
            .flatMap(PciAddress::parse)
            .map(same::whyNot)
            .orElse(Optional.of("the disk's log does not tell the controller of " + nic));
    if (why.isPresent()) {
      return not(why.get());
    }
    return here(nic)
        .map(name -> labelled(live.kernel().ask(question.of(name))))
        .orElseGet(() -> not("the controller of " + nic + " has no interface in this system"));
  }

  private static <T> Reading<T> not(String why) {
    return new Reading.Absent<>(
        SavedHostView.SAVED,
        WhyAbsent.NOT_OFFERED,
        "this is the disk of a host that doesn't run, and this system is not asked: " + why);
  }

  @Override
  public KernelView kernel() {
    return new RescuedKernel(this);
  }
}
