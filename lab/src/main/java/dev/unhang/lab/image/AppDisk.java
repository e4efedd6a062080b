package dev.unhang.lab.image;

import dev.unhang.lab.LabBroken;
import dev.unhang.lab.Story;
import dev.unhang.lab.host.HostCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// unhang itself as a read-only disk: the runtime image that a user would get, and the unit of the
/// packages, mounted by the guest at /opt/unhang.
public final class AppDisk {

  private static final Duration BUILD_BOUND = Duration.ofMinutes(10);
  private static final Duration DISK_BOUND = Duration.ofMinutes(1);
  private static final String SIZE = "300M";

  private AppDisk() {}

  /// Builds unhang from this source tree and puts it on a disk.
  ///
  /// @param project the root of the source tree
  /// @param folder of this run, where the disk is written
  public static Path build(Path project, Path folder, Story story) {
    Path launcher = project.resolve("unhang");
    if (!Files.isExecutable(launcher)) {
      throw new LabBroken(
          "there is no " + launcher, "build unhang first; this scenario plays with it");
    }
    story.tell("building unhang's runtime image");
    Path image = folder.resolve("unhang");
    HostCommand.of(BUILD_BOUND, launcher.toString(), "--image", image.toString()).in(project).run();
    if (!Files.isExecutable(image.resolve("bin/unhang"))) {
      throw new LabBroken("./unhang --image made no bin/unhang", "run it by hand");
    }
    HostCommand.of(
            DISK_BOUND,
            "cp",
            project.resolve("packaging/systemd/unhang-watch.service").toString(),
            image.toString())
        .run();
    Path disk = folder.resolve("unhang.ext4");
    HostCommand.of(
            DISK_BOUND, "mke2fs", "-q", "-t", "ext4", "-d", image.toString(), disk.toString(), SIZE)
        .run();
    return disk;
  }
}
