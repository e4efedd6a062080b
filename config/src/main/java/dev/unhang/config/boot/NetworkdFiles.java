package dev.unhang.config.boot;

import dev.unhang.config.ini.IniFile;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.util.ArrayList;
import java.util.List;

/// networkd's files of interfaces that it makes and of what it joins them to.
///
/// Man: systemd.netdev(5), systemd.network(5)
///
/// @param devices `.netdev`, each with its drop-ins
/// @param networks `.network`, each with its drop-ins
/// @param troubles what could not be read
public record NetworkdFiles(List<IniFile> devices, List<IniFile> networks, List<Trouble> troubles) {
  private static final List<String> FOLDERS =
      List.of(
          "/etc/systemd/network",
          "/run/systemd/network",
          "/usr/local/lib/systemd/network",
          "/usr/lib/systemd/network");

  /// What systemd brings for containers and for no one interface in particular.
  private static final String SHIPPED = "/usr/lib/systemd/network/";

  public NetworkdFiles {
    devices = List.copyOf(devices);
    networks = List.copyOf(networks);
    troubles = List.copyOf(troubles);
  }

  /// Reads them all.
  public static NetworkdFiles read(HostView host) {
    List<Trouble> troubles = new ArrayList<>();
    List<IniFile> devices = files(host, ".netdev", troubles);
    return new NetworkdFiles(devices, files(host, ".network", troubles), troubles);
  }

  private static List<IniFile> files(HostView host, String suffix, List<Trouble> troubles) {
    ConfigFolder folder = ConfigFolder.read(host, below(""), suffix);
    troubles.addAll(folder.troubles());
    List<IniFile> files = new ArrayList<>();
    for (ConfigFolder.File each : folder.files()) {
      if (each.path().value().startsWith(SHIPPED)) {
        continue;
      }
      IniFile file = IniFile.parse(each.path(), each.text());
      for (ConfigFolder.File dropIn :
          ConfigFolder.read(host, below("/" + each.name() + ".d"), ".conf").files()) {
        file = file.with(IniFile.parse(dropIn.path(), dropIn.text()));
      }
      files.add(file);
    }
    return files;
  }

  private static List<HostPath> below(String name) {
    return FOLDERS.stream().map(folder -> new HostPath(folder + name)).toList();
  }
}
