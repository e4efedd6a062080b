package dev.unhang.hosts.survey;

import dev.unhang.config.boot.BootSettings;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelQuestion.DriverOf;
import dev.unhang.model.host.KernelQuestion.LinkModesOf;
import dev.unhang.model.host.KernelQuestion.OffloadsOf;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.DriverInfo;
import java.util.List;
import java.util.Optional;

/// The host's NICs: interfaces with a device behind them.
///
/// Kernel: Documentation/ABI/testing/sysfs-class-net (v6.1)
public final class Nics {
  private static final HostPath CLASS_NET = new HostPath("/sys/class/net");

  private Nics() {}

  /// Every NIC, sorted by name.
  public static List<NicFacts> read(HostView host) {
    return facts(host, List.of());
  }

  /// One interface, whatever it is; empty where there is none of that name.
  public static Optional<NicFacts> read(HostView host, InterfaceName name) {
    return host.list(CLASS_NET).known().orElse(List.of()).contains(name.value())
        ? facts(host, List.of(name.value())).stream().findFirst()
        : Optional.empty();
  }

  /// A NIC as the next boot will find it: with the interfaces file that waits in the other's place,
  /// and by the name that a link file will give it. Empty where neither waits for it.
  public static Optional<NicFacts> atNextBoot(HostView host, NicFacts nic) {
    return new BootSettings(host).atNextBoot(nic.seen());
  }

  private static List<NicFacts> facts(HostView host, List<String> names) {
    BootSettings settings = new BootSettings(host);
    return Survey.read(host, names).nics().stream().map(settings::of).toList();
  }

  /// Whether there is a device behind an interface.
  static boolean isPhysical(HostView host, InterfaceName nic) {
    Reading<String> device = host.link(CLASS_NET.resolve(nic.value()).resolve("device"));
    return wasNotCollected(device) ? isSpokenOf(host, nic) : device.known().isPresent();
  }

  private static boolean wasNotCollected(Reading<?> reading) {
    return reading instanceof Reading.Absent<?> absent && absent.why() == WhyAbsent.NOT_COLLECTED;
  }

  /// Of a saved host whose devices were not saved: what its outputs of ethtool are about, unless
  /// its driver has no device. A bridge's is `N/A`, a tap's `tap`, a veth's empty.
  private static boolean isSpokenOf(HostView host, InterfaceName nic) {
    Optional<DriverInfo> driver = host.kernel().ask(new DriverOf(nic)).known();
    return driver.isPresent()
        ? driver.get().busInfo().indexOf(':') > 0 || driver.get().busInfo().startsWith("usb-")
        : !nic.value().equals("lo")
            && (host.kernel().ask(new OffloadsOf(nic)).known().isPresent() || hasModes(host, nic));
  }

  /// Virtual interfaces report no link mode that they support.
  private static boolean hasModes(HostView host, InterfaceName nic) {
    return host.kernel()
        .ask(new LinkModesOf(nic))
        .known()
        .filter(modes -> !modes.supported().isEmpty())
        .isPresent();
  }
}
