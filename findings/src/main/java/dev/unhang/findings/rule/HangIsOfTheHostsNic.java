package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.facts.HostFacts;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.facts.Witnessed;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.PciId;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.log.Episode;
import dev.unhang.model.net.Chip;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The NIC that hung is not the one in the guest: either the host and its guests went dark
/// together, or this machine is a guest itself, and the NIC it sees is a program of its hypervisor.
///
/// What speaks against: a real NIC that was passed through; a witness to whom the host answered.
///
/// Program: QEMU, hw/net/e1000e.c; both it and VMware present an 82574, or an 82540 or 82545
public final class HangIsOfTheHostsNic implements Rule {
  private static final RuleId ID = new RuleId("hang-is-of-the-hosts-nic");
  private static final SourceId PCI = new SourceId("pci-devices");
  private static final Set<String> EMULATED = Set.of("82574", "82540", "82545");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    if (nic.hangs().isEmpty()) {
      return Optional.empty();
    }
    Optional<String> guest = nic.host().guest().filter(kind -> kind.contains("machine"));
    return guest.isPresent() ? inGuest(nic, guest.get()) : witnessed(nic);
  }

  private static Optional<Finding> inGuest(NicCase nic, String guest) {
    Citation isGuest =
        new Citation(
            new Place.Whole(
                new Origin(guest.equals(HostFacts.GUEST_BY_LOG) ? "kernel log" : "/proc/cpuinfo")),
            "hypervisor",
            "this is " + guest);
    Optional<Chip> chip = nic.chip();
    if (chip.isEmpty()) {
      return Optional.of(
          new Finding.Undecided(
              ID,
              nic.name(),
              "this is " + guest + "; whether its NIC is a real one was not read",
              Set.of(PCI),
              "run in the guest: lspci -nnk"));
    }
    Citation device = Cite.chip(nic, id(nic), "an " + chip.get().family());
    if (!EMULATED.contains(chip.get().family())) {
      return Optional.of(
          new Finding.RuledOut(
              ID, nic.name(), "a real NIC was given to this guest", List.of(device)));
    }
    return Optional.of(
        new Finding.Diagnosed(
            ID,
            nic.name(),
            "the NIC of this guest is its hypervisor's: look at the host, or give the guest virtio",
            Confidence.LIKELY,
            List.of(Cite.firstReport(nic.hangs().getFirst(), "the hang"), isGuest, device),
            List.of(),
            false));
  }

  private static String id(NicCase nic) {
    return nic.now()
        .flatMap(NicFacts::device)
        .flatMap(device -> device.function().id())
        .map(PciId::toString)
        .orElse("PCI device");
  }

  /// A witness sees no NIC. It sees who went dark together while one of this host hung.
  private static Optional<Finding> witnessed(NicCase nic) {
    for (Episode hang : nic.hangs()) {
      for (Witnessed dark : darkDuring(nic, hang)) {
        Citation saw = new Citation(dark.place(), String.join(", ", dark.targets()), dark.part());
        if (dark.targets().size() > 1) {
          List<Citation> because = new ArrayList<>();
          because.add(saw);
          because.add(Cite.firstReport(hang, "its NIC hung meanwhile"));
          return Optional.of(
              new Finding.Diagnosed(
                  ID,
                  nic.name(),
                  "the host's own NIC: several went dark together while it hung",
                  Confidence.LIKELY,
                  because,
                  List.of(),
                  nic.isAnswered()));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Witnessed> darkDuring(NicCase nic, Episode hang) {
    Optional<Instant> from = hang.first().wall();
    Optional<Instant> to = hang.last().wall();
    if (from.isEmpty() || to.isEmpty()) {
      return List.of();
    }
    return nic.host().witnesses().stream()
        .flatMap(witness -> witness.dark().stream())
        .filter(dark -> nic.host().hostname().map(dark.hosts()::contains).orElse(false))
        .filter(dark -> !dark.lastAnswer().isAfter(to.get()))
        .filter(dark -> dark.until().map(until -> until.isAfter(from.get())).orElse(true))
        .toList();
  }
}
