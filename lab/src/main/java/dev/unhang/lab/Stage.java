package dev.unhang.lab;

import dev.unhang.lab.guest.Outcome;
import dev.unhang.lab.image.AppDisk;
import dev.unhang.lab.image.Images;
import dev.unhang.lab.machine.MachineSpec;
import dev.unhang.lab.qemu.Acceleration;
import dev.unhang.lab.qemu.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a scenario plays on: machines, the story it tells, and a place for what it wants to keep.
public final class Stage implements AutoCloseable {

  private static final Duration JOURNAL_BOUND = Duration.ofSeconds(60);

  private final Home home;
  private final Story story;
  private final Path folder;
  private final Optional<Path> keep;
  private final List<Machine> machines = new ArrayList<>();
  private Optional<Path> app = Optional.empty();

  /// @param folder of this run; each machine has one of its own in it, for logs and overlays
  /// @param keep where captures go, if somebody asked for them
  Stage(Home home, Story story, Path folder, Optional<Path> keep) {
    this.home = home;
    this.story = story;
    this.folder = folder;
    this.keep = keep;
  }

  /// Tells the steps; waits and checks.
  public Story story() {
    return story;
  }

  /// A machine of `lab/machines`, switched on.
  public Machine machine(String name) {
    return machine(name, Optional.empty());
  }

  /// A machine that has unhang, built from this source tree, as `unhang` on its path.
  public Machine machineWithUnhang(String name) {
    if (app.isEmpty()) {
      app = Optional.of(AppDisk.build(home.project(), folder, story));
    }
    return machine(name, app);
  }

  private Machine machine(String name, Optional<Path> withApp) {
    MachineSpec spec = home.machine(name);
    Images images = Images.prepare(home.cache(), home.guest(), spec, home.filesOf(name), story);
    Acceleration acceleration = Acceleration.probe(images.kernel(), story);
    Machine machine = new Machine(spec, images, withApp, acceleration, folderOf(name), story);
    machines.add(machine);
    machine.powerOn();
    return machine;
  }

  private Path folderOf(String machine) {
    try {
      return Files.createDirectory(folder.resolve(machine));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Writes a command's output to the folder given by `--keep`; without one it does nothing.
  public void keep(String file, Outcome outcome) {
    keep.ifPresent(into -> write(into.resolve(file), outcome.out()));
  }

  /// Asks each machine that is still on for its journal. Called when something failed; a machine
  /// that does not answer is part of what is seen then.
  void saveJournals() {
    for (Machine machine : machines) {
      if (machine.isOn()) {
        try {
          Outcome journal =
              machine.guest().run(JOURNAL_BOUND, "journalctl", "--no-pager", "-o", "short-precise");
          write(machine.folder().resolve("journal.txt"), journal.out());
        } catch (LabBroken silent) {
          story.tell("the guest's journal could not be had: " + silent.getMessage());
        }
      }
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    machines.forEach(Machine::close);
  }
}
