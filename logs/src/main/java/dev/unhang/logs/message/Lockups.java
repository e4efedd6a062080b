package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LoggedNic;
import dev.unhang.model.log.Notice;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A processor that doesn't get on. What waits for it, such as a NIC's interrupt, stands still too.
///
/// ```
/// watchdog: BUG: soft lockup - CPU#3 stuck for 22s! [kworker/3:1:120]
/// NMI watchdog: Watchdog detected hard LOCKUP on cpu 3
/// rcu: INFO: rcu_preempt detected stalls on CPUs/tasks:
/// INFO: rcu_sched self-detected stall on CPU
/// ```
///
/// Kernel: kernel/watchdog.c, watchdog_timer_fn(), watchdog_hardlockup_check();
/// kernel/rcu/tree_stall.h, print_other_cpu_stall(), print_cpu_stall() (v6.12)
final class Lockups implements MessageFamily {
  private static final String SOFT = "soft lockup - CPU#";
  private static final String HARD = "detected hard LOCKUP on cpu";
  private static final String RCU = "INFO: rcu_";

  private static final Pattern SOFT_FORM =
      Pattern.compile("^(?:NMI )?(?:watchdog: )?BUG: soft lockup - CPU#\\d+ stuck for ");

  private static final Pattern HARD_FORM =
      Pattern.compile("^(?:NMI )?(?:watchdog: )?Watchdog detected hard LOCKUP on cpu ?\\d");

  private static final Pattern RCU_FORM =
      Pattern.compile(
          "^(?:rcu: )?INFO: rcu_\\w{1,20} (?:self-)?detected (?:expedited )?stalls? on CPU");

  @Override
  public List<String> words() {
    return List.of(SOFT, HARD, RCU);
  }

  @Override
  public Optional<KernelEvent> read(LogRecord record, String line) {
    return notice(line.strip())
        .map(notice ->
            new KernelEvent.Noticed(
                record.boot(),
                record.at(),
                record.place(),
                line.strip(),
                LoggedNic.UNNAMED,
                notice));
  }

  private static Optional<Notice> notice(String line) {
    if (line.contains(SOFT)) {
      return of(SOFT_FORM, line, Notice.SOFT_LOCKUP);
    }
    if (line.contains(HARD)) {
      return of(HARD_FORM, line, Notice.HARD_LOCKUP);
    }
    return line.contains(RCU) ? of(RCU_FORM, line, Notice.RCU_STALL) : Optional.empty();
  }

  private static Optional<Notice> of(Pattern form, String line, Notice notice) {
    return form.matcher(line).find() ? Optional.of(notice) : Optional.empty();
  }
}
