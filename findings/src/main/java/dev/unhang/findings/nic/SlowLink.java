package dev.unhang.findings.nic;

import dev.unhang.model.log.Gap;
import dev.unhang.model.log.Notice;
import dev.unhang.model.log.NoticeLines;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A link below what its NIC can do, by the log's own words.
///
/// @param up the line that tells its speed
/// @param better what shows that it can do more: a line of such a link before, or the driver's
///   words that it took a slower one; empty where only its driver tells it
public record SlowLink(NoticeLines up, Optional<NoticeLines> better) {
  private static final int GIGABIT = 1000;

  /// All chips of these drivers can do 1000 Mb/s and more.
  ///
  /// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_print_link_info() (v6.1) and its
  /// like in the others; of e1000e but the 82562, of ICH8 and ICH9. e1000 isn't listed: its cards
  /// are of a time when partners of 100 Mb/s were common
  private static final Set<String> GIGABIT_DRIVERS =
      Set.of("e1000e", "igb", "igc", "ixgbe", "i40e", "ice", "atlantic");

  /// Whether lines are of a link that came up slowly.
  public static boolean is(NoticeLines lines) {
    return lines.notice() == Notice.LINK_UP
        && lines.mode().megabits().filter(speed -> speed < GIGABIT).isPresent();
  }

  private static boolean isFast(NoticeLines lines) {
    return lines.mode().megabits().filter(speed -> speed >= GIGABIT).isPresent();
  }

  /// The link as it came up last, where that was slow and the NIC is known to do more.
  public static Optional<SlowLink> of(NicCase nic) {
    List<NoticeLines> ups = nic.notices(Notice.LINK_UP);
    Optional<NoticeLines> last = ups.stream().reduce(SlowLink::later).filter(SlowLink::is);
    if (last.isEmpty()) {
      return Optional.empty();
    }
    Optional<NoticeLines> better =
        nic.notices(Notice.SPEED_DOWNGRADED).stream()
            .findFirst()
            .or(() -> ups.stream().filter(SlowLink::isFast).findFirst());
    return better.isPresent() || nic.driver().filter(GIGABIT_DRIVERS::contains).isPresent()
        ? Optional.of(new SlowLink(last.get(), better))
        : Optional.empty();
  }

  /// The link that came up slowly and came up faster after that.
  public static Optional<NoticeLines> mended(NicCase nic) {
    List<NoticeLines> ups = nic.notices(Notice.LINK_UP);
    return ups.stream().anyMatch(SlowLink::is)
        ? ups.stream().reduce(SlowLink::later).filter(SlowLink::isFast)
        : Optional.empty();
  }

  private static NoticeLines later(NoticeLines one, NoticeLines other) {
    return Gap.between(one.last(), other.last()).filter(gap -> gap.isNegative()).isPresent()
        ? one
        : other;
  }

  /// Mb/s.
  public int megabits() {
    return up.mode().megabits().orElseThrow();
  }
}
