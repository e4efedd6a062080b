package dev.unhang.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unhang.app.source.Sources;
import dev.unhang.app.wiring.LiveWiring;
import dev.unhang.hosts.HostReading;
import dev.unhang.hosts.bundle.RecordingHostView;
import dev.unhang.hosts.bundle.ReportDraft;
import dev.unhang.hosts.survey.Survey;
import dev.unhang.hosts.topology.TopologyReader;
import dev.unhang.linux.LiveHostView;
import dev.unhang.linux.command.RunCommand;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.CommandOutput;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelQuestion.Addresses;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A report of this kernel, in a network namespace of the test's own, replayed.
class ReportOfNamespaceTest {
  private static final String NAMESPACE = "unhang-report-" + ProcessHandle.current().pid();

  private static Reading<CommandOutput> run(String... argv) {
    return RunCommand.collect(new Command(List.of(argv), Duration.ofSeconds(60)));
  }

  private static boolean works(String... argv) {
    return run(argv).known().filter(output -> output.exit() == 0).isPresent();
  }

  private static boolean ip(String words) {
    return works(("ip -n " + NAMESPACE + " " + words).split(" ", -1));
  }

  @Test
  void theReplayedReportHasTheFactsOfTheLiveKernel(@TempDir Path folder) {
    assumeTrue("root".equals(System.getProperty("user.name")), "needs root to make a namespace");
    assumeTrue(works("ip", "netns", "add", NAMESPACE), "no network namespaces here (iproute2?)");
    try {
      assumeTrue(ip("link add eno9 type veth peer name eno9p"), "this kernel has no veth");
      assumeTrue(ip("link add vmbr9 type bridge"), "this kernel has no bridges");
      ip("link set eno9 master vmbr9");
      ip("address add 192.0.2.9/24 dev vmbr9");
      ip("link set vmbr9 up");
      ip("link set eno9 up");
      CommandOutput output =
          run(
                  "ip",
                  "netns",
                  "exec",
                  NAMESPACE,
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  System.getProperty("java.class.path"),
                  InNamespace.class.getName(),
                  folder.resolve("r.tar").toString())
              .known()
              .orElseThrow();
      assertThat(output.err().utf8()).isEmpty();
      assertThat(output.out().utf8())
          .isEqualTo("[eno9, eno9p, vmbr9] true true true 192.0.2.9/24\n");
    } finally {
      run("ip", "netns", "del", NAMESPACE);
    }
  }

  /// Runs inside the namespace.
  static final class InNamespace {
    private static final List<String> NICS = List.of("eno9", "eno9p", "vmbr9");

    private InNamespace() {}

    public static void main(String[] file) throws IOException {
      RecordingHostView live = new RecordingHostView(new LiveHostView());
      var survey = Survey.read(live, NICS);
      var topology = TopologyReader.read(live);
      var facts = HostReading.read(live, List.of(), List.of());
      try (OutputStream out = Files.newOutputStream(Path.of(file[0]))) {
        ReportDraft.of(
                live.answers(), List.of(), List.of(), Optional.empty(), "test", Instant.EPOCH)
            .write(out);
      }
      HostView replayed =
          new Sources(new LiveWiring().here(), List.of(file[0])).host().orElseThrow().view();
      System.out.println(
          survey.nics().stream().map(nic -> nic.name().value()).toList()
              + " "
              + Survey.read(replayed, NICS).equals(survey)
              + " "
              + TopologyReader.read(replayed).equals(topology)
              + " "
              + HostReading.read(replayed, List.of(), List.of()).equals(facts)
              + " "
              + replayed.kernel().ask(new Addresses()).known().orElseThrow().stream()
                  .filter(address -> address.scope().equals("global"))
                  .findFirst()
                  .orElseThrow());
    }
  }
}
