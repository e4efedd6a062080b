package dev.unhang.findings.verdict;

import dev.unhang.model.finding.Verdict;
import dev.unhang.model.finding.Verdict.Kind;
import dev.unhang.model.id.BootId;
import dev.unhang.model.log.LogStamp;
import dev.unhang.model.log.LoggedNic;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is the matter with one NIC.
///
/// @param what a clause behind the NIC's name, beginning with a blank or a colon. Not escaped
public record NicVerdict(
    Kind kind,
    LoggedNic nic,
    String what,
    Optional<LogStamp> since,
    Optional<LogStamp> until,
    Optional<BootId> boot,
    long times) {
  /// Without a time, and no hang.
  NicVerdict(Kind kind, LoggedNic nic, String what) {
    this(kind, nic, what, Optional.empty(), Optional.empty(), Optional.empty(), 0);
  }

  /// The line that says it: `HUNG: eno1 (e1000e, 0000:00:19.0) since …`.
  public String text() {
    return kind.name().replace('_', ' ').toUpperCase(Locale.ROOT) + ": " + nic.described() + what;
  }

  /// As the verdict on the host.
  ///
  /// @param also what is said of the other NICs
  Verdict ofHost(List<NicVerdict> also) {
    return new Verdict(
        kind,
        Optional.of(nic),
        text(),
        since,
        until,
        boot,
        times,
        also.stream().map(other -> new Verdict.Also(other.kind(), other.nic())).toList());
  }
}
