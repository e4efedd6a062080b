package dev.unhang.lab;

import dev.unhang.lab.machine.MachineFile;
import dev.unhang.lab.machine.MachineSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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

  /// Files that a machine has beside those of all guests; most have none, and no such folder.
  public Path filesOf(String machine) {
    return project.resolve("lab/machines").resolve(machine);
  }

  /// All machines of `lab/machines`.
  public List<MachineSpec> machines() {
    try (Stream<Path> files = Files.list(project.resolve("lab/machines"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(MachineFile::read)
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// A machine of `lab/machines`.
  public MachineSpec machine(String name) {
    return MachineFile.read(project.resolve("lab/machines").resolve(name + ".yaml"));
  }
}
