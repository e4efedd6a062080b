package dev.unhang.lab.image;

import dev.unhang.lab.LabBroken;
import dev.unhang.lab.host.HostCommand;
import dev.unhang.lab.host.HostPackages;
import dev.unhang.lab.machine.MachineSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A small Debian 12, made from packages by mmdebstrap, before the lab lays its own files over it.
final class RootFileSystem {

  private static final String SUITE = "bookworm";

  /// The sources that this machine's apt has for Debian itself, whatever mirror that is.
  private static final String[] SOURCES = {
    "apt-get",
    "indextargets",
    "--format",
    "deb $(REPO_URI) $(RELEASE) $(COMPONENT)",
    "Created-By: Packages",
    "Origin: Debian"
  };

  private static final Duration ASK_BOUND = Duration.ofSeconds(30);
  private static final Duration MAKE_BOUND = Duration.ofMinutes(10);

  private RootFileSystem() {}

  /// @param packages the file that lists those of all machines
  static Path in(Cache cache, Path packages, MachineSpec machine) {
    List<String> argv = command(packages, machine.packages());
    return cache
        .made(
            "root-" + machine.name(),
            "the root file system of " + machine.name() + ": Debian " + SUITE,
            new Inputs().texts(argv),
            into -> make(argv, into))
        .resolve("tree");
  }

  private static List<String> command(Path packages, List<String> more) {
    try (var lines = Files.lines(packages)) {
      String include =
          Stream.concat(
                  lines.filter(line -> !line.isBlank() && !line.startsWith("#")), more.stream())
              .collect(Collectors.joining(","));
      List<String> argv =
          new ArrayList<>(List.of("mmdebstrap", "--variant=essential", "--mode=root"));
      for (String unread : List.of("doc", "man", "info", "locale")) {
        argv.add("--dpkgopt=path-exclude=/usr/share/" + unread + "/*");
      }
      argv.addAll(List.of("--format=directory", "--include=" + include, SUITE));
      return argv;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void make(List<String> argv, Path into) {
    if (!HostPackages.isRoot()) {
      throw new LabBroken(
          "the root file system has not been made yet, and making it needs root (its files belong"
              + " to root)",
          "run lab/run prepare once as root; playing scenarios needs no root");
    }
    String sources =
        HostCommand.of(ASK_BOUND, SOURCES)
            .run()
            .lines()
            .filter(line -> line.contains(" " + SUITE))
            .collect(Collectors.joining("\n"));
    if (sources.isEmpty()) {
      throw new LabBroken("this machine's apt has no source of Debian " + SUITE, "apt-get update");
    }
    List<String> whole = new ArrayList<>(argv);
    whole.addAll(List.of(into.resolve("tree").toString(), "-"));
    HostCommand.of(MAKE_BOUND, whole.toArray(String[]::new)).reading(sources + "\n").run();
  }
}
