package dev.unhang.app.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unhang.hosts.survey.Survey;
import dev.unhang.linux.LiveHostView;
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

  @Test
  void aHostOverSshHasTheNicsItHasHere(@TempDir Path folder) throws Exception {
    try (OwnSshd sshd = OwnSshd.start(folder, List.of())) {
      String name = sshd.address();
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
    }
  }

  /// The sshd takes no second login: its key is gone after the first.
  @Test
  void aSecondQuestionNeedsNoSecondLogin(@TempDir Path folder) throws Exception {
    try (OwnSshd sshd = OwnSshd.start(folder, List.of())) {
      String name = sshd.address();
      SshSource source = source(folder, LONG_ENOUGH);
      source.open(List.of(name));
      Files.delete(folder.resolve("person.pub"));
      Files.delete(folder.resolve("person"));
      assertThat(source.open(List.of(name))).hasSize(1);
      try (Stream<Path> sockets = Files.list(folder.resolve(".ssh"))) {
        assertThat(sockets).singleElement().asString().contains("unhang-");
      }
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
    assumeTrue(OwnSshd.works("ssh", "-V"), "ssh is not installed (openssh-client)");
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
    assertThat(OwnSshd.works("sh", "-n", script.toString())).isTrue();
  }
}
