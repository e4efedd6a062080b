package dev.unhang.app.source;

import dev.unhang.hosts.kernellog.FollowedJournal;
import dev.unhang.hosts.kernellog.KernelLog;
import dev.unhang.linux.LiveHostEvents;
import dev.unhang.model.host.ByteSink;
import dev.unhang.model.host.Clocks;
import dev.unhang.model.host.HostEvents;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.Running;
import java.util.Optional;

/// What this machine's kernel says from now on: from its own device, else, where only root may read
/// that, from the journal's files, else from dmesg.
public final class KernelLogEvents implements HostEvents {
  /// Where journald runs, and the journal is written. Man: systemd-journald.service(8), "FILES"
  private static final HostPath JOURNALD = new HostPath("/run/systemd/journal");

  private final LiveHostEvents live;
  private final HostView view;
  private final Clocks clocks;

  public KernelLogEvents(LiveHostEvents live, HostView view, Clocks clocks) {
    this.live = live;
    this.view = view;
    this.clocks = clocks;
  }

  @Override
  public Running followKernelLog(ByteSink out) {
    return live.byDevice(out).or(() -> byJournal(out)).orElseGet(() -> live.byDmesg(out));
  }

  /// Who may read their own user's file only would miss what the kernel says.
  private Optional<Running> byJournal(ByteSink out) {
    if (view.attributes(JOURNALD).known().isEmpty()) {
      return Optional.empty();
    }
    FollowedJournal journal = FollowedJournal.below(view, KernelLog.FOLDERS);
    if (journal.isEmpty() || journal.isDenied()) {
      journal.close();
      return Optional.empty();
    }
    return Optional.of(FollowJournal.start(journal, clocks, out));
  }
}
