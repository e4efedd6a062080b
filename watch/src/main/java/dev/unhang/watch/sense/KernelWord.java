package dev.unhang.watch.sense;

import dev.unhang.model.id.PciAddress;
import dev.unhang.model.log.HangDump;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LoggedNic;
import java.util.Optional;

/// What the kernel said of a NIC's transmit side, and the card that its record belongs to.
///
/// @param device the record's own field, `+pci:0000:00:19.0`; empty where it has none
/// @param keepsBorders whether the log keeps records apart, so that no stranger's text begins one
public record KernelWord(KernelEvent event, Optional<String> device, boolean keepsBorders) {
  private static final String ON_PCI = "+pci:";

  /// The NIC its text names, where it says that a transmit queue stands still.
  public Optional<LoggedNic> stuck() {
    return switch (event) {
      case KernelEvent.HangReported report -> Optional.of(report.nic());
      case KernelEvent.WatchdogFired fired -> Optional.of(fired.nic());
      case KernelEvent.TransmitTimedOut timeout -> Optional.of(timeout.nic());
      default -> Optional.empty();
    };
  }

  /// The registers it printed.
  public Optional<HangDump> dump() {
    return event instanceof KernelEvent.HangReported report
        ? Optional.of(report.dump())
        : Optional.empty();
  }

  /// Whether the record itself belongs to that card, and its text names no other. Text alone never
  /// does: any user of a host can get text of their choosing into a record of the kernel's, but no
  /// one chooses where a record begins, nor the card that the kernel enters beside it.
  public boolean isOf(WatchedNic nic) {
    Optional<PciAddress> card =
        device
            .filter(field -> field.startsWith(ON_PCI))
            .flatMap(field -> PciAddress.parse(field.substring(ON_PCI.length())));
    return keepsBorders
        && card.isPresent()
        && card.equals(nic.pci())
        && stuck().filter(named -> named.pci().map(card.get()::equals).orElse(true)).isPresent();
  }
}
