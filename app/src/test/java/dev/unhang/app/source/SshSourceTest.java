package dev.unhang.app.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unhang.hosts.survey.Survey;
import dev.unhang.linux.LiveHostView;
import dev.unhang.linux.command.RunCommand;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.host.ByteSink;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.net.NicSurvey;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A host over ssh: this one, by an sshd of the test's own on the loopback.
class SshSourceTest {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

  /// This machine, whose ssh has a configuration of the test's own.
  private static HostView withConfiguration(Path config) {
    LiveHostView live = new LiveHostView();
    return (HostView)
        Proxy.newProxyInstance(
            SshSourceTest.class.getClassLoader(),
            new Class<?>[] {HostView.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("command")) {
                return method.invoke(live, arguments);
              }
              Command command = (Command) arguments[0];
              List<String> argv = new ArrayList<>(List.of("ssh", "-F", config.toString()));
              argv.addAll(command.argv().subList(1, command.argv().size()));
              return live.command(new Command(argv, command.deadline()), (ByteSink) arguments[1]);
            });
  }

  private static SshSource source(Path folder, Duration deadline) throws IOException {
    Path own = Files.createDirectories(folder.resolve(".ssh"));
    HostView here = withConfiguration(folder.resolve("ssh_config"));
    return new SshSource(here, new HostPath(own.toString()), deadline);
  }

  private static boolean works(String... argv) {
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

  private static Process sshd(Path folder, int port) throws IOException, InterruptedException {
    Path program = Path.of("/usr/sbin/sshd");
    assumeTrue(Files.exists(program), "sshd is not installed (openssh-server)");
    for (String key : List.of("host", "person")) {
      assumeTrue(
          works(
              "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.resolve(key).toString()),
          "ssh-keygen makes no keys here");
    }
    Path config =
        Files.writeString(
            folder.resolve("sshd_config"),
            String.join(
                "\n",
                "Port " + port,
                "ListenAddress 127.0.0.1",
                "HostKey " + folder.resolve("host"),
                "AuthorizedKeysFile " + folder.resolve("person.pub"),
                "StrictModes no",
                "PermitRootLogin yes",
                "UsePAM no",
                "PidFile none",
                ""));
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
    long end = System.nanoTime() + LONG_ENOUGH.toNanos();
    while (!listens(port) && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    return sshd;
  }

  /// With its sessions, and so the connections that are kept open.
  private static void end(Process sshd) {
    List<ProcessHandle> sessions = sshd.descendants().toList();
    sshd.destroy();
    sessions.forEach(ProcessHandle::destroy);
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException not_yet) {
      return false;
    }
  }

  @Test
  void aHostOverSshHasTheNicsItHasHere(@TempDir Path folder) throws Exception {
    int port = freePort();
    Process sshd = sshd(folder, port);
    try {
      String name = "ssh://" + System.getProperty("user.name") + "@127.0.0.1:" + port;
      SshSource source = source(folder, LONG_ENOUGH);
      assertThat(source.takes(name)).isTrue();
      HostView there = source.open(List.of(name)).getFirst().view();
      HostView here = new LiveHostView();
      HostPath boot = new HostPath("/proc/sys/kernel/random/boot_id");
      assertThat(there.read(boot).known()).isEqualTo(here.read(boot).known()).isPresent();
      NicSurvey far = Survey.read(there, List.of());
      NicSurvey near = Survey.read(here, List.of());
      assertThat(far.nics().stream().map(nic -> nic.device().known()).toList())
          .isEqualTo(near.nics().stream().map(nic -> nic.device().known()).toList());
      assertThat(far.machine()).isEqualTo(near.machine());
    } finally {
      end(sshd);
    }
  }

  /// The sshd takes no second login: its key is gone after the first.
  @Test
  void aSecondQuestionNeedsNoSecondLogin(@TempDir Path folder) throws Exception {
    int port = freePort();
    Process sshd = sshd(folder, port);
    String name = "ssh://" + System.getProperty("user.name") + "@127.0.0.1:" + port;
    try {
      SshSource source = source(folder, LONG_ENOUGH);
      source.open(List.of(name));
      Files.delete(folder.resolve("person.pub"));
      Files.delete(folder.resolve("person"));
      assertThat(source.open(List.of(name))).hasSize(1);
      try (Stream<Path> sockets = Files.list(folder.resolve(".ssh"))) {
        assertThat(sockets).singleElement().asString().contains("unhang-");
      }
    } finally {
      end(sshd);
    }
  }

  @Test
  void withoutAFolderOfOnesOwnNothingIsShared(@TempDir Path folder) {
    HostView here = new LiveHostView();
    HostPath missing = new HostPath(folder.resolve(".ssh").toString());
    assertThat(SharedConnection.options(here, missing)).contains("ControlMaster=no");
    assertThat(SharedConnection.options(here, new HostPath(folder.toString())))
        .contains("ControlMaster=auto", "ControlPath=" + folder + "/unhang-%C");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/home/a b/.ssh", "/home/%h/.ssh", "/home/ö/.ssh"})
  void aFolderThatSshWouldTakeForSomethingElseIsNotUsed(String folder) {
    assertThat(SharedConnection.options(new LiveHostView(), new HostPath(folder)))
        .contains("ControlMaster=no");
  }

  @Test
  void aHostThatHangsIsGivenUp(@TempDir Path folder) throws IOException {
    assumeTrue(works("ssh", "-V"), "ssh is not installed (openssh-client)");
    Files.writeString(folder.resolve("ssh_config"), "LogLevel ERROR\n");
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      SshSource source = source(folder, Duration.ofSeconds(2));
      String name = "ssh://127.0.0.1:" + silent.getLocalPort();
      assertThatThrownBy(() -> source.open(List.of(name)))
          .isInstanceOf(CannotRead.class)
          .hasMessageContaining("did not answer within 2 s");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ssh://",
        "ssh://-oProxyCommand=x",
        "ssh://a b",
        "ssh://-l@host",
        "ssh://host:port",
        "ssh://host/path",
        "ssh://$(x)"
      })
  void whatIsNoHostIsNotTried(String name) {
    SshSource source = new SshSource(new LiveHostView());
    assertThatThrownBy(() -> source.open(List.of(name)))
        .isInstanceOf(CannotRead.class)
        .hasMessageContaining("no address of a host");
  }

  /// The script goes through the login shell over there as one quoted word.
  @Test
  void theScriptIsPlainPosixWithoutSingleQuotes() throws IOException {
    Path script =
        Path.of(System.getProperty("unhang.root", ".."))
            .resolve("app/src/main/resources/dev/unhang/app/source/gather.sh");
    assertThat(Files.readString(script)).doesNotContain("'").doesNotContain("[[");
    assertThat(works("sh", "-n", script.toString())).isTrue();
  }
}
