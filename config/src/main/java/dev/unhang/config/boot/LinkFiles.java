package dev.unhang.config.boot;

import dev.unhang.config.ini.IniFile;
import dev.unhang.config.networkd.Fits;
import dev.unhang.config.networkd.LinkFile;
import dev.unhang.config.networkd.LinkIdentity;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.setting.Keeper;
import dev.unhang.model.setting.Setting;
import dev.unhang.model.setting.Setting.AtBoot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// systemd's link files: of those that fit a NIC, udev applies the first and no other.
///
/// Man: systemd.link(5)
///
/// @param files in the order udev looks at them, each with its drop-ins
/// @param troubles what could not be read
public record LinkFiles(List<LinkFile> files, List<Trouble> troubles) {
  /// The last two are NixOS' own, which keeps systemd's files in its store: of the system that
  /// runs, else of the one that boots.
  private static final List<String> FOLDERS =
      List.of(
          "/etc/systemd/network",
          "/run/systemd/network",
          "/usr/local/lib/systemd/network",
          "/usr/lib/systemd/network",
          "/run/current-system/systemd/lib/systemd/network",
          "/nix/var/nix/profiles/system/systemd/lib/systemd/network");

  /// systemd: udev/net/link-config.c (252, 257)
  private static final String NO_MATCH =
      "its [Match] says nothing, and systemd ignores such a file (seen with 252): write what it is"
          + " for, such as OriginalName=*";

  public LinkFiles {
    files = List.copyOf(files);
    troubles = List.copyOf(troubles);
  }

  /// Reads them all.
  public static LinkFiles read(HostView host) {
    ConfigFolder folder = ConfigFolder.read(host, below(""), ".link");
    List<LinkFile> files = new ArrayList<>();
    for (ConfigFolder.File each : folder.files()) {
      IniFile file = IniFile.parse(each.path(), each.text());
      for (ConfigFolder.File dropIn :
          ConfigFolder.read(host, below("/" + each.name() + ".d"), ".conf").files()) {
        file = file.with(IniFile.parse(dropIn.path(), dropIn.text()));
      }
      // An empty file hides those of its name and sets nothing.
      if (!file.entries().isEmpty()) {
        files.add(new LinkFile(each.name(), file));
      }
    }
    return new LinkFiles(files, folder.troubles());
  }

  private static List<HostPath> below(String name) {
    return FOLDERS.stream().map(folder -> new HostPath(folder + name)).toList();
  }

  /// The file that udev applies to a NIC, which may be none of them.
  ///
  /// @param file empty where none fits
  /// @param doubt why it can't be told; empty where it is certain
  public record InForce(Optional<LinkFile> file, Optional<String> doubt) {}

  /// Which file is in force for a NIC.
  public InForce inForce(LinkIdentity nic) {
    for (LinkFile file : files) {
      Fits fits = file.fits(nic);
      if (fits == Fits.UNKNOWN) {
        return new InForce(
            Optional.empty(),
            Optional.of(
                file.hasNoMatch()
                    ? file.file().path() + ": " + NO_MATCH
                    : "whether " + file.file().path() + " fits " + nic.name() + " is not known"));
      }
      if (fits == Fits.YES) {
        return new InForce(Optional.of(file), Optional.empty());
      }
    }
    return new InForce(Optional.empty(), troubles.stream().map(Trouble::toString).findFirst());
  }

  /// What a NIC gets, and what it would get of files that are not applied.
  List<Setting> of(LinkIdentity nic) {
    List<Setting> settings = new ArrayList<>();
    Optional<LinkFile> first = Optional.empty();
    Optional<LinkFile> doubtful = Optional.empty();
    for (LinkFile file : files) {
      Fits fits = file.fits(nic);
      if (fits == Fits.NO) {
        continue;
      }
      Effect effect =
          file.hasNoMatch() && first.isEmpty()
              ? new Effect(AtBoot.NOT_KNOWN, NO_MATCH)
              : effect(fits, nic, first, doubtful);
      file.switches(nic.name()).forEach(each -> settings.add(setting(each, effect)));
      if (fits == Fits.UNKNOWN) {
        doubtful = doubtful.or(() -> Optional.of(file));
      } else {
        first = first.or(() -> Optional.of(file));
      }
    }
    return settings;
  }

  /// Whether a file's keys are applied, and why.
  private record Effect(AtBoot atBoot, String why) {}

  private static Effect effect(
      Fits fits, LinkIdentity nic, Optional<LinkFile> first, Optional<LinkFile> doubtful) {
    if (first.isPresent()) {
      return new Effect(
          AtBoot.NOT_RUN, first.get().file().path() + " fits first, and udev applies no other");
    }
    if (fits == Fits.UNKNOWN) {
      return new Effect(AtBoot.NOT_KNOWN, "whether it fits " + nic.name() + " was not read");
    }
    return doubtful.isPresent()
        ? new Effect(
            AtBoot.NOT_KNOWN,
            "whether " + doubtful.get().file().path() + " fits first is not known")
        : new Effect(AtBoot.RUN, "udev applies it whenever the NIC appears");
  }

  private static Setting setting(LinkFile.Switched switched, Effect effect) {
    return new Setting(
        switched.what().group(),
        switched.what().feature(),
        switched.what().on(),
        Keeper.LINK_FILE,
        new Place.Line(new Origin(switched.entry().path().value()), switched.entry().line()),
        switched.entry().text(),
        effect.atBoot(),
        effect.why());
  }
}
