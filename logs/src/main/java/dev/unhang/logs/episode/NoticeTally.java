package dev.unhang.logs.episode;

import dev.unhang.logs.message.NicNames;
import dev.unhang.model.log.Gap;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LinkMode;
import dev.unhang.model.log.LogStamp;
import dev.unhang.model.log.LoggedNic;
import dev.unhang.model.log.Notice;
import dev.unhang.model.log.NoticeLines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Joins lines that say the same of the same NIC, as long as they follow one another closely: what
/// came first, a lockup or a hang, can then be told hours into a boot.
final class NoticeTally {
  /// A link that flaps every ten minutes for a month does so 4,320 times.
  private static final int MAX = 10_000;

  private static final Duration APART = Duration.ofMinutes(5);

  /// The lines of one reset.
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private record Key(LoggedNic nic, Notice notice, LinkMode mode) {}

  /// Lines that may go on.
  ///
  /// @param at where they stand
  /// @param text the last of them
  private record Open(int at, String text) {}

  private final List<NoticeLines> all = new ArrayList<>();

  /// Where the lines of this boot stand that may go on.
  private final Map<Key, Open> open = new HashMap<>();

  private int ofEarlierBoots;

  void add(KernelEvent event, LoggedNic nic, Notice notice) {
    add(event, nic, notice, LinkMode.UNTOLD);
  }

  /// @param mode what a link came up with
  void add(KernelEvent event, LoggedNic nic, Notice notice, LinkMode mode) {
    Key key = new Key(nic, notice, mode);
    Open now = open.get(key);
    if (now != null && isClose(all.get(now.at()).last(), event.at())) {
      if (!isSameReset(now, notice, event)) {
        all.set(now.at(), all.get(now.at()).upTo(event.at()));
      }
      open.put(key, new Open(now.at(), event.text()));
    } else if (all.size() < MAX) {
      open.put(key, new Open(all.size(), event.text()));
      all.add(
          new NoticeLines(
              event.boot(),
              nic,
              notice,
              1,
              event.at(),
              event.at(),
              event.place(),
              event.text().strip(),
              mode));
    }
  }

  /// A driver may say in several words that it resets, one after the other.
  private boolean isSameReset(Open now, Notice notice, KernelEvent event) {
    return notice == Notice.ADAPTER_RESET
        && !now.text().equals(event.text())
        && Gap.between(all.get(now.at()).last(), event.at())
            .filter(gap -> gap.abs().compareTo(AT_ONCE) <= 0)
            .isPresent();
  }

  private static boolean isClose(LogStamp last, LogStamp next) {
    return Gap.between(last, next).map(gap -> gap.abs().compareTo(APART) <= 0).orElse(true);
  }

  /// The boot's log ends: what it calls its NICs is known now.
  void bootEnds(NicNames names) {
    for (int i = ofEarlierBoots; i < all.size(); i++) {
      NoticeLines lines = all.get(i);
      if (lines.notice().namesNic()) {
        all.set(i, lines.named(names.completed(lines.nic())));
      }
    }
    ofEarlierBoots = all.size();
    open.clear();
  }

  List<NoticeLines> all() {
    return List.copyOf(all);
  }
}
