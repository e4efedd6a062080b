package dev.unhang.lab;

import dev.unhang.lab.machine.MachineFile;
import dev.unhang.lab.machine.MachineSpec;
import java.nio.file.Path;

/// Where the lab finds its files in the source tree, and where it keeps what it made.
///
/// @param project the root of the source tree
/// @param cache the images
public record Home(Path project, Path cache) {

  /// From the system property `lab.project` that the launcher sets, and the user's cache folder.
  public static Home here() {
    String project = System.getProperty("lab.project");
    if (project == null) {
      throw new LabBroken("the lab does not know where its source tree is", "start it by lab/run");
    }
    return new Home(
        Path.of(project).toAbsolutePath().normalize(),
        Path.of(System.getProperty("user.home"), ".cache", "unhang-lab"));
  }

  /// The guest's files.
  public Path guest() {
    return project.resolve("lab/guest");
  }

  /// A machine of `lab/machines`.
  public MachineSpec machine(String name) {
    return MachineFile.read(project.resolve("lab/machines").resolve(name + ".yaml"));
  }
}
