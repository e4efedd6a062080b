package dev.unhang.repair.guard;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.plan.Risk;
import java.util.Optional;

/// Somebody has asked to leave this host alone, by a file.
final class Hold implements Guard {
  /// It ends with the boot.
  private static final HostPath FILE = new HostPath("/run/unhang/pause");

  private static final int SHOWN = 80;

  @Override
  public String name() {
    return "hold";
  }

  @Override
  public Optional<String> refuses(Risk risk, Circumstances now) {
    return now.host()
        .read(FILE)
        .known()
        .map(Content::utf8)
        .map(text -> text.strip().lines().findFirst().orElse(""))
        .map(reason ->
            FILE
                + " is there"
                + (reason.isEmpty()
                    ? ""
                    : ": " + reason.substring(0, Math.min(SHOWN, reason.length()))));
  }
}
