package dev.unhang.repair.guard;

import dev.unhang.hosts.survey.RegisterLayout;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelQuestion.RegistersOf;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.log.HangDump;
import dev.unhang.model.log.HangDump.Field;
import dev.unhang.model.net.RegisterDump;
import dev.unhang.model.net.TxRegisters;
import dev.unhang.model.plan.Risk;
import java.util.Optional;
import java.util.OptionalInt;

/// A device that does not answer gets no reset: its driver can stop the whole host over it. Alive
/// means that its configuration space answers, its registers too, and that it heard where the
/// driver put the tail of its ring.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_flush_tx_ring() has BUG_ON(tdt !=
/// tx_ring->next_to_use), and is reached from e1000e_reset() and e1000e_down() with rtnl held
/// (v6.12)
public final class DeviceAlive implements Guard {
  private static final String POWER_CYCLE =
      "save what is open, then power the host off, unplugged, for a minute";

  private static final int ALL_ONES = -1;

  /// Where STATUS is in the dumps of all drivers that are known.
  private static final int STATUS = 1;

  @Override
  public String name() {
    return "device-alive";
  }

  @Override
  public GuardAnswer answer(Risk risk, Circumstances now) {
    NicFacts nic = now.nic();
    if (!risk.isReset() || nic.pci().isEmpty()) {
      return new GuardAnswer.Allows();
    }
    Optional<String> dead =
        silence(now.host(), nic).or(() -> now.lastReport().flatMap(DeviceAlive::deaf));
    return dead.isPresent()
        ? new GuardAnswer.Refuses(
            "the device does not answer: "
                + dead.get()
                + "; a driver that resets it may stop the whole host",
            Optional.of(POWER_CYCLE))
        : Sight.allowed(
            bus(now.host(), nic.pci().get()).doubt().or(registers(now.host(), nic)::doubt));
  }

  /// What shows that a device answers nothing; empty where it answers, and where that was not read.
  public static Optional<String> silence(HostView host, NicFacts nic) {
    boolean off =
        nic.pci()
            .flatMap(device -> bus(host, device).there())
            .filter(state -> !state.answers())
            .isPresent();
    if (off) {
      return Optional.of("its configuration space reads all ones");
    }
    return registers(host, nic)
        .there()
        .filter(dump -> isDead(dump, nic))
        .map(dead -> "its registers read all ones, though it is on the bus");
  }

  private static Sight<DeviceState> bus(HostView host, PciAddress device) {
    return Sight.needed("configuration space of " + device, DeviceState.read(host, device));
  }

  /// Drivers need not offer them.
  private static Sight<RegisterDump> registers(HostView host, NicFacts nic) {
    return Sight.of("registers of " + nic.name(), host.kernel().ask(new RegistersOf(nic.name())));
  }

  /// A driver's own order tells STATUS, TCTL and the rings; without it only a dump of nothing but
  /// ones is known to be no answer.
  private static boolean isDead(RegisterDump dump, NicFacts nic) {
    Optional<TxRegisters> known =
        nic.driverName().flatMap(RegisterLayout::of).flatMap(layout -> layout.read(dump));
    return known.isPresent()
        ? known.get().status() == ALL_ONES
        : dump.words().size() > STATUS && dump.words().stream().allMatch(word -> word == ALL_ONES);
  }

  /// The driver writes next_to_use to TDT: where the two differ, the write was lost.
  private static Optional<String> deaf(HangDump report) {
    OptionalInt tail = report.index(Field.TDT);
    OptionalInt next = report.index(Field.NEXT_TO_USE);
    return tail.isPresent() && next.isPresent() && tail.getAsInt() != next.getAsInt()
        ? Optional.of(
            "its last report shows TDT "
                + Integer.toHexString(tail.getAsInt())
                + " where the driver put next_to_use, "
                + Integer.toHexString(next.getAsInt()))
        : Optional.empty();
  }
}
