package dev.unhang.lab;

import dev.unhang.lab.host.HostCommand;
import dev.unhang.lab.host.HostPackages;
import dev.unhang.lab.image.Images;
import dev.unhang.lab.machine.MachineSpec;
import dev.unhang.lab.scenario.Scenarios;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `lab/run`: prepares the lab, lists its scenarios, plays one. The only place that exits.
public final class Main {

  private static final int PASSED = 0;
  private static final int FAILED = 1;
  private static final int USAGE = 64;
  private static final int BROKEN = 69;

  /// Folder, machine, file.
  private static final int LOGS_DEPTH = 2;

  private static final Duration DELETE_BOUND = Duration.ofSeconds(60);

  private static final String USAGE_TEXT =
      """
      usage: lab/run prepare [--install] [MACHINE...]
                                           make the images, once; --install: and what they need (root)
             lab/run list                  the scenarios
             lab/run NAME [--keep DIR]     play one; DIR gets what it captured
      exit: 0 passed, 1 a promise did not hold, 64 usage, 69 the lab is broken (nothing was learnt)
      """;

  private final PrintStream out;
  private final PrintStream err;

  private Main(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /// Runs and exits.
  public static void main(String[] args) {
    System.exit(new Main(System.out, System.err).run(List.of(args)));
  }

  private int run(List<String> args) {
    try {
      return switch (args.isEmpty() ? "" : args.getFirst()) {
        case "prepare" -> prepare(args);
        case "list" -> args.size() == 1 ? list() : usage();
        default -> play(args);
      };
    } catch (LabBroken broken) {
      err.println("lab broken: " + broken.getMessage());
      return BROKEN;
    } catch (UncheckedIOException broken) {
      err.println("lab broken: " + broken.getCause());
      return BROKEN;
    } catch (RuntimeException bug) {
      // Never 1: what the lab itself did wrong says nothing about unhang.
      err.println("lab broken: a bug of its own");
      bug.printStackTrace(err);
      return BROKEN;
    }
  }

  private int prepare(List<String> args) {
    Home home = Home.here();
    List<String> names = new ArrayList<>(args.subList(1, args.size()));
    boolean installs = names.remove("--install");
    if (names.stream().anyMatch(name -> name.startsWith("-"))) {
      return usage();
    }
    if (installs) {
      HostPackages.install(Files.exists(home.cache()));
    }
    Story story = new Story(out);
    List<MachineSpec> machines =
        names.isEmpty() ? home.machines() : names.stream().map(home::machine).toList();
    for (MachineSpec machine : machines) {
      Images images =
          Images.prepare(home.cache(), home.guest(), machine, home.filesOf(machine.name()), story);
      story.tell("ready: " + images.root());
    }
    return PASSED;
  }

  private int list() {
    for (Scenario scenario : Scenarios.ALL) {
      out.printf("%-45s %s%n", scenario.name(), scenario.promise());
    }
    return PASSED;
  }

  private int play(List<String> args) {
    boolean keeps = args.size() == 3 && args.get(1).equals("--keep");
    Optional<Scenario> named =
        Scenarios.ALL.stream()
            .filter(scenario -> !args.isEmpty() && scenario.name().equals(args.getFirst()))
            .findFirst();
    if (named.isEmpty() || !(keeps || args.size() == 1)) {
      return usage();
    }
    return play(named.get(), keeps ? Optional.of(Path.of(args.get(2))) : Optional.empty());
  }

  private int play(Scenario scenario, Optional<Path> keep) {
    Path folder = folderFor(scenario);
    Story story = new Story(out);
    out.println(scenario.name() + ": " + scenario.promise());
    boolean passed = false;
    try (Stage stage = new Stage(Home.here(), story, folder, keep)) {
      try {
        scenario.play(stage);
        passed = true;
      } catch (CheckFailed | LabBroken failed) {
        stage.saveJournals();
        throw failed;
      }
    } catch (CheckFailed failed) {
      story.tell(String.valueOf(failed.getMessage()));
    } finally {
      tidy(folder, passed);
    }
    story.tell((passed ? "PASSED " : "FAILED ") + scenario.name());
    return passed ? PASSED : FAILED;
  }

  /// What is left of a run: nothing if it passed, else all but its disks.
  private void tidy(Path folder, boolean passed) {
    try (Stream<Path> files = Files.walk(folder, passed ? 1 : LOGS_DEPTH)) {
      files
          .filter(file -> !file.equals(folder))
          .filter(file -> passed || file.toString().matches(".*\\.(qcow2|ext4)|.*/unhang"))
          .toList()
          .forEach(file ->
              HostCommand.of(DELETE_BOUND, "rm", "--recursive", "--", file.toString()).run());
      if (passed || isEmpty(folder)) {
        Files.delete(folder);
      } else {
        out.println("console, journal, QMP log and commands of this run: " + folder);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static Path folderFor(Scenario scenario) {
    try {
      return Files.createTempDirectory("unhang-lab-" + scenario.name() + "-");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private int usage() {
    err.print(USAGE_TEXT);
    return USAGE;
  }
}
