package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.HangDump;
import dev.unhang.model.log.HangDump.Field;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The PHY says in the hang's own report that a receiver is not well, or that it counts errors
/// while nothing is sent: cable, plugs, or the partner.
///
/// What speaks against: both receivers are well and no errors are counted.
///
/// Kernel: include/uapi/linux/mii.h, LPA_1000LOCALRXOK, LPA_1000REMRXOK (v6.12)
public final class ReceiverIsBad implements Rule {
  private static final RuleId ID = new RuleId("receiver-is-bad");
  private static final SourceId KERNEL_LOG = new SourceId("kernel-log");
  private static final long LINK_UP = 0x2;
  private static final long SPEED_1000 = 0x80;
  private static final long LOCAL_OK = 0x2000;
  private static final long REMOTE_OK = 0x1000;
  private static final long IDLE_ERRORS = 0xff;

  /// Of a PHY that was not read: the management engine held it, or it was off.
  private static final long ALL_ONES = 0xffff;

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    Optional<Finding> verdict = Optional.empty();
    for (Episode hang : nic.hangs()) {
      HangDump dump = hang.dump();
      OptionalLong word = dump.value(Field.PHY_1000BASE_T_STATUS);
      if (isGigabit(dump) && word.isPresent()) {
        Finding one = judge(nic, hang, word.getAsLong());
        if (one instanceof Finding.Diagnosed) {
          return Optional.of(one);
        }
        verdict = Optional.of(one);
      }
    }
    return verdict;
  }

  private static boolean isGigabit(HangDump dump) {
    OptionalLong mac = dump.value(Field.MAC_STATUS);
    return mac.isPresent()
        && (mac.getAsLong() & LINK_UP) != 0
        && (mac.getAsLong() & SPEED_1000) != 0;
  }

  private static Finding judge(NicCase nic, Episode hang, long word) {
    String shown = "PHY 1000BASE-T Status " + Long.toHexString(word);
    if (word == 0 || word == ALL_ONES) {
      return new Finding.Undecided(
          ID,
          nic.name(),
          "the report's word on the receivers is "
              + Long.toHexString(word)
              + ": the PHY was not read",
          Set.of(KERNEL_LOG),
          "look at a later report of this hang");
    }
    long errors = word & IDLE_ERRORS;
    boolean local = (word & LOCAL_OK) != 0;
    boolean remote = (word & REMOTE_OK) != 0;
    if (local && remote && errors == 0) {
      return new Finding.RuledOut(
          ID,
          nic.name(),
          "both receivers are well and no idle errors were counted",
          List.of(Cite.firstReport(hang, shown)));
    }
    String what =
        !local
            ? "the NIC's receiver is not well"
            : !remote ? "the partner's receiver is not well" : errors + " idle errors were counted";
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        what + ": look at cable, plugs and switch",
        local && remote ? Confidence.POSSIBLE : Confidence.LIKELY,
        List.of(Cite.firstReport(hang, shown)),
        List.of(),
        false);
  }
}
