package dev.unhang.findings.nic;

import dev.unhang.model.finding.Citation;
import dev.unhang.model.id.BootId;
import dev.unhang.model.log.Gap;
import dev.unhang.model.log.LogStamp;
import dev.unhang.model.log.Notice;
import dev.unhang.model.log.NoticeLines;
import java.time.Duration;
import java.util.Optional;

/// A NIC whose link came up behind a moment is there again, whatever was said of it at that moment.
public final class Comeback {
  private Comeback() {}

  /// The link that came up in that boot behind a moment.
  public static Optional<NoticeLines> after(NicCase nic, Optional<BootId> boot, LogStamp moment) {
    return nic.notices(Notice.LINK_UP).stream()
        .filter(up -> up.boot().equals(boot))
        .filter(up -> Gap.between(moment, up.last()).filter(Duration::isPositive).isPresent())
        .findFirst();
  }

  /// The same, as something to look up.
  public static Optional<Citation> cited(NicCase nic, Optional<BootId> boot, LogStamp moment) {
    return after(nic, boot, moment).map(up -> Cite.notice(up, "its link came up after that"));
  }
}
