package dev.unhang.linux;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unhang.linux.command.RunCommand;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.CommandOutput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A network namespace of a test's own, with a veth pair in it. Nothing of the machine's own
/// network is touched, and it is gone when the test has ended.
public final class TestNamespace implements AutoCloseable {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

  private final String name;

  private TestNamespace(String name) {
    this.name = name;
  }

  /// Makes it, or skips the test with the reason.
  ///
  /// @param purpose a few letters, so that tests that run at once don't meet
  /// @param nic what one end of the pair is called; the other has a `p` behind it
  public static TestNamespace with(String purpose, String nic) {
    assumeTrue("root".equals(System.getProperty("user.name")), "needs root to make a namespace");
    String name = "unhang-" + purpose + "-" + ProcessHandle.current().pid();
    assumeTrue(works("ip", "netns", "add", name), "no network namespaces here (iproute2?)");
    TestNamespace namespace = new TestNamespace(name);
    if (!namespace.ip("link", "add", nic, "type", "veth", "peer", "name", nic + "p")) {
      namespace.close();
      assumeTrue(false, "this kernel has no veth");
    }
    return namespace;
  }

  /// Runs `ip` in it.
  public boolean ip(String... arguments) {
    List<String> argv = new ArrayList<>(List.of("ip", "-n", name));
    argv.addAll(List.of(arguments));
    return works(argv.toArray(String[]::new));
  }

  /// Gives a link another name, which the kernel logs.
  ///
  /// Kernel: net/core/dev.c, __dev_change_name() (v6.18)
  public boolean rename(String from, String to) {
    return ip("link", "set", from, "name", to);
  }

  private static boolean works(String... argv) {
    Optional<CommandOutput> output =
        RunCommand.collect(new Command(List.of(argv), LONG_ENOUGH)).known();
    return output.filter(ended -> ended.exit() == 0).isPresent();
  }

  @Override
  public void close() {
    works("ip", "netns", "del", name);
  }
}
