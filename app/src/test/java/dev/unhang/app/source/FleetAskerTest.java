package dev.unhang.app.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.fleet.inventory.FleetHost;
import dev.unhang.fleet.inventory.Inventories;
import dev.unhang.fleet.scan.FleetScan;
import dev.unhang.fleet.scan.HostResult;
import dev.unhang.fleet.scan.HostState;
import dev.unhang.fleet.scan.NotKnown;
import dev.unhang.linux.LiveHostView;
import dev.unhang.model.host.ByteSink;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.HostView;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Hosts of a fleet over OpenSSH: one sshd of the test's own, a port a host.
class FleetAskerTest {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
  private static final Duration SOON = Duration.ofSeconds(10);

  /// ssh with a configuration of the test's own; all else is this machine.
  private static HostView here(Path config) {
    LiveHostView live = new LiveHostView();
    return (HostView)
        Proxy.newProxyInstance(
            FleetAskerTest.class.getClassLoader(),
            new Class<?>[] {HostView.class},
            (proxy, method, arguments) -> {
              Command command = (Command) arguments[0];
              List<String> argv = new ArrayList<>(command.argv());
              argv.addAll(argv.indexOf("ssh") + 1, List.of("-F", config.toString()));
              try {
                return live.command(new Command(argv, command.deadline()), (ByteSink) arguments[1]);
              } catch (RuntimeException thrown) {
                throw new InvocationTargetException(thrown).getCause();
              }
            });
  }

  private static FleetAsker asker(Path folder, Duration deadline) {
    return new FleetAsker(here(folder.resolve("ssh_config")), SOON, deadline);
  }

  private static FleetHost host(String address) {
    return Inventories.typed(address).hosts().getFirst();
  }

  private static List<FleetScan.Ask> asks(FleetAsker asker, List<FleetHost> hosts) {
    return hosts.stream()
        .map(host -> new FleetScan.Ask(host.name(), () -> asker.ask(host)))
        .toList();
  }

  private static void config(OwnSshd sshd, String known) throws IOException {
    Path file = Files.writeString(sshd.folder().resolve("known"), known);
    Files.writeString(
        sshd.folder().resolve("ssh_config"),
        String.join(
            "\n",
            "IdentityFile " + sshd.folder().resolve("person"),
            "IdentitiesOnly yes",
            // A person's own word does not count: no key is accepted unseen.
            "StrictHostKeyChecking accept-new",
            "UserKnownHostsFile " + file,
            "GlobalKnownHostsFile /dev/null",
            ""));
  }

