package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.id.StepId;
import java.util.Optional;

/// What held the processor: its name stands behind the lockup's words, its trace below.
///
/// Kernel: kernel/watchdog.c, watchdog_timer_fn() prints the task and its trace (v6.1)
public final class FindTheLockup implements Remedy {
  private static final StepId ID = new StepId("find-the-lockup");

  @Override
  public StepId id() {
    return ID;
  }

  @Override
  public Applicability fit(NicCase nic) {
    return new Applicability.Applicable(
        new Advice(
            ID,
            "journalctl -k -g 'lockup|rcu.*stall'",
            "names the task that held the processor, and where it was",
            "none",
            false,
            Optional.empty(),
            "no lockup in the log since, and no hang either"));
  }
}
