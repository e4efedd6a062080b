package dev.unhang.bench.measure;

import java.util.Optional;

/// A network namespace of the bench's own with a veth pair in it, whose one end is renamed again
/// and again: the kernel logs each. The machine's own network is not touched.
///
/// Kernel: net/core/dev.c, __dev_change_name() (v6.18)
public final class Namespace implements AutoCloseable {
  private static final Tool IP = new Tool("ip", "iproute2");

  private final Runner runner;
  private final String name;
  private final Live ip;
  private String link;
  private int renamed;

  private Namespace(Runner runner, String name, String link) {
    this.runner = runner;
    this.name = name;
    this.link = link;
    this.ip = Live.start(IP.with("-n", name, "-batch", "-"));
  }

  /// What keeps this machine from having one; empty where nothing does.
  public static Optional<String> hindrance() {
    if (IP.program().isEmpty()) {
      return Optional.of(IP.install());
    }
    return "root".equals(System.getProperty("user.name"))
        ? Optional.empty()
        : Optional.of("run as root: it makes a network namespace and reads /dev/kmsg");
  }

  /// Makes it; empty where this kernel doesn't.
  public static Optional<Namespace> make(Runner runner) {
    String name = "unhang-bench-" + ProcessHandle.current().pid();
    String link = "uhl0";
    if (runner.run(IP.with("netns", "add", name)).exit() != 0) {
      return Optional.empty();
    }
    Command pair =
        IP.with("-n", name, "link", "add", link, "type", "veth", "peer", "name", link + "p");
    if (runner.run(pair).exit() != 0) {
      runner.run(IP.with("netns", "del", name));
      return Optional.empty();
    }
    return Optional.of(new Namespace(runner, name, link));
  }

  /// Gives the link another name, by an `ip` that runs already.
  ///
  /// @return the name
  public String rename() {
    String next = "uhl" + ++renamed;
    ip.tell("link set " + link + " name " + next + "\n");
    link = next;
    return next;
  }

  @Override
  public void close() {
    ip.close();
    runner.run(IP.with("netns", "del", name));
  }
}
