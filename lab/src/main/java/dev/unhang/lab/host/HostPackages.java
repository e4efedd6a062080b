package dev.unhang.lab.host;

import dev.unhang.lab.LabBroken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The Debian packages whose commands the lab uses on this machine.
public final class HostPackages {

  /// @param name of the command
  /// @param from the Debian package that has it
  private record Tool(String name, String from) {}

  private static final List<Tool> TOOLS =
      List.of(
          new Tool("qemu-system-x86_64", "qemu-system-x86"),
          new Tool("qemu-img", "qemu-utils"),
          new Tool("mmdebstrap", "mmdebstrap"),
          new Tool("mke2fs", "e2fsprogs"),
          new Tool("cpio", "cpio"),
          new Tool("iperf3", "iperf3"));

  private static final List<Path> FOLDERS =
      Stream.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin")
          .map(Path::of)
          .toList();

  private static final Duration UPDATE_BOUND = Duration.ofMinutes(3);
  private static final Duration INSTALL_BOUND = Duration.ofMinutes(8);

  private HostPackages() {}

  /// The packages that are needed and whose commands are not there.
  public static List<String> missing() {
    return TOOLS.stream()
        .filter(tool ->
            FOLDERS.stream().noneMatch(folder -> Files.isExecutable(folder.resolve(tool.name()))))
        .map(Tool::from)
        .toList();
  }

  /// Stops with the line to type if something is missing.
  public static void need() {
    List<String> missing = missing();
    if (!missing.isEmpty()) {
      throw new LabBroken(
          "packages are missing: " + String.join(" ", missing),
          "apt-get install --no-install-recommends "
              + String.join(" ", missing)
              + "   (or, as root: lab/run prepare --install)");
    }
  }

  /// Installs what is missing, as root; else it says what is missing.
  ///
  /// @param made whether the images have been made before; if not, apt's lists are brought up to
  ///   date for them even if no package is missing here
  public static void install(boolean made) {
    List<String> missing = missing();
    if (!isRoot()) {
      need();
      return;
    }
    if (!made || !missing.isEmpty()) {
      HostCommand.of(UPDATE_BOUND, "apt-get", "update").run();
    }
    if (missing.isEmpty()) {
      return;
    }
    List<String> argv =
        new ArrayList<>(List.of("apt-get", "install", "--yes", "--no-install-recommends"));
    argv.addAll(missing);
    HostCommand.of(INSTALL_BOUND, argv.toArray(String[]::new)).run();
    need();
  }

  /// Whether the lab runs as root.
  public static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }
}
