package dev.unhang.repair.persist;

import dev.unhang.config.boot.EnabledUnits;
import dev.unhang.config.boot.LinkFiles;
import dev.unhang.config.boot.NetplanFiles;
import dev.unhang.config.boot.NicIdentity;
import dev.unhang.config.ini.IniFile;
import dev.unhang.config.lines.RawLines;
import dev.unhang.config.networkd.LinkFile;
import dev.unhang.config.networkd.LinkIdentity;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.EditRefused;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.setting.Keeper;
import dev.unhang.repair.edit.EditResult;
import dev.unhang.repair.edit.SetIniKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keys of systemd's link file that is in force for the NIC: udev applies them whenever it appears.
///
/// udev applies one file to a NIC and no other. Where that one is for this NIC alone, a drop-in of
/// it is written. Where others share it, as they do the one that all hosts have, a file for this
/// NIC is written that says all the shared one says, so that the NIC keeps its name.
///
/// Man: systemd.link(5)
public final class LinkFileKeys implements Persistence {
  private static final HostPath FOLDER = new HostPath("/etc/systemd/network");
  private static final HostPath MASK = new HostPath("/etc/udev/rules.d/80-net-setup-link.rules");
  private static final List<String> UDEV =
      List.of(
          "/usr/lib/udev/rules.d/80-net-setup-link.rules",
          "/lib/udev/rules.d/80-net-setup-link.rules");
  private static final String DROP_IN = "50-unhang.conf";

  private final HostView host;

  public LinkFileKeys(HostView host) {
    this.host = host;
  }

  @Override
  public String name() {
    return "systemd-link";
  }

  @Override
  public Optional<Keeper> keeper() {
    return Optional.of(Keeper.LINK_FILE);
  }

  @Override
  public Optional<String> governs(NicFacts nic) {
    return EnabledUnits.read(host)
        .filter(units -> units.contains("systemd-networkd.service"))
        .map(units -> "systemd-networkd.service is enabled");
  }

  @Override
  public Kept keep(Wanted wanted) {
    refuseWithoutUdev(wanted);
    List<LinkKeys.Key> keys = new LinkKeys(Version.ofSystemd(host), wanted.nicName()).of(wanted);
    LinkIdentity nic = NicIdentity.of(wanted.nic().seen());
    LinkFiles.InForce force = LinkFiles.read(host).inForce(nic);
    if (force.doubt().isPresent()) {
      throw new CannotChange(
          "keep values at boot",
          wanted.nicName(),
          "which link file is in force is not known: " + force.doubt().get(),
          "see: udevadm info -q property --property=ID_NET_LINK_FILE /sys/class/net/"
              + wanted.nicName());
    }
    refuseNetplans(nic, wanted);
    Target target = target(force.file(), wanted);
    RawLines lines = RawLines.of(target.file().now().orElseGet(target::blank));
    for (LinkKeys.Key key : keys) {
      lines = set(lines, key, target.file(), wanted);
    }
    force.file().ifPresent(found -> refuseOverridden(found, keys, target.file(), wanted));
    return new Kept.Written(target.file().becomes(lines.content()));
  }

  /// At boot netplan makes link files of its own, named `10-netplan-…`: the one that fits first is
  /// the only one that udev applies.
  private void refuseNetplans(LinkIdentity nic, Wanted wanted) {
    Optional<NetplanFiles.Definition> other = NetplanFiles.read(host).doubtful(nic);
    if (other.isPresent()) {
      throw new CannotChange(
          "keep values at boot",
          wanted.nicName(),
          other.get().file().path()
              + " defines "
              + other.get().id()
              + " by an address, which may be this NIC's: its own is not known",
          "write the offloads there by hand, or choose: --keep-by udev-rule");
    }
  }

  /// Where the keys go.
  ///
  /// @param blank what the file begins with where it is not there yet
  private record Target(OwnFile file, Content blank) {}

  private Target target(Optional<LinkFile> force, Wanted wanted) {
    Content empty = Content.of(OwnFile.MARK + "\n");
    if (force.filter(LinkFileKeys::isOurs).isPresent()) {
      return new Target(file(force.get().file().path(), wanted), empty);
    }
    return force.filter(LinkFile::isForOneNic).isPresent()
        ? new Target(
            file(FOLDER.resolve(force.get().name() + ".d").resolve(DROP_IN), wanted), empty)
        : new Target(file(FOLDER.resolve(nameBefore(force, wanted)), wanted), full(force, wanted));
  }

