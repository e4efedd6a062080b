package dev.unhang.repair.persist;

import dev.unhang.config.lines.RawLines;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.Entry;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.plan.Action;
import dev.unhang.model.setting.Keeper;
import dev.unhang.model.setting.Tuning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A service of systemd for this NIC alone: the last resort, since it is not run again when the
/// driver is rebound. It finds the interface by its PCI function, whatever it is called.
///
/// Man: systemd.service(5), "ExecStart="
public final class ServiceUnitLines implements Persistence {
  private static final HostPath UNITS = new HostPath("/etc/systemd/system");
  private static final HostPath WANTS = UNITS.resolve("multi-user.target.wants");
  private static final List<String> SYSTEMD =
      List.of("/usr/lib/systemd/systemd", "/lib/systemd/systemd");

  private final HostView host;

  public ServiceUnitLines(HostView host) {
    this.host = host;
  }

  @Override
  public String name() {
    return "systemd-unit";
  }

  @Override
  public Optional<Keeper> keeper() {
    return Optional.of(Keeper.UNIT);
  }

  /// It can set any NIC up; it governs one only where an earlier fix chose it.
  @Override
  public Optional<String> governs(NicFacts nic) {
    return nic.pci()
        .map(ServiceUnitLines::path)
        .filter(path -> host.attributes(path).known().isPresent())
        .map(path -> path + " was written for it");
  }

  private static HostPath path(PciAddress function) {
    return UNITS.resolve(unit(function));
  }

  private static String unit(PciAddress function) {
    return "unhang-" + function.value().replace(':', '-') + ".service";
  }

  @Override
  public Kept keep(Wanted wanted) {
    Programs programs = new Programs(host);
    if (SYSTEMD.stream().noneMatch(programs::exists)) {
      throw new CannotChange(
          "keep values at boot",
          wanted.nicName(),
          "no program would start a unit at boot: there is no systemd",
          "choose another way: --keep-by udev-rule");
    }
    PciAddress function =
        wanted
            .nic()
            .pci()
            .orElseThrow(() ->
                new CannotChange(
                    "keep values at boot",
                    wanted.nicName(),
                    "it has no PCI function, and a unit finds it by nothing else",
                    "choose another way: --keep-by udev-rule"));
    OwnFile file = new OwnFile(host, path(function), wanted.nicName());
    RawLines lines = RawLines.of(file.now().orElseGet(() -> blank(function)));
    for (Tuning value : wanted.values()) {
      String line = start(function, new TuningLine(programs, wanted.nicName()), value);
      if (lines.all().stream().noneMatch(each -> each.text().strip().equals(line))) {
        lines = lines.insertAfter(lastOfService(lines), line);
      }
    }
    List<Action> actions = new ArrayList<>(file.becomes(lines.content()));
    actions.addAll(enabled(function));
    return new Kept.Written(actions);
  }

  private static Content blank(PciAddress function) {
    return Content.of(
        String.join(
            "\n",
            OwnFile.MARK,
            "[Unit]",
            "Description=Settings of the network adapter at " + function,
            "After=network.target",
            "",
            "[Service]",
            "Type=oneshot",
            "RemainAfterExit=yes",
            "",
            "[Install]",
            "WantedBy=multi-user.target",
            ""));
  }

  /// Index of the last line of `[Service]`.
  private static int lastOfService(RawLines lines) {
    int last = lines.size() - 1;
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.text(i);
      if (text.startsWith("RemainAfterExit=") || text.startsWith("ExecStart=")) {
        last = i;
      }
    }
    return last;
  }

  private static String start(PciAddress function, TuningLine line, Tuning value) {
    if (value instanceof Tuning.Aspm) {
      return "ExecStart=-"
          + line.argv(value, "").getFirst()
          + " -c '"
          + line.shell(value, "")
          + "'";
    }
    return "ExecStart=-"
        + line.programs().path("sh", line.nic())
        + " -c 'cd /sys/bus/pci/devices/"
        + function
        + "/net && for nic in *; do "
        + line.shell(value, "$$nic")
        + "; done'";
  }

  /// What enabling it does.
  private List<Action> enabled(PciAddress function) {
    HostPath link = WANTS.resolve(unit(function));
    if (host.link(link).known().isPresent()) {
      return List.of();
    }
    List<Action> actions = new ArrayList<>();
    if (host.attributes(WANTS).known().isEmpty()) {
      actions.add(new Action.MakeEntry(WANTS, new Entry.Folder(), true));
    }
    actions.add(new Action.MakeEntry(link, new Entry.Link(path(function).value()), true));
    return actions;
  }

  @Override
  public String runBy(NicFacts nic) {
    return "systemd starts it at boot, but not when the driver is rebound";
  }
}
