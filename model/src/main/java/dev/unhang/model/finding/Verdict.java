package dev.unhang.model.finding;

import dev.unhang.model.id.BootId;
import dev.unhang.model.log.LogStamp;
import dev.unhang.model.log.LoggedNic;
import java.util.List;
import java.util.Optional;

/// What is the matter with a host's NICs, in one value: every screen, document and exit code is
/// made from it.
///
/// @param nic the NIC that it is about, the worst off of all; empty where it is about the host
/// @param text the first line of every screen. Not escaped: parts of it may come from a log
/// @param since when it began; empty where no line tells
/// @param until when it was over; empty while it lasts, or where no line tells
/// @param boot the boot in which it was last seen
/// @param times how often the NIC hung; 0 for what is no hang
/// @param also the other NICs that something is the matter with, the worst first
public record Verdict(
    Kind kind,
    Optional<LoggedNic> nic,
    String text,
    Optional<LogStamp> since,
    Optional<LogStamp> until,
    Optional<BootId> boot,
    long times,
    List<Also> also) {
  /// The kinds, the worst first: where several NICs are in trouble, the first of them counts.
  public enum Kind {
    /// The transmit side stands still, and nothing shows that it came back.
    HUNG("hung"),
    /// Gone or dead: off the bus, dead firmware, given up by its driver.
    LOST("lost"),
    /// It hung, and came back.
    HUNG_BEFORE("hung-before"),
    /// It works, badly.
    DEGRADED("degraded"),
    /// Nothing yet; chip, kernel and settings are known to hang.
    AT_RISK("at-risk"),
    /// It hung; a setting that answers it is in force and kept, and no hang came since.
    ANSWERED("answered"),
    /// The evidence covers something, and shows no trouble of a NIC.
    CLEAR("clear"),
    /// Nothing to look at, nothing understood, or only what can't be decided.
    UNKNOWN("unknown");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /// As in JSON.
    public String word() {
      return word;
    }

    /// Whether a NIC stood still or is dead, and no setting answers it.
    public boolean isHang() {
      return this == HUNG || this == LOST || this == HUNG_BEFORE;
    }
  }

  /// Another NIC that something is the matter with.
  public record Also(Kind kind, LoggedNic nic) {}

  public Verdict {
    also = List.copyOf(also);
  }

  /// A verdict on the host as a whole.
  public static Verdict ofHost(Kind kind, String text) {
    return new Verdict(
        kind,
        Optional.empty(),
        text,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        List.of());
  }
}
