package dev.unhang.repair.persist;

import dev.unhang.config.boot.Wicked;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.setting.Keeper;
import dev.unhang.model.setting.Tuning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// SUSE's wicked, whose files unhang doesn't edit: it says what to write there.
///
/// SLES: ifcfg(5), "ETHTOOL_OPTIONS"
public final class WickedFile implements Persistence {
  private static final String PROGRAM = "/usr/sbin/wicked";

  private final HostView host;

  public WickedFile(HostView host) {
    this.host = host;
  }

  @Override
  public String name() {
    return "wicked";
  }

  @Override
  public Optional<Keeper> keeper() {
    return Optional.empty();
  }

  @Override
  public Optional<String> governs(NicFacts nic) {
    Programs programs = new Programs(host);
    HostPath file = Wicked.file(nic.name().value());
    boolean isIts = programs.exists(PROGRAM) && programs.exists(file.value());
    return isIts && Wicked.other(host).isEmpty()
        ? Optional.of(file + " is its file, and wicked reads it")
        : Optional.empty();
  }

  @Override
  public Kept keep(Wanted wanted) {
    String lines = String.join(" ", lines(wanted));
    throw new CannotChange(
        "keep values at boot",
        wanted.nicName(),
        "wicked sets it up, and unhang does not edit wicked's files",
        (lines.isEmpty()
                ? ""
                : "write into " + Wicked.file(wanted.nicName()) + " yourself: " + lines + ", or ")
            + "choose another way: --keep-by udev-rule");
  }

  /// One call of ethtool a variable; all but the first bear a suffix.
  private static List<String> lines(Wanted wanted) {
    List<String> lines = new ArrayList<>();
    for (Tuning value : wanted.values()) {
      List<String> argv = value.argv(wanted.nicName());
      if (argv.getFirst().equals("ethtool")) {
        lines.add(
            "ETHTOOL_OPTIONS"
                + (lines.isEmpty() ? "" : "_" + (lines.size() + 1))
                + "='"
                + String.join(" ", argv.subList(1, argv.size()))
                + "'");
      }
    }
    return lines;
  }

  @Override
  public String runBy(NicFacts nic) {
    return "wicked sets it up at boot";
  }
}
