package dev.unhang.app.source;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unhang.linux.command.RunCommand;
import dev.unhang.model.host.Command;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// An sshd of a test's own on the loopback, with keys and a configuration of its own.
///
/// @param ports where it listens
record OwnSshd(Path folder, List<Integer> ports, Process process) implements AutoCloseable {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

  static boolean works(String... argv) {
    return RunCommand.collect(new Command(List.of(argv), LONG_ENOUGH))
        .known()
        .filter(output -> output.exit() == 0)
        .isPresent();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// Starts it, and writes `ssh_config` beside, which reaches it without a question.
  ///
  /// @param forced what it runs instead of what it is asked, a port each, beside a first port that
  ///   runs what it is asked
  static OwnSshd start(Path folder, List<String> forced) throws IOException, InterruptedException {
    Path program = Path.of("/usr/sbin/sshd");
    assumeTrue(Files.exists(program), "sshd is not installed (openssh-server)");
    Files.createDirectories(Path.of("/run/sshd"));
    for (String key : List.of("host", "person")) {
      assumeTrue(
          works(
              "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.resolve(key).toString()),
          "ssh-keygen makes no keys here");
    }
    List<Integer> ports = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    List<String> matches = new ArrayList<>();
    for (int i = 0; i <= forced.size(); i++) {
      ports.add(freePort());
      lines.add("Port " + ports.get(i));
      if (i > 0) {
        matches.add("Match LocalPort " + ports.get(i));
        matches.add("  ForceCommand " + forced.get(i - 1));
      }
    }
    lines.addAll(
        List.of(
            "ListenAddress 127.0.0.1",
            "HostKey " + folder.resolve("host"),
            "AuthorizedKeysFile " + folder.resolve("person.pub"),
            "StrictModes no",
            "PermitRootLogin yes",
            "UsePAM no",
            "PidFile none",
            "MaxStartups 1000:30:2000"));
    lines.addAll(matches);
    lines.add("");
    Path config = Files.writeString(folder.resolve("sshd_config"), String.join("\n", lines));
    Files.writeString(
        folder.resolve("ssh_config"),
        String.join(
            "\n",
            "IdentityFile " + folder.resolve("person"),
            "IdentitiesOnly yes",
            "StrictHostKeyChecking no",
            "UserKnownHostsFile /dev/null",
            "LogLevel ERROR",
            ""));
    assumeTrue(works(program.toString(), "-t", "-f", config.toString()), "sshd can't run here");
    Process sshd =
        new ProcessBuilder(program.toString(), "-D", "-e", "-f", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("sshd.log").toFile())
            .start();
    OwnSshd started = new OwnSshd(folder, List.copyOf(ports), sshd);
    long end = System.nanoTime() + LONG_ENOUGH.toNanos();
    while (!ports.stream().allMatch(OwnSshd::listens) && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    return started;
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException not_yet) {
      return false;
    }
  }

  /// How it is reached by its first port.
  String address() {
    return address(0);
  }

  /// How it is reached by one of its ports.
  String address(int port) {
    return "ssh://" + System.getProperty("user.name") + "@127.0.0.1:" + ports.get(port);
  }

  /// Its host key, as known_hosts has it for each of its ports.
  String knownHosts() throws IOException {
    String[] key = Files.readString(folder.resolve("host.pub")).split(" ", 3);
    StringBuilder lines = new StringBuilder();
    for (int port : ports) {
      lines.append("[127.0.0.1]:").append(port).append(' ').append(key[0]).append(' ');
      lines.append(key[1].strip()).append('\n');
    }
    return lines.toString();
  }

  /// With its sessions, and so the connections that are kept open.
  @Override
  public void close() {
    List<ProcessHandle> sessions = process.descendants().toList();
    process.destroy();
    sessions.forEach(ProcessHandle::destroy);
  }
}
