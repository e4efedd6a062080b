package dev.unhang.findings.nic;

import dev.unhang.model.log.Gap;
import dev.unhang.model.log.LoggedNic;
import dev.unhang.model.log.Notice;
import dev.unhang.model.log.NoticeLines;
import dev.unhang.model.log.SameNic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A link that goes down again and again.
///
/// @param downs the lines that say so
public record FlappingLink(NoticeLines downs) {
  /// One is a switch that reboots, two are one whose ports come up before they learn; three are a
  /// person who tries cables.
  private static final int FEWEST = 4;

  /// Over hours as many are needed that no one who works on the host explains them.
  private static final int FEWEST_IN_A_DAY = 6;

  private static final Duration NEXT = Duration.ofHours(6);
  private static final Duration DAY = Duration.ofDays(1);

  /// The worst time that the logs tell of: many downs within minutes, else more of them in a day.
  public static Optional<FlappingLink> worst(NicCase nic) {
    List<NoticeLines> downs = nic.notices(Notice.LINK_DOWN);
    return most(downs.stream(), FEWEST).or(() -> most(joined(downs).stream(), FEWEST_IN_A_DAY));
  }

  private static Optional<FlappingLink> most(Stream<NoticeLines> downs, int fewest) {
    return downs
        .filter(lines -> lines.lines() >= fewest)
        .max(Comparator.comparingLong(NoticeLines::lines))
        .map(FlappingLink::new);
  }

  /// Downs of one boot, joined while less than [#NEXT] lies between them, a day's at most.
  private static List<NoticeLines> joined(List<NoticeLines> downs) {
    List<NoticeLines> joined = new ArrayList<>();
    for (NoticeLines lines : downs) {
      if (!joined.isEmpty() && continues(joined.getLast(), lines)) {
        joined.add(joined.removeLast().with(lines));
      } else {
        joined.add(lines);
      }
    }
    return joined;
  }

  private static boolean continues(NoticeLines before, NoticeLines next) {
    return before.boot().equals(next.boot())
        && isWithin(Gap.between(before.last(), next.first()), NEXT)
        && isWithin(Gap.between(before.first(), next.last()), DAY);
  }

  private static boolean isWithin(Optional<Duration> gap, Duration limit) {
    return gap.filter(each -> !each.isNegative() && each.compareTo(limit) <= 0).isPresent();
  }

  /// From the first to the last; empty where the lines bear no times.
  public Optional<Duration> span() {
    return Gap.between(downs.first(), downs.last());
  }

  /// The driver's resets, where there were about as many meanwhile: each takes the link down.
  public Optional<NoticeLines> resets(NicCase nic) {
    return nic.notices(Notice.ADAPTER_RESET).stream()
        .filter(resets -> resets.boot().equals(downs.boot()))
        .filter(resets -> isOf(resets.nic()) && resets.lines() >= downs.lines() - 1)
        .findFirst();
  }

  private boolean isOf(LoggedNic nic) {
    return SameNic.is(nic, downs.nic());
  }

  /// Where it came back in between; empty where no line says so.
  public Optional<NoticeLines> ups(NicCase nic) {
    List<NoticeLines> ups = nic.notices(Notice.LINK_UP);
    return ups.stream()
        .filter(lines -> lines.boot().equals(downs.boot()) && isOf(lines.nic()))
        .max(Comparator.comparingLong(NoticeLines::lines));
  }
}