  private static void program(Path folder, String name, String... lines) throws IOException {
    Path file =
        Files.writeString(
            Files.createDirectories(folder.resolve("bin")).resolve(name),
            "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String entry(int boot, int second, String message) {
    long micros = Instant.parse("2026-11-0" + (boot + 1) + "T00:00:00Z").getEpochSecond() + second;
    return "{\"__CURSOR\":\"s=1;i=%x\",\"__REALTIME_TIMESTAMP\":\"%d000000\","
            .formatted(boot * 100_000 + second, micros)
        + "\"__MONOTONIC_TIMESTAMP\":\"%d000000\",\"_BOOT_ID\":\"%032x\","
            .formatted(second, boot + 1)
        + "\"_TRANSPORT\":\"kernel\",\"SYSLOG_IDENTIFIER\":\"kernel\",\"MESSAGE\":\""
        + message
        + "\"}\n";
  }

  /// Two boots of an hour each, a line a second.
  private static String journal(boolean hangs) {
    StringBuilder text = new StringBuilder();
    for (int boot = 0; boot < 2; boot++) {
      text.append(entry(boot, 0, "Linux version 6.8.12-1-pve (x)"));
      for (int second = 1; second <= 3600; second++) {
        boolean hung = hangs && boot == 0 && second == 1000;
        text.append(
            entry(
                boot,
                second,
                hung
                    ? "e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:\\n  TDH       "
                        + "           <61>\\n  TDT                  <90>"
                    : "audit: a line of noise"));
      }
    }
    return text.toString();
  }

  /// Fake programs of a host: its journal, and a processor that is no guest's.
  private static String withJournal(Path folder, String name, String journal, int exit)
      throws IOException {
    Path own = Files.createDirectories(folder.resolve(name));
    Path file = Files.writeString(own.resolve("journal"), journal);
    program(
        own,
        "journalctl",
        "case \"$*\" in *--help*) echo --output-fields; exit 0;; *'-n 1'*) head -n 1 "
            + file
            + "; exit 0;; esac",
        "cat " + file,
        "exit " + exit);
    program(
        own,
        "grep",
        "case \"$*\" in *cpuinfo*) echo 'flags : fpu'; exit 0;; esac",
        "exec /usr/bin/grep \"$@\"");
    return forced(own);
  }

  private static String forced(Path own) {
    return "PATH=" + own.resolve("bin") + ":/usr/bin:/bin; eval \"$SSH_ORIGINAL_COMMAND\"";
  }

  @Test
  void everyHostIsInOneOfThreeStates(@TempDir Path folder) throws Exception {
    Path denied = folder.resolve("denied");
    program(denied, "id", "echo 1000");
    program(denied, "sudo", "exit 1");
    program(denied, "journalctl", "exit 1");
    program(denied, "dmesg", "exit 1");
    program(denied, "ls", "case \"$*\" in */var/log/kern*) exit 2;; esac", "exec /bin/ls \"$@\"");
    try (OwnSshd sshd =
            OwnSshd.start(
                folder,
                List.of(
                    withJournal(folder, "hung", journal(true), 0),
                    withJournal(folder, "clean", journal(false), 0),
                    withJournal(folder, "late", journal(false), 124),
                    forced(denied),
                    "yes \" endless text\"",
                    "sleep 100",
                    "printf \"@log journal\\n {\\n\"",
                    "true"));
        ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      config(sshd, sshd.knownHosts());
      List<FleetHost> hosts = new ArrayList<>();
      for (int port = 1; port <= 8; port++) {
        hosts.add(host(sshd.address(port)));
      }
      hosts.add(host("127.0.0.1:1"));
      hosts.add(host("127.0.0.1:" + silent.getLocalPort()));
      hosts.add(host("nohost.invalid"));
      List<HostResult> found = new CopyOnWriteArrayList<>();
      new FleetScan(found::add).run(asks(asker(folder, SOON), hosts), 4);
      List<HostResult> results =
          hosts.stream()
              .map(host ->
                  found.stream().filter(each -> each.name().equals(host.name())).findFirst().get())
              .toList();
      assertThat(results.stream().map(FleetAskerTest::told))
          .containsExactly(
              "hung",
              "clean",
              "not known: log not read to its end",
              "not known: kernel log not readable",
              "not known: too much came",
              "not known: timed out",
              "not known: log not read to its end",
              "not known: no answer",
              "not known: refused",
              "not known: timed out",
              "not known: no such name");
      assertThat(results.getFirst().hangs()).isEqualTo(1);
      assertThat(results.getFirst().nics().getFirst().name())
          .isEqualTo("eno1 (e1000e, 0000:00:19.0)");
      assertThat(results.get(1).from()).contains(Instant.parse("2026-11-01T00:00:00Z"));
      assertThat(results.get(1).covered()).isEqualTo(Duration.ofHours(2));
    }
  }

  private static String told(HostResult result) {
    return result.state().word() + result.reason().map(why -> ": " + why.word()).orElse("");
  }

  @Test
  void aKeyThatIsNotKnownOrHasChangedIsNeverAccepted(@TempDir Path folder) throws Exception {
    try (OwnSshd sshd = OwnSshd.start(folder, List.of())) {
      FleetHost host = host(sshd.address());
      config(sshd, "");
      HostResult unknown = asker(folder, LONG_ENOUGH).ask(host);
      assertThat(unknown.reason()).contains(NotKnown.KEY_UNKNOWN);
      assertThat(Files.readString(folder.resolve("known"))).isEmpty();
      assertThat(
              OwnSshd.works("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder + "/other"))
          .isTrue();
      String[] other = Files.readString(folder.resolve("other.pub")).split(" ", 3);
      config(
          sshd, "[127.0.0.1]:" + sshd.ports().getFirst() + " " + other[0] + " " + other[1] + "\n");
      String before = Files.readString(folder.resolve("known"));
      HostResult changed = asker(folder, LONG_ENOUGH).ask(host);
      assertThat(changed.reason()).contains(NotKnown.KEY_CHANGED);
      assertThat(Files.readString(folder.resolve("known"))).isEqualTo(before);
    }
  }

  @Test
  void whoMayNotLogInIsNotKnown(@TempDir Path folder) throws Exception {
    try (OwnSshd sshd = OwnSshd.start(folder, List.of())) {
      config(sshd, sshd.knownHosts());
      Files.delete(folder.resolve("person.pub"));
      assertThat(asker(folder, LONG_ENOUGH).ask(host(sshd.address())).reason())
          .contains(NotKnown.LOGIN_DENIED);
    }
  }

  /// A stopped scan ends what it started, and says of each host that it was not asked.
  @Test
  void aStoppedScanLeavesNoHostOut(@TempDir Path folder) throws Exception {
    try (OwnSshd sshd = OwnSshd.start(folder, List.of("sleep 100"))) {
      config(sshd, sshd.knownHosts());
      List<HostResult> found = new CopyOnWriteArrayList<>();
      FleetScan scan = new FleetScan(found::add);
      Thread stopper =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  Thread.sleep(1500);
                } catch (InterruptedException never) {
                  Thread.currentThread().interrupt();
                }
                scan.stop();
              });
      FleetHost host = host(sshd.address(1));
      long begun = System.nanoTime();
      scan.run(
          asks(asker(folder, LONG_ENOUGH), List.of(host, new FleetHost("second", host.address()))),
          1);
      stopper.join();
      assertThat(System.nanoTime() - begun).isLessThan(Duration.ofSeconds(20).toNanos());
      assertThat(found).hasSize(2).allMatch(each -> each.state() == HostState.NOT_KNOWN);
      assertThat(found.stream().flatMap(each -> each.reason().stream()))
          .containsOnly(NotKnown.NOT_ASKED);
    }
  }
}
