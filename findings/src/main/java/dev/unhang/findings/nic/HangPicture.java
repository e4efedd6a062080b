package dev.unhang.findings.nic;

import dev.unhang.model.log.Episode;
import dev.unhang.model.log.HangDump;
import dev.unhang.model.log.HangDump.Field;
import dev.unhang.model.log.RingUse;
import java.util.Optional;
import java.util.OptionalLong;

/// What the registers of a report show together: whether anything was stuck at all, and what kept
/// it. Where a register is not in the report, it shows nothing.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_print_hw_hang();
/// drivers/net/ethernet/intel/e1000e/defines.h, E1000_STATUS_LU and after it (v6.1)
public record HangPicture(Episode episode) {
  private static final long ALL_ONES = 0xffff_ffffL;
  private static final long PHY_ALL_ONES = 0xffff;

  /// `E1000_STATUS_LU`.
  private static final long MAC_LINK = 0x2;

  /// `E1000_STATUS_PCIM_STATE`.
  private static final long MAC_POWER_GATED = 0x4000_0000;

  /// `BMSR_LSTATUS`.
  private static final long PHY_LINK = 0x4;

  /// `PCI_STATUS_REC_TARGET_ABORT`, `PCI_STATUS_REC_MASTER_ABORT`.
  private static final long PCI_ABORTED = 0x3000;

  /// igb's and igc's name of the status.
  private static final String DESCRIPTOR_STATUS = "desc.status";

  private static final String XDP = "(XDP)";

  private HangDump dump() {
    return episode.dump();
  }

  private OptionalLong value(Field field) {
    return dump().value(field);
  }

  private boolean has(Field field, long bits) {
    OptionalLong value = value(field);
    return value.isPresent() && (value.getAsLong() & bits) == bits;
  }

  private boolean lacks(Field field, long bits) {
    OptionalLong value = value(field);
    return value.isPresent() && (value.getAsLong() & bits) == 0;
  }

  /// Whether a register reads as those of a device that left the bus do.
  public boolean isAllOnes() {
    return is(Field.TDH, ALL_ONES) || is(Field.TDT, ALL_ONES) || is(Field.MAC_STATUS, ALL_ONES);
  }

  private boolean is(Field field, long value) {
    OptionalLong read = value(field);
    return read.isPresent() && read.getAsLong() == value;
  }

  /// Whether MAC and PHY both had no link.
  public boolean linkIsDown() {
    return lacks(Field.MAC_STATUS, MAC_LINK)
        && lacks(Field.PHY_STATUS, PHY_LINK)
        && !is(Field.MAC_STATUS, 0)
        && !is(Field.PHY_STATUS, 0);
  }

  /// Whether the PHY did not answer: it reads all ones while the MAC doesn't.
  public boolean phyIsSilent() {
    return is(Field.PHY_STATUS, PHY_ALL_ONES) && !isAllOnes();
  }

  /// Whether the MAC said that it may use the bus; empty where its status is not in the report.
  public Optional<Boolean> mayUseBus() {
    OptionalLong status = value(Field.MAC_STATUS);
    return status.isEmpty() || isAllOnes() ? Optional.empty() : BusUse.of(status.getAsLong());
  }

  /// Whether an access of the NIC to memory ended in an abort, at some time since boot.
  public boolean wasAborted() {
    OptionalLong pci = value(Field.PCI_STATUS);
    return pci.isPresent()
        && pci.getAsLong() != PHY_ALL_ONES
        && (pci.getAsLong() & PCI_ABORTED) != 0;
  }

  /// Whether the MAC was left in a power-gated state; empty where its status is not in the report.
  public Optional<Boolean> isPowerGated() {
    return value(Field.MAC_STATUS).isEmpty() || isAllOnes()
        ? Optional.empty()
        : Optional.of(has(Field.MAC_STATUS, MAC_POWER_GATED));
  }

  /// The status the hardware wrote back for the oldest packet.
  private OptionalLong status() {
    OptionalLong status = value(Field.NEXT_TO_WATCH_STATUS);
    if (status.isPresent()) {
      return status;
    }
    String text = dump().asPrinted().get(DESCRIPTOR_STATUS);
    return text == null ? OptionalLong.empty() : new HexWord(text).value();
  }

  private boolean isSent() {
    return status().isPresent() && (status().getAsLong() & 1) == 1;
  }

  private boolean isUnsent() {
    return status().isPresent() && (status().getAsLong() & 1) == 0;
  }

