package dev.unhang.findings.nic;

import dev.unhang.model.finding.Citation;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.FaultLines;
import dev.unhang.model.log.Gap;
import dev.unhang.model.log.LogStamp;
import dev.unhang.model.log.Notice;
import dev.unhang.model.log.NoticeLines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Whether a person or a program took a NIC away: then that its device is gone is no illness.
///
/// Kernel: drivers/pci/hotplug/pciehp_ctrl.c, pciehp_handle_presence_or_link_change(): a slot whose
/// card died keeps its presence (v6.1)
public final class Removal {
  /// From the first register that reads all ones to the slot's own words.
  private static final Duration AT_ONCE = Duration.ofSeconds(10);

  private Removal() {}

  /// What shows it; empty where nothing does, and where it came back.
  public static List<Citation> evidence(NicCase nic) {
    List<Citation> evidence = new ArrayList<>();
    nic.notices(Notice.DRIVER_REMOVED, Notice.ADAPTER_UNPLUGGED).stream()
        .filter(removal -> comeback(nic, removal).isEmpty())
        .map(removal -> Cite.notice(removal, "the driver released it cleanly"))
        .forEach(evidence::add);
    nic.faults(Fault.DEVICE_LOST).stream()
        .flatMap(lost -> near(nic, lost.boot(), lost.first(), Notice.CARD_UNPLUGGED).stream())
        .map(slot -> Cite.notice(slot, "the slot was emptied as the device was lost"))
        .forEach(evidence::add);
    if (nic.logged().pci().isEmpty()) {
      nic.notices(Notice.LINK_DOWN).stream()
          .flatMap(down -> near(nic, down.boot(), down.last(), Notice.USB_UNPLUGGED).stream())
          .map(port -> Cite.notice(port, "unplugged as its link went down"))
          .forEach(evidence::add);
    }
    return evidence.stream().distinct().toList();
  }

  /// What shows that a person or a program took it away as it was lost, within seconds: then it was
  /// not lost. Empty where the loss came long before; where nothing tells which came when, the
  /// removal counts.
  public static List<Citation> excuse(NicCase nic, List<FaultLines> lost) {
    Predicate<LogStamp> excuses = excuses(nic);
    boolean undated = lost.isEmpty() || lost.stream().anyMatch(lines -> !lines.first().isKnown());
    return undated || lost.stream().allMatch(lines -> excuses.test(lines.first()))
        ? evidence(nic)
        : List.of();
  }

  /// Whether a person or a program took the NIC away within seconds of a moment: a card that was
  /// lost hours before, or after, was not taken away then.
  public static Predicate<LogStamp> excuses(NicCase nic) {
    if (evidence(nic).isEmpty()) {
      return moment -> false;
    }
    List<NoticeLines> taken =
        Stream.concat(
                nic.notices(Notice.DRIVER_REMOVED, Notice.ADAPTER_UNPLUGGED).stream(),
                nic.hostNotices(Notice.CARD_UNPLUGGED, Notice.USB_UNPLUGGED).stream())
            .toList();
    return moment ->
        taken.stream()
            .anyMatch(each -> isNear(each.first(), moment) || isNear(each.last(), moment));
  }

  /// The link that came up after a removal.
  public static Optional<NoticeLines> comeback(NicCase nic, NoticeLines removal) {
    return nic.notices(Notice.LINK_UP).stream()
        .filter(up ->
            Gap.between(removal.last(), up.last()).filter(gap -> !gap.isNegative()).isPresent())
        .findFirst();
  }

  private static Optional<NoticeLines> near(
      NicCase nic, Optional<?> boot, LogStamp at, Notice notice) {
    return nic.hostNotices(notice).stream()
        .filter(each -> each.boot().equals(boot))
        .filter(each -> isNear(each.first(), at) || isNear(each.last(), at))
        .findFirst();
  }

  private static boolean isNear(LogStamp one, LogStamp other) {
    return Gap.between(one, other).filter(gap -> gap.abs().compareTo(AT_ONCE) <= 0).isPresent();
  }
}
