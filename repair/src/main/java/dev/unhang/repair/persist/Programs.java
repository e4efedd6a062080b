package dev.unhang.repair.persist;

import dev.unhang.model.error.CannotChange;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.util.List;

/// Programs that lines call at boot, by the absolute path at which they are.
record Programs(HostView host) {
  private static final List<String> FOLDERS = List.of("/usr/sbin/", "/sbin/", "/usr/bin/", "/bin/");

  /// Where a program is; throws CannotChange where it is nowhere.
  ///
  /// @param program `ethtool`, `sh`
  /// @param nic for whom the line is written
  String path(String program, String nic) {
    return FOLDERS.stream()
        .map(folder -> folder + program)
        .filter(this::isProgram)
        .findFirst()
        .orElseThrow(() ->
            new CannotChange(
                "keep values at boot",
                nic,
                "there is no " + program + " that a line could call",
                "install the package " + program + ", then try again"));
  }

  private boolean isProgram(String path) {
    return host.attributes(new HostPath(path)).known().filter(Programs::isProgram).isPresent();
  }

  private static boolean isProgram(FileAttributes attributes) {
    return attributes.kind() == FileAttributes.Kind.LINK || attributes.executable();
  }

  /// Whether anything is at a path.
  boolean exists(String path) {
    return host.attributes(new HostPath(path)).known().isPresent();
  }
}