  private OwnFile file(HostPath path, Wanted wanted) {
    return new OwnFile(host, path, wanted.nicName());
  }

  /// The file that an earlier fix wrote as a whole is edited itself.
  private static boolean isOurs(LinkFile file) {
    return file.name().contains("-unhang-");
  }

  private void refuseWithoutUdev(Wanted wanted) {
    boolean masked =
        host.link(MASK).known().filter("/dev/null"::equals).isPresent()
            || host.read(MASK).known().filter(content -> content.size() == 0).isPresent();
    Programs programs = new Programs(host);
    if (masked || UDEV.stream().noneMatch(programs::exists)) {
      throw new CannotChange(
          "keep values at boot",
          wanted.nicName(),
          "no program would apply a link file at boot: "
              + (masked ? MASK + " hides udev's own rule" : UDEV.getFirst() + " is not there"),
          "choose another way: --keep-by udev-rule");
    }
  }

  /// A name that udev looks at before the file in force.
  private static String nameBefore(Optional<LinkFile> force, Wanted wanted) {
    String slug = "-unhang-" + NicMark.of(wanted.nic()).slug() + ".link";
    for (String number : List.of("70", "05", "00")) {
      if (force.filter(file -> file.name().compareTo(number + slug) <= 0).isEmpty()) {
        return number + slug;
      }
    }
    throw new EditRefused(
        "keep values at boot",
        wanted.nicName(),
        "no name for a link file sorts before " + force.map(LinkFile::name).orElse(""),
        "give that file another name, or choose: --keep-by udev-rule");
  }

  /// A file for this NIC alone, which says all that the shared one says.
  private static Content full(Optional<LinkFile> shared, Wanted wanted) {
    NicMark mark = NicMark.of(wanted.nic());
    List<String> lines = new ArrayList<>();
    lines.add(OwnFile.MARK);
    shared.ifPresent(file -> {
      lines.add("# All but the offloads is as " + file.file().path() + " says, which no longer");
      lines.add("# applies to this NIC.");
    });
    lines.add("[Match]");
    lines.add(
        mark.address()
            .map(address -> "PermanentMACAddress=" + address)
            .or(() -> mark.function().map(function -> "Path=pci-" + function))
            .orElseThrow(mark::unknown));
    String section = "Match";
    for (IniFile.Entry entry : shared.map(file -> file.file().entries()).orElse(List.of())) {
      if (!entry.section().equals("Match")) {
        if (!entry.section().equals(section)) {
          lines.add("");
          lines.add("[" + entry.section() + "]");
          section = entry.section();
        }
        lines.add(entry.text());
      }
    }
    return Content.of(String.join("\n", lines) + "\n");
  }

  private static RawLines set(RawLines lines, LinkKeys.Key key, OwnFile file, Wanted wanted) {
    return switch (new SetIniKey(key.section(), key.name(), key.value()).apply(lines)) {
      case EditResult.Edited<RawLines> edited -> edited.document();
      case EditResult.Unchanged<RawLines> unchanged -> lines;
      case EditResult.Refused<RawLines> refused ->
          throw new EditRefused(
              "edit " + file.path(), wanted.nicName(), refused.why(), refused.hint());
    };
  }

  /// Of drop-ins the last one by name decides.
  private static void refuseOverridden(
      LinkFile file, List<LinkKeys.Key> keys, OwnFile target, Wanted wanted) {
    String ours = name(target.path());
    for (LinkKeys.Key key : keys) {
      Optional<IniFile.Entry> last = file.file().last(key.section(), key.name());
      boolean later =
          last.filter(entry -> !entry.path().equals(target.path()))
              .filter(entry -> entry.path().value().contains(".link.d/"))
              .filter(entry -> name(entry.path()).compareTo(ours) > 0)
              .filter(entry -> !entry.value().equals(key.value()))
              .isPresent();
      if (later) {
        throw new EditRefused(
            "keep values at boot",
            wanted.nicName(),
            last.get().path() + " says the opposite behind our file: " + last.get().text(),
            "take that line out, then try again");
      }
    }
  }

  private static String name(HostPath path) {
    return path.value().substring(path.value().lastIndexOf('/') + 1);
  }

  @Override
  public String runBy(NicFacts nic) {
    return "udev applies it whenever the NIC appears";
  }
}
