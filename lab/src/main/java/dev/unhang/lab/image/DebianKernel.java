package dev.unhang.lab.image;

import dev.unhang.lab.LabBroken;
import dev.unhang.lab.host.HostCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Debian's stock kernel, unpacked and not installed. Not the `cloud` flavour, which has no e1000e.
///
/// @param folder the unpacked package
record DebianKernel(Path folder) {

  private static final String NEWEST = "linux-image-amd64";
  private static final Pattern DEPENDS = Pattern.compile("Depends: (linux-image-[0-9]\\S*)");
  private static final Duration ASK_BOUND = Duration.ofSeconds(30);
  private static final Duration DOWNLOAD_BOUND = Duration.ofMinutes(5);

  static DebianKernel in(Cache cache) {
    Inputs inputs = new Inputs().text(NEWEST);
    return new DebianKernel(
        cache.made("kernel", "the kernel: Debian's " + NEWEST, inputs, DebianKernel::unpack));
  }

  private static void unpack(Path into) {
    String depends = HostCommand.of(ASK_BOUND, "apt-cache", "depends", NEWEST).run();
    Matcher found = DEPENDS.matcher(depends);
    if (!found.find()) {
      throw new LabBroken("apt knows no " + NEWEST, "apt-get update");
    }
    HostCommand.of(DOWNLOAD_BOUND, "apt-get", "download", found.group(1)).in(into).run();
    Path archive = only(into, ".deb");
    HostCommand.of(DOWNLOAD_BOUND, "dpkg", "--extract", archive.toString(), into.toString()).run();
    try {
      Files.delete(archive);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// What QEMU boots.
  Path image() {
    return only(folder.resolve("boot"), "vmlinuz-" + release());
  }

  /// What `uname -r` will say.
  String release() {
    return only(modules(), "").getFileName().toString();
  }

  /// The folder that holds the folder of the modules.
  Path modules() {
    return folder.resolve("lib/modules");
  }

  private static Path only(Path folder, String ending) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .filter(path -> path.getFileName().toString().endsWith(ending))
          .findFirst()
          .orElseThrow(
              () -> new LabBroken("nothing ends in '" + ending + "' in " + folder, "delete it"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
