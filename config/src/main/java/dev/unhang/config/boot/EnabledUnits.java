package dev.unhang.config.boot;

import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which units systemd starts at boot, by the links that enabling them makes.
///
/// Man: systemctl(1), "enable"; systemd.unit(5), "WantedBy="
public final class EnabledUnits {
  private static final HostPath UNITS = new HostPath("/etc/systemd/system");

  private EnabledUnits() {}

  /// Names in all `.wants` and `.requires` folders; empty where no such folder is there: every host
  /// with systemd has some, so that was not saved them.
  public static Optional<List<String>> read(HostView host) {
    List<String> enabled = new ArrayList<>();
    boolean any = false;
    for (String name : host.list(UNITS).known().orElse(List.of())) {
      if (name.endsWith(".wants") || name.endsWith(".requires")) {
        any = true;
        enabled.addAll(host.list(UNITS.resolve(name)).known().orElse(List.of()));
      }
    }
    return any ? Optional.of(enabled) : Optional.empty();
  }
}