  /// Whether the hardware has fetched all that it was given.
  public boolean isAllFetched() {
    return dump().index(Field.TDH).isPresent()
        && dump().index(Field.TDH).equals(dump().index(Field.TDT));
  }

  /// Whether the report lacks what would tell how its oldest packet stands.
  public boolean lacksStatus() {
    return status().isEmpty();
  }

  /// Why no packet was stuck, in words; empty where one was, or nothing tells.
  public Optional<String> nothingIsStuck() {
    if (isAllOnes()) {
      return Optional.empty();
    }
    if (is(Field.TIME_STAMP, 0)) {
      return Optional.of(
          "time_stamp is 0: the packet was freed before this was printed"
              + (episode.firstText().contains(XDP) ? ", on a ring of XDP" : ""));
    }
    if (isEmptyRing()) {
      return Optional.of(
          "TDH, TDT, next_to_use and next_to_clean are the same: nothing waited to be sent");
    }
    if (isAllFetched() && isSent()) {
      return Optional.of("all was sent, and the status says so: only the interrupt was missed");
    }
    return isBeyondRing(Field.TDH) || isBeyondRing(Field.TDT)
        ? Optional.of("head or tail lie beyond any ring: the registers were not read right")
        : Optional.empty();
  }

  /// Whether nothing was queued. igc reports such rings on kernels without commit 9b275176270e.
  private boolean isEmptyRing() {
    return isAllFetched()
        && dump().index(Field.TDH).equals(dump().index(Field.NEXT_TO_USE))
        && dump().index(Field.TDH).equals(dump().index(Field.NEXT_TO_CLEAN));
  }

  private boolean isBeyondRing(Field field) {
    return value(field).isPresent() && dump().index(field).isEmpty();
  }

  /// Whether this is a hang: not a report of 2019's kernels at link-up, and of something stuck.
  public boolean isHang() {
    return !isFalseAtLinkUp() && nothingIsStuck().isEmpty();
  }

  /// Whether kernels of 2019 print such a report of a healthy NIC.
  public boolean isFalseAtLinkUp() {
    return episode.outcome() == Episode.Outcome.FALSE_POSITIVE
        || linkIsDown()
            && episode.dumps() == 1
            && episode.outcome() != Episode.Outcome.RESET_BY_DRIVER;
  }

  /// Whether the hardware is past the oldest packet, and its status still says it is not.
  public boolean isWriteBackLost() {
    return isUnsent() && (isPastPacket() || isAllFetched() && headIsOff(Field.NEXT_TO_CLEAN));
  }

  private boolean headIsOff(Field field) {
    return dump().index(field).isPresent() && !dump().index(field).equals(dump().index(Field.TDH));
  }

  private boolean isPastPacket() {
    return position(Field.TDH).isPresent()
        && position(Field.NEXT_TO_WATCH).isPresent()
        && position(Field.NEXT_TO_USE).isPresent()
        && position(Field.TDH).getAsLong() > position(Field.NEXT_TO_WATCH).getAsLong()
        && position(Field.TDH).getAsLong() <= position(Field.NEXT_TO_USE).getAsLong();
  }

  /// How far behind next_to_clean an index is, in descriptors.
  private OptionalLong position(Field field) {
    Optional<Integer> size = episode.ring().map(RingUse::size);
    return size.isEmpty()
            || dump().index(field).isEmpty()
            || dump().index(Field.NEXT_TO_CLEAN).isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(
            Math.floorMod(
                dump().index(field).getAsInt() - dump().index(Field.NEXT_TO_CLEAN).getAsInt(),
                size.get()));
  }

  /// Whether the hardware stands within the oldest packet: it did not get through it.
  public boolean stoppedInPacket() {
    return position(Field.TDH).isPresent()
        && position(Field.NEXT_TO_WATCH).isPresent()
        && position(Field.TDH).getAsLong() <= position(Field.NEXT_TO_WATCH).getAsLong();
  }

  /// Whether the hardware is more than one descriptor past the oldest, and the report does not say
  /// where its packet ends.
  public boolean mayBePastPacket() {
    return position(Field.TDH).isPresent()
        && position(Field.TDH).getAsLong() > 1
        && (position(Field.NEXT_TO_WATCH).isEmpty() || lacksStatus())
        && dump().asPrinted().get(DESCRIPTOR_STATUS) == null;
  }
}
