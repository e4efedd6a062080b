package dev.unhang.hosts.kernellog;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.HangDump;
import dev.unhang.model.log.HangDump.Field;
import dev.unhang.model.log.LogFacts;
import dev.unhang.model.log.SameNic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Several logs of one host hold the same records: what the journal has, a syslog daemon and the
/// kernel's ring have too. An episode counts once.
public final class SeenTwice {
  private SeenTwice() {}

  /// The logs without the episodes that an earlier one of them has; a log that says nothing else
  /// counts nothing.
  public static List<Reading<LogFacts>> once(List<Reading<LogFacts>> logs) {
    List<Episode> known = new ArrayList<>();
    List<Reading<LogFacts>> once = new ArrayList<>();
    for (Reading<LogFacts> log : logs) {
      Reading<LogFacts> rest = log.map(facts -> facts.without(episode -> isIn(known, episode)));
      rest.known().ifPresent(facts -> known.addAll(facts.episodes()));
      once.add(rest);
    }
    return once;
  }

  private static boolean isIn(List<Episode> known, Episode episode) {
    return known.stream().anyMatch(each -> isSame(each, episode));
  }

  /// By printk's time to the microsecond, or by the registers that no two hangs share.
  private static boolean isSame(Episode one, Episode other) {
    if (!SameNic.is(one.nic(), other.nic())) {
      return false;
    }
    boolean sameTime =
        one.first().uptime().isPresent() && one.first().uptime().equals(other.first().uptime());
    return sameTime || sameRegisters(one.dump(), other.dump());
  }

  private static boolean sameRegisters(HangDump one, HangDump other) {
    return same(one, other, Field.JIFFIES)
        && same(one, other, Field.TIME_STAMP)
        && same(one, other, Field.NEXT_TO_CLEAN);
  }

  private static boolean same(HangDump one, HangDump other, Field field) {
    Optional<String> value = Optional.ofNullable(one.registers().get(field.label()));
    return value.isPresent()
        && value.equals(Optional.ofNullable(other.registers().get(field.label())));
  }
}
