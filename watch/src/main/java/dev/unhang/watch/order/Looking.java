package dev.unhang.watch.order;

import dev.unhang.findings.nic.TwoLooks;
import dev.unhang.hosts.survey.SecondLooks;
import dev.unhang.hosts.survey.SysfsValue;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.LinkFlag;
import dev.unhang.model.net.NicLook;
import dev.unhang.model.net.TxRegisters;
import dev.unhang.repair.guard.DeviceAlive;
import dev.unhang.repair.guard.DeviceState;
import dev.unhang.watch.sense.Sight;
import dev.unhang.watch.sense.Sight.Kind;
import dev.unhang.watch.sense.WatchedNic;
import java.time.Duration;
import java.util.Optional;

/// Looks at the device itself: twice, with a moment in between. A link that is down, and a partner
/// that asks for a pause, explain a ring that stands still. One that may not use the bus stands
/// still whatever its link is: a reset that was interrupted leaves it so.
public final class Looking {
  /// A NIC that sends empties its ring in far less.
  private static final Duration BETWEEN = Duration.ofMillis(300);

  private static final HostPath DEVICES = new HostPath("/sys/bus/pci/devices");

  private final Site site;

  public Looking(Site site) {
    this.site = site;
  }

  /// What it shows.
  public Sight at(WatchedNic watched) {
    Optional<NicFacts> found = site.nic(watched);
    if (found.isEmpty()) {
      return new Sight(Kind.GONE, "there is no interface " + watched.name());
    }
    NicFacts nic = found.get();
    NicLook before = SecondLooks.look(site.view(), nic);
    if (hasNoLink(before) && !(isUp(before) && isAwake(nic))) {
      return new Sight(Kind.NO_LINK, "it has no link");
    }
    Optional<String> dead = DeviceAlive.silence(site.view(), nic);
    if (dead.isPresent()) {
      return new Sight(Kind.DEAD, dead.get());
    }
    Optional<String> barred =
        nic.pci()
            .flatMap(device -> DeviceState.read(site.view(), device).known())
            .flatMap(DeviceState::cannotSend);
    if (barred.isPresent()) {
      return new Sight(Kind.STANDS_STILL, barred.get());
    }
    if (hasNoLink(before)) {
      return new Sight(Kind.NO_LINK, "it has no link");
    }
    site.clocks().pause(BETWEEN);
    return compare(before, SecondLooks.look(site.view(), nic));
  }

  private static Sight compare(NicLook before, NicLook after) {
    TwoLooks looks = new TwoLooks(before, after);
    if (looks.moved()) {
      return new Sight(Kind.MOVES, "its ring moves");
    }
    if (hasNoLink(after)) {
      return new Sight(Kind.NO_LINK, "it has no link");
    }
    if (isPaused(before) && isPaused(after)) {
      return new Sight(Kind.HELD_BACK, "its partner's pause frames keep it from sending");
    }
    if (looks.standsStill()) {
      return new Sight(
          Kind.STANDS_STILL,
          "work waits and is not sent: "
              + String.join("; ", looks.standing().stream().map(each -> each.text()).toList()));
    }
    return before.counts().hasWork() || before.link().known().isPresent()
        ? new Sight(Kind.IDLE, "nothing waits to be sent")
        : new Sight(Kind.UNKNOWN, "neither its counters nor its registers could be read");
  }

  /// Its carrier stays while it hangs: without one nothing is sent, and nothing hangs.
  private static boolean hasNoLink(NicLook look) {
    return look.link().known().map(Link::state).filter(Looking::cannotCarry).isPresent();
  }

  private static boolean cannotCarry(Link.State state) {
    return !state.flags().contains(LinkFlag.UP) || state.carrier().equals(Optional.of(false));
  }

  private static boolean isUp(NicLook look) {
    return look.link()
        .known()
        .filter(link -> link.state().flags().contains(LinkFlag.UP))
        .isPresent();
  }

  /// Without a link a driver may let the device sleep: then it answers nothing, and may not use the
  /// bus, and all is well.
  ///
  /// Kernel: Documentation/ABI/testing/sysfs-devices-power, "runtime_status" (v6.1)
  private boolean isAwake(NicFacts nic) {
    return nic.pci()
        .map(device -> DEVICES.resolve(device.value()).resolve("power/runtime_status"))
        .flatMap(status -> SysfsValue.text(site.view(), status))
        .filter("active"::equals)
        .isPresent();
  }

  private static boolean isPaused(NicLook look) {
    return look.counts().registers().known().filter(TxRegisters::isPaused).isPresent();
  }
}
