package dev.unhang.model.log;

import dev.unhang.model.evidence.Place;
import dev.unhang.model.id.BootId;
import java.util.Optional;

/// One packet that got stuck, however often the kernel reported it. Reports belong together by
/// boot, NIC, queue, next_to_clean and time_stamp.
///
/// @param queue where the driver names one
/// @param firstIsAt whether the first report seen is the first there was; false where the hang was
///   already under way when the log begins
/// @param dump the first report that shows any register, else the first
/// @param ring empty where the indices are not all there
/// @param stuck at the last report; empty where the stamps are not there
public record Episode(
    Optional<BootId> boot,
    LoggedNic nic,
    Optional<Integer> queue,
    boolean firstIsAt,
    LogStamp first,
    LogStamp last,
    Place firstPlace,
    Place lastPlace,
    String firstText,
    long dumps,
    HangDump dump,
    Optional<RingUse> ring,
    Optional<StuckFor> stuck,
    Outcome outcome,
    Optional<Place> outcomePlace) {

  /// How an episode ended, as far as the log shows.
  public enum Outcome {
    /// Reports go on past the time the kernel's own watchdog would have reset the adapter.
    CONTINUING("continuing"),
    RESET_BY_DRIVER("reset by driver"),
    FREED_BY_LINK_CHANGE("freed by link change"),
    ENDED_BY_SHUTDOWN("ended by shutdown"),
    ENDED_BY_POWER_LOSS("ended by power loss"),
    FENCED_BY_WATCHDOG("fenced by watchdog"),
    FALSE_POSITIVE("false positive at link-up"),
    UNKNOWN("unknown");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    /// As in JSON and on screen.
    public String word() {
      return word;
    }
  }

  /// Whether two logs of one host tell of the same episode, whichever of its reports each holds.
  public boolean isSameAs(Episode other) {
    if (isOfOther(boot, other.boot) || !SameNic.is(nic, other.nic)) {
      return false;
    }
    return switch (SamePacket.of(dump, other.dump)) {
      case YES -> true;
      case NO -> false;
      case UNTOLD -> first.isSameMoment(other.first) || last.isSameMoment(other.last);
    };
  }

  private static boolean isOfOther(Optional<BootId> one, Optional<BootId> other) {
    return one.isPresent() && other.isPresent() && !one.equals(other);
  }

  /// The same episode with its NIC named as the rest of the log names it.
  public Episode named(LoggedNic other) {
    return new Episode(
        boot,
        other,
        queue,
        firstIsAt,
        first,
        last,
        firstPlace,
        lastPlace,
        firstText,
        dumps,
        dump,
        ring,
        stuck,
        outcome,
        outcomePlace);
  }
}
