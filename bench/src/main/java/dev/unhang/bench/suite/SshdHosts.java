package dev.unhang.bench.suite;

import dev.unhang.bench.BenchBroken;
import dev.unhang.bench.Story;
import dev.unhang.bench.log.JournalText;
import dev.unhang.bench.measure.Command;
import dev.unhang.bench.measure.Tool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Many hosts, which are one sshd on the loopback: on one port a journal of an hour is read, on the
/// other one of three days, and nobody listens on the third.
final class SshdHosts implements AutoCloseable {
  static final int ALL = 300;
  static final int UNREACHABLE = 12;
  static final int LONG = 30;

  private static final Tool SSHD = new Tool("sshd", "openssh-server");
  private static final Tool KEYGEN = new Tool("ssh-keygen", "openssh-client");
  private static final int HOUR_RECORDS = 400;
  private static final int THREE_DAYS_RECORDS = 30_000;

  private final Path folder;
  private final Process sshd;

  private SshdHosts(Path folder, Process sshd) {
    this.folder = folder;
    this.sshd = sshd;
  }

  /// Starts it.
  ///
  /// @param folder for keys, journals and configurations
  static SshdHosts start(Path folder, Story story) {
    try {
      Files.createDirectories(folder);
      Files.createDirectories(Path.of("/run/sshd"));
      for (String key : List.of("host", "person")) {
        Files.deleteIfExists(folder.resolve(key));
        end(KEYGEN.with("-q", "-t", "ed25519", "-N", "", "-f", folder.resolve(key)));
      }
      int hour = freePort();
      int days = freePort();
      int none = freePort();
      journalctl(folder, "hour", JournalText.json(folder, HOUR_RECORDS, story).path());
      journalctl(folder, "days", JournalText.json(folder, THREE_DAYS_RECORDS, story).path());
      config(folder, hour, days);
      hosts(folder, hour, days, none);
      Process sshd =
          new ProcessBuilder(SSHD.with("-D", "-e", "-f", folder.resolve("sshd_config")).argv())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("sshd.log").toFile())
              .start();
      return new SshdHosts(folder, sshd);
    } catch (IOException failed) {
      throw new BenchBroken("cannot make hosts to scan", failed);
    }
  }

  private static void end(Command command) throws IOException {
    try {
      new ProcessBuilder(command.argv()).inheritIO().start().waitFor();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void program(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void journalctl(Path folder, String kind, Path journal) throws IOException {
    program(
        folder.resolve(kind).resolve("journalctl"),
        """
        #!/bin/sh
        case "$*" in
        *--help*) echo --output-fields; exit ;;
        *"-n 1"*) head -n 1 '%s'; exit ;;
        esac
        cat '%s'
        """
            .formatted(journal, journal));
  }

  private static void config(Path folder, int hour, int days) throws IOException {
    String forced = "  ForceCommand PATH=%s:$PATH; eval \"$SSH_ORIGINAL_COMMAND\"";
    Files.writeString(
        folder.resolve("sshd_config"),
        String.join(
            "\n",
            "ListenAddress 127.0.0.1",
            "Port " + hour,
            "Port " + days,
            "HostKey " + folder.resolve("host"),
            "AuthorizedKeysFile " + folder.resolve("person.pub"),
            "StrictModes no",
            "PermitRootLogin yes",
            "UsePAM no",
            "PidFile none",
            "MaxStartups 1000",
            "Match LocalPort " + hour,
            forced.formatted(folder.resolve("hour")),
            "Match LocalPort " + days,
            forced.formatted(folder.resolve("days")),
            ""));
  }

  /// What a person's own ssh_config would say of them, and a list of their names.
  private static void hosts(Path folder, int hour, int days, int none) throws IOException {
    Files.writeString(
        folder.resolve("known"),
        "* " + Files.readString(folder.resolve("host.pub")).strip() + "\n");
    List<String> names = new ArrayList<>();
    StringBuilder config = new StringBuilder();
    for (int i = 0; i < ALL; i++) {
      String name = String.format(Locale.ROOT, "pve-%03d", i);
      int port = i < UNREACHABLE ? none : i < UNREACHABLE + LONG ? days : hour;
      names.add(name);
      config.append("Host ").append(name).append("\n  Port ").append(port).append('\n');
    }
    config.append(
        """
        Host *
          HostName 127.0.0.1
          User root
          IdentityFile %s
          IdentitiesOnly yes
          UserKnownHostsFile %s
        """
            .formatted(folder.resolve("person"), folder.resolve("known")));
    Files.writeString(folder.resolve("ssh_config"), config);
    Files.writeString(folder.resolve("names"), String.join("\n", names) + "\n");
    program(
        folder.resolve("bin").resolve("ssh"),
        "#!/bin/sh\nexec /usr/bin/ssh -F '" + folder.resolve("ssh_config") + "' \"$@\"\n");
  }

  /// A list of them, a name a line.
  Path names() {
    return folder.resolve("names");
  }

  /// The same command, to which ssh reaches these hosts.
  Command reaching(Command command) {
    List<String> argv =
        new ArrayList<>(
            List.of("env", "PATH=" + folder.resolve("bin") + ":" + System.getenv("PATH")));
    argv.addAll(command.argv());
    return new Command(argv, command.input(), command.isDiscarded());
  }

  @Override
  public void close() {
    sshd.descendants().forEach(ProcessHandle::destroy);
    sshd.destroy();
    try {
      sshd.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
