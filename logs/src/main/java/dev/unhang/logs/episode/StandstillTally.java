package dev.unhang.logs.episode;

import dev.unhang.logs.message.NicNames;
import dev.unhang.model.log.Episode.Outcome;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LogStamp;
import dev.unhang.model.log.LoggedNic;
import dev.unhang.model.log.QueueTimeout;
import dev.unhang.model.log.SameNic;
import dev.unhang.model.log.Standstill;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Joins the lines that tell of one standstill, and finds out how each ended.
final class StandstillTally {
  /// One every five minutes for a month are 8,640.
  private static final int MAX = 10_000;

  /// NICs that may stand still at once. More is no host's.
  private static final int MAX_OPEN = 256;

  private final List<OpenStandstill> open = new ArrayList<>();
  private final List<Standstill> closed = new ArrayList<>();
  private int ofEarlierBoots;

  /// @param byCore whether the core's watchdog says so; else the driver
  void add(KernelEvent event, LoggedNic nic, QueueTimeout timeout, boolean byCore) {
    for (OpenStandstill each : open) {
      if (SameNic.is(each.nic(), nic) && each.continuesWith(event, timeout)) {
        each.add(event, timeout, byCore);
        return;
      }
    }
    close(each -> SameNic.is(each.nic(), nic), Outcome.UNKNOWN);
    if (open.size() == MAX_OPEN) {
      closed.add(open.removeFirst().close(Outcome.UNKNOWN));
    }
    if (closed.size() + open.size() < MAX) {
      open.add(new OpenStandstill(event, nic, timeout, byCore));
    }
  }

  void ended(LoggedNic nic, Outcome how, KernelEvent by) {
    for (OpenStandstill each : open) {
      if (SameNic.is(each.nic(), nic)) {
        each.ended(how, by);
      }
    }
  }

  /// The host goes down cleanly.
  void shutdown(KernelEvent by) {
    open.forEach(each -> each.ended(Outcome.ENDED_BY_SHUTDOWN, by));
  }

  /// The boot's log ends.
  ///
  /// @param how what became of those that stood until then; empty where the log merely ends
  void bootEnds(NicNames names, LogStamp logEnd, Optional<Outcome> how) {
    close(each -> each.stoodAt(logEnd), how.orElse(Outcome.CONTINUING));
    close(each -> true, Outcome.UNKNOWN);
    for (int i = ofEarlierBoots; i < closed.size(); i++) {
      closed.set(i, closed.get(i).named(names.completed(closed.get(i).nic())));
    }
    ofEarlierBoots = closed.size();
  }

  private void close(Predicate<OpenStandstill> which, Outcome otherwise) {
    for (OpenStandstill each : List.copyOf(open)) {
      if (which.test(each)) {
        open.remove(each);
        closed.add(each.close(otherwise));
      }
    }
  }

  /// In the order they ended.
  List<Standstill> all() {
    return List.copyOf(closed);
  }
}
