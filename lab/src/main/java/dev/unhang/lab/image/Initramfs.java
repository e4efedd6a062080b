package dev.unhang.lab.image;

import dev.unhang.lab.host.HostCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The first few megabytes that the kernel sees: busybox, the modules that reach the disk, and
/// `guest/init`.
final class Initramfs {

  private static final Duration BOUND = Duration.ofMinutes(1);

  private Initramfs() {}

  /// @param tree a root file system with busybox and with the kernel's modules, depmod done
  /// @param release of the kernel
  /// @param guest the lab's folder of guest files
  /// @param archive what is written
  static void pack(Path tree, String release, Path guest, Path archive) {
    Path staging = archive.resolveSibling("initramfs");
    Path modules = Path.of("lib/modules", release);
    try {
      Path wanted = guest.resolve("initramfs-modules");
      copy(tree.resolve("bin/busybox"), staging.resolve("bin/busybox"));
      copy(guest.resolve("init"), staging.resolve("init"));
      copy(wanted, staging.resolve(wanted.getFileName()));
      for (String index : List.of("modules.dep", "modules.alias", "modules.softdep")) {
        copy(tree.resolve(modules).resolve(index), staging.resolve(modules).resolve(index));
      }
      for (String module : withWhatTheyNeed(tree.resolve(modules), Files.readAllLines(wanted))) {
        copy(tree.resolve(modules).resolve(module), staging.resolve(modules).resolve(module));
      }
      new HostCommand(
              List.of("cpio", "--create", "--quiet", "--format=newc", "--file=" + archive),
              staging,
              list(staging),
              BOUND)
          .run();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Files of the modules named, and of all that modules.dep says they need.
  private static Set<String> withWhatTheyNeed(Path modules, List<String> names) throws IOException {
    Map<String, String> lines = new HashMap<>();
    for (String line : Files.readAllLines(modules.resolve("modules.dep"))) {
      String file = line.substring(0, line.indexOf(':'));
      String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.ko$", "");
      lines.put(name.replace('-', '_'), line.replace(":", ""));
    }
    Set<String> files = new LinkedHashSet<>();
    for (String name : names) {
      files.addAll(List.of(lines.getOrDefault(name, "").strip().split(" +")));
    }
    files.remove("");
    return files;
  }

  private static String list(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> !path.equals(folder))
          .map(path -> folder.relativize(path).toString())
          .sorted()
          .collect(Collectors.joining("\n", "", "\n"));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
  }
}
