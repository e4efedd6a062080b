package dev.unhang.repair.guard;

import dev.unhang.findings.nic.KernelVersion;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.id.PciId;
import dev.unhang.model.net.NicDevice;
import dev.unhang.model.plan.Risk;
import dev.unhang.model.table.Table;
import java.util.List;
import java.util.Optional;

/// A chip that a kernel brings down further when its link drops: known-traps.tsv. Every step with a
/// risk drops the link.
final class KnownTrap implements Guard {
  private static final HostPath RELEASE = new HostPath("/proc/sys/kernel/osrelease");
  private static final int COLUMNS = 5;

  /// A line of the table.
  private record Trap(String id, KernelVersion first, KernelVersion last, String what) {
    static Trap of(List<String> row) {
      return new Trap(row.getFirst(), version(row.get(1)), version(row.get(2)), row.get(3));
    }

    private static KernelVersion version(String text) {
      return KernelVersion.of(text).orElseThrow();
    }

    boolean holds(KernelVersion kernel) {
      return kernel.compareTo(first) >= 0 && kernel.compareTo(last) <= 0;
    }
  }

  @Override
  public String name() {
    return "known-trap";
  }

  @Override
  public GuardAnswer answer(Risk risk, Circumstances now) {
    if (!risk.isReset()) {
      return new GuardAnswer.Allows();
    }
    Sight<NicDevice> device =
        Sight.of("PCI device of " + now.nic().name(), now.nic().seen().device());
    if (device.doubt().isPresent()) {
      return device.doubt().get();
    }
    if (!(device.there().orElse(null) instanceof NicDevice.Pci pci)) {
      return new GuardAnswer.Allows();
    }
    Optional<PciId> id = pci.function().id();
    if (id.isEmpty()) {
      return new GuardAnswer.CannotTell("PCI id of " + pci.function().address(), "not read");
    }
    List<Trap> traps = of(id.get());
    return traps.isEmpty() ? new GuardAnswer.Allows() : of(traps, now);
  }

  private static GuardAnswer of(List<Trap> traps, Circumstances now) {
    Sight<Content> release = Sight.needed(RELEASE.value(), now.host().read(RELEASE));
    if (release.there().isEmpty()) {
      return Sight.allowed(release.doubt());
    }
    String running = release.there().get().utf8().strip();
    Optional<KernelVersion> kernel = KernelVersion.of(running);
    if (kernel.isEmpty()) {
      return new GuardAnswer.CannotTell(RELEASE.value(), "'" + running + "' is no version");
    }
    return traps.stream()
        .filter(trap -> trap.holds(kernel.get()))
        .<GuardAnswer>map(trap ->
            new GuardAnswer.Refuses(
                "with kernel " + running + " " + trap.what(),
                Optional.of("save what is open, and reboot into another kernel")))
        .findFirst()
        .orElse(new GuardAnswer.Allows());
  }

  private static List<Trap> of(PciId id) {
    return rows().stream()
        .filter(row -> row.getFirst().equals(id.toString()))
        .map(Trap::of)
        .toList();
  }

  /// The table, for tests of it.
  static List<List<String>> rows() {
    return Table.read(KnownTrap.class, "known-traps.tsv", COLUMNS).rows();
  }
}
