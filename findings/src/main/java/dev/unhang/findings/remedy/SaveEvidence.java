package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.id.StepId;
import java.util.Optional;

/// Puts the kernel log on disk before anything may lose it: on the running machine only. A log that
/// was saved is saved.
///
/// Man: journald.conf(5), "SyncIntervalSec="
public final class SaveEvidence implements Remedy {
  private static final StepId ID = new StepId("save-evidence");

  @Override
  public StepId id() {
    return ID;
  }

  @Override
  public Applicability fit(NicCase nic) {
    if (nic.host().uptime().isEmpty()) {
      return new Applicability.NotApplicable();
    }
    return new Applicability.Applicable(
        new Advice(
            ID,
            "journalctl --sync",
            "puts the log on disk before you pull the plug: the journal writes errors only every 5"
                + " minutes",
            "none",
            false,
            Optional.of("the journal's files, where /var/log/journal exists"),
            "unhang boots lists this boot after the next one"));
  }
}
