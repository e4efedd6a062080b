package dev.unhang.repair.persist;

import dev.unhang.config.boot.IfcfgFiles;
import dev.unhang.config.boot.IfcfgFiles.IfcfgFile;
import dev.unhang.config.boot.IfcfgFiles.Runner;
import dev.unhang.config.boot.NicIdentity;
import dev.unhang.config.lines.RawLines;
import dev.unhang.config.networkd.LinkIdentity;
import dev.unhang.config.shell.Assignment;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.EditRefused;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostView;
import dev.unhang.model.plan.Action;
import dev.unhang.model.setting.Keeper;
import dev.unhang.model.setting.Tuning;
import dev.unhang.repair.edit.EditResult;
import dev.unhang.repair.edit.SetVariable;
import java.util.List;
import java.util.Optional;

/// `ETHTOOL_OPTS` in the NIC's file of Red Hat's network scripts, a group of options for each
/// value.
///
/// RHEL: /usr/share/doc/initscripts/sysconfig.txt, "ETHTOOL_OPTS"
public final class IfcfgOptions implements Persistence {
  private static final String VARIABLE = "ETHTOOL_OPTS";
  private static final String SEPARATOR = "; ";

  private final HostView host;

  public IfcfgOptions(HostView host) {
    this.host = host;
  }

  @Override
  public String name() {
    return "ifcfg";
  }

  @Override
  public Optional<Keeper> keeper() {
    return Optional.of(Keeper.IFCFG);
  }

  private Optional<IfcfgFile> file(IfcfgFiles files, NicFacts nic) {
    LinkIdentity identity = NicIdentity.of(nic.seen());
    return files.files().stream().filter(file -> file.isFor(identity)).findFirst();
  }

  @Override
  public Optional<String> governs(NicFacts nic) {
    return file(IfcfgFiles.read(host), nic).map(file -> file.path() + " is its file");
  }

  @Override
  public Kept keep(Wanted wanted) {
    IfcfgFiles files = IfcfgFiles.read(host);
    IfcfgFile file =
        file(files, wanted.nic())
            .orElseThrow(() -> refused(wanted, "no file of the network scripts is for this NIC"));
    if (files.runner() == Runner.NONE || !file.isOnBoot()) {
      throw refused(wanted, "no program would run the line at boot: " + files.runBy(file));
    }
    new Programs(host).path("ethtool", wanted.nicName());
    // NetworkManager replaces no variables, and a shell only those that are set already.
    int at =
        Assignment.last(file.lines(), VARIABLE).map(Assignment::index).orElse(file.lines().size());
    boolean isSet = files.runner() == Runner.NETWORK_SCRIPTS && file.setsDeviceBefore(at);
    String word = isSet ? "${DEVICE}" : wanted.nicName();
    List<String> groups =
        wanted.values().stream().map(value -> group(value, word, wanted)).toList();
    Content before = file.lines().content();
    Content after =
        switch (new SetVariable(VARIABLE, groups, SEPARATOR).apply(file.lines())) {
          case EditResult.Edited<RawLines> edited -> edited.document().content();
          case EditResult.Unchanged<RawLines> unchanged -> before;
          case EditResult.Refused<RawLines> refused ->
              throw new EditRefused(
                  "edit " + file.path(), wanted.nicName(), refused.why(), refused.hint());
        };
    return new Kept.Written(
        after.equals(before)
            ? List.of()
            : List.of(new Action.WriteFile(new FileEdit(file.path(), before, after))));
  }

  private static String group(Tuning value, String word, Wanted wanted) {
    return switch (value) {
      case Tuning.Offload offload -> options(value, word);
      case Tuning.FlowControl flow -> options(value, word);
      case Tuning.RingLength ring -> options(value, word);
      case Tuning.Coalescing held -> options(value, word);
      case Tuning.EnergyEfficiency eee -> throw without(value, wanted);
      case Tuning.DriverFlag own -> throw without(value, wanted);
      case Tuning.Aspm aspm -> throw without(value, wanted);
    };
  }

  private static String options(Tuning value, String word) {
    List<String> argv = value.argv(word);
    return String.join(" ", argv.subList(1, argv.size()));
  }

  private static EditRefused without(Tuning value, Wanted wanted) {
    return new EditRefused(
        "keep " + value.subject() + " " + value.value(),
        wanted.nicName(),
        "not all who read " + VARIABLE + " know that option",
        "keep it by a line that calls ethtool: --keep-by udev-rule");
  }

  private static CannotChange refused(Wanted wanted, String why) {
    return new CannotChange(
        "keep values at boot", wanted.nicName(), why, "choose another way: --keep-by udev-rule");
  }

  @Override
  public String runBy(NicFacts nic) {
    IfcfgFiles files = IfcfgFiles.read(host);
    return file(files, nic).map(files::runBy).orElse("no program");
  }
}
