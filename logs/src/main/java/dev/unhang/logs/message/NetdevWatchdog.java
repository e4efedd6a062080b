package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LoggedNic;
import dev.unhang.model.log.QueueTimeout;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The core's transmit watchdog, in its wordings:
///
/// ```
/// NETDEV WATCHDOG: eth0: transmit timed out
/// NETDEV WATCHDOG: eth0 (e1000e): transmit queue 0 timed out
/// e1000e 0000:00:1f.6 eno1: NETDEV WATCHDOG: CPU: 3: transmit queue 0 timed out 5432 ms
/// ```
///
/// Kernel: net/sched/sch_generic.c, dev_watchdog() (2.6 to v6.12)
final class NetdevWatchdog implements MessageFamily {
  private static final String WORDS = "NETDEV WATCHDOG: ";

  private static final Pattern OLD =
      Pattern.compile("^(?<name>[^\\s:()]{1,15}) ?(?:\\((?<driver>[^)\\s]{0,31})\\))?:? ");

  private static final Pattern TIMED_OUT =
      Pattern.compile("transmit queue (?<queue>\\d{1,5}) timed out(?: (?<ms>\\d{1,12}) ms)?");

  @Override
  public List<String> words() {
    return List.of(WORDS);
  }

  @Override
  public Optional<KernelEvent> read(LogRecord record, String line) {
    int at = line.indexOf(WORDS);
    if (at < 0) {
      return Optional.empty();
    }
    return nic(line.substring(0, at), line.substring(at + WORDS.length()))
        .map(nic ->
            new KernelEvent.WatchdogFired(
                record.boot(),
                record.at(),
                record.place(),
                line.strip(),
                nic,
                timeout(line.substring(at))));
  }

  private static QueueTimeout timeout(String words) {
    Matcher matcher = TIMED_OUT.matcher(words);
    return matcher.find() ? Told.timeout(matcher, false) : QueueTimeout.BARE;
  }

  private static Optional<LoggedNic> nic(String before, String behind) {
    if (!before.isBlank()) {
      return NicPrefix.parse(before);
    }
    Matcher matcher = OLD.matcher(behind);
    if (!matcher.find()) {
      return Optional.of(LoggedNic.UNNAMED);
    }
    return Optional.of(
        new LoggedNic(
            Optional.ofNullable(matcher.group("driver")).filter(name -> !name.isEmpty()),
            Optional.empty(),
            Optional.of(matcher.group("name"))));
  }
}
