package dev.unhang.bench.measure;

import dev.unhang.bench.BenchBroken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A network namespace of the bench's own with as many devices as a busy hypervisor has: veth
/// pairs, half of their ends in bridges. The machine's own network is not touched.
public final class ManyDevices implements AutoCloseable {
  private static final Tool IP = new Tool("ip", "iproute2");
  private static final int PAIRS = 48;
  private static final int BRIDGES = 4;

  private final Runner runner;
  private final String name;

  private ManyDevices(Runner runner, String name) {
    this.runner = runner;
    this.name = name;
  }

  /// Makes it; empty where this kernel doesn't.
  ///
  /// @param folder for what `ip` is told
  public static Optional<ManyDevices> make(Runner runner, Path folder) {
    String name = "unhang-many-" + ProcessHandle.current().pid();
    if (runner.run(IP.with("netns", "add", name)).exit() != 0) {
      return Optional.empty();
    }
    ManyDevices made = new ManyDevices(runner, name);
    if (runner.run(IP.with("-n", name, "-batch", "-").reading(made.orders(folder))).exit() != 0) {
      made.close();
      return Optional.empty();
    }
    return Optional.of(made);
  }

  private Path orders(Path folder) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < BRIDGES; i++) {
      lines.add("link add vmbr" + i + " type bridge");
    }
    for (int i = 0; i < PAIRS; i++) {
      lines.add("link add veth" + i + " type veth peer name fwpr" + i + "p0");
      lines.add("link set fwpr" + i + "p0 master vmbr" + i % BRIDGES);
    }
    try {
      Files.createDirectories(folder);
      return Files.write(folder.resolve("devices.ip"), lines);
    } catch (IOException failed) {
      throw new BenchBroken("cannot write what ip is told", failed);
    }
  }

  /// The same command, run in the namespace.
  public Command inside(Command command) {
    List<Object> words = new ArrayList<>(List.of("netns", "exec", name));
    words.addAll(command.argv());
    return IP.with(words.toArray());
  }

  @Override
  public void close() {
    runner.run(IP.with("netns", "del", name));
  }
}
