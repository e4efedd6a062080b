package dev.unhang.repair.persist;

import dev.unhang.config.lines.RawLines;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.setting.Keeper;
import dev.unhang.model.setting.Tuning;
import java.util.List;
import java.util.Optional;

/// A rule of udev for this NIC alone, run whenever it appears: at boot, and when its driver is
/// rebound. The file sorts behind the one that renames NICs, so that `$name` is the new name.
///
/// Man: udev(7), "RUN", "$name"
public final class UdevRuleLine implements Persistence {
  private static final HostPath FOLDER = new HostPath("/etc/udev/rules.d");
  private static final List<String> DAEMONS =
      List.of(
          "/usr/lib/systemd/systemd-udevd",
          "/lib/systemd/systemd-udevd",
          "/sbin/udevd",
          "/usr/bin/udevadm",
          "/bin/udevadm");

  private final HostView host;

  public UdevRuleLine(HostView host) {
    this.host = host;
  }

  @Override
  public String name() {
    return "udev-rule";
  }

  @Override
  public Optional<Keeper> keeper() {
    return Optional.of(Keeper.UDEV_RULE);
  }

  /// It can set any NIC up; it governs one only where an earlier fix chose it.
  @Override
  public Optional<String> governs(NicFacts nic) {
    NicMark mark = NicMark.of(nic);
    return mark.function().isPresent() || mark.address().isPresent()
        ? Optional.of(path(mark))
            .filter(path -> host.attributes(path).known().isPresent())
            .map(path -> path + " was written for it")
        : Optional.empty();
  }

  private static HostPath path(NicMark mark) {
    return FOLDER.resolve("99-unhang-" + mark.slug() + ".rules");
  }

  @Override
  public Kept keep(Wanted wanted) {
    Programs programs = new Programs(host);
    if (DAEMONS.stream().noneMatch(programs::exists)) {
      throw new CannotChange(
          "keep values at boot",
          wanted.nicName(),
          "no program would run a rule at boot: there is no udev",
          "choose another way: --keep-by interfaces-post-up");
    }
    NicMark mark = NicMark.of(wanted.nic());
    OwnFile file = new OwnFile(host, path(mark), wanted.nicName());
    RawLines lines = RawLines.of(file.now().orElseGet(() -> Content.of(OwnFile.MARK + "\n")));
    for (Tuning value : wanted.values()) {
      String rule = rule(mark, new TuningLine(programs, wanted.nicName()), value);
      if (lines.all().stream().noneMatch(line -> line.text().strip().equals(rule))) {
        lines = lines.insertAfter(lines.size() - 1, rule);
      }
    }
    return new Kept.Written(file.becomes(lines.content()));
  }

  private static String rule(NicMark mark, TuningLine line, Tuning value) {
    String which =
        mark.function()
            .map(function -> "KERNELS==\"" + function + "\"")
            .or(() -> mark.address().map(address -> "ATTR{address}==\"" + address + "\""))
            .orElseThrow(mark::unknown);
    String command =
        value instanceof Tuning.Aspm
            ? line.argv(value, "").getFirst() + " -c '" + line.shell(value, "") + "'"
            : line.shell(value, "$name");
    return "ACTION==\"add\", SUBSYSTEM==\"net\", " + which + ", RUN+=\"" + command + "\"";
  }

  @Override
  public String runBy(NicFacts nic) {
    return "udev runs it whenever the NIC appears";
  }
}
