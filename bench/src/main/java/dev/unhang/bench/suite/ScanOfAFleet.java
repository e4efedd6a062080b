package dev.unhang.bench.suite;

import dev.unhang.bench.Bench;
import dev.unhang.bench.Stand;
import dev.unhang.bench.measure.Command;
import dev.unhang.bench.measure.Race;
import dev.unhang.bench.measure.Race.Entrant;
import dev.unhang.bench.measure.Race.Result;
import dev.unhang.bench.measure.Run;
import dev.unhang.bench.measure.Tool;
import dev.unhang.bench.table.Goal;
import dev.unhang.bench.table.Row;
import dev.unhang.bench.table.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// 300 hosts over ssh, 32 at a time, against an ssh that asks each of them nothing. The same
/// machine plays all of them.
final class ScanOfAFleet implements Bench {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Tool SSH = new Tool("ssh", "openssh-client");
  private static final Tool SSHD = new Tool("sshd", "openssh-server");
  private static final int HANG = 2;

  @Override
  public String name() {
    return "fleet";
  }

  @Override
  public String question() {
    return "scanning 300 hosts over ssh, against an ssh that asks nothing";
  }

  @Override
  public List<Row> measure(Stand stand) {
    Goal goal = Goal.atMost(4);
    if (SSHD.program().isEmpty()) {
      return List.of(
          Row.without(name(), SSH.name(), goal.text(), new Verdict.NotMeasured(SSHD.install())));
    }
    Path folder = Path.of(System.getProperty("java.io.tmpdir"), "unhang-bench-fleet");
    try (SshdHosts hosts = SshdHosts.start(folder, stand.story())) {
      Command scan = stand.unhang("fleet", "scan", "--json", hosts.names());
      Command nothing =
          Command.of(
              Path.of("/bin/sh"),
              "-c",
              "xargs -P 32 -I{} sh -c 'ssh -o BatchMode=yes {} true || :' <'"
                  + hosts.names()
                  + "'");
      List<Result> results =
          Race.run(
              stand.runner(),
              1,
              List.of(
                  new Entrant(hosts.reaching(scan), ScanOfAFleet::wrong),
                  new Entrant(hosts.reaching(nothing), run -> Race.exit(run, 0))));
      Result ours = results.getFirst();
      if (ours.wrong().isPresent()) {
        return List.of(Row.without(name(), "time", "", new Verdict.Wrong(ours.wrong().get())));
      }
      stand.tool(SSH);
      return List.of(
          Row.within(name(), LIMIT, ours.timings()),
          Row.compared(name(), SSH.name(), goal, ours.timings(), results.get(1).timings()),
          Row.memory(name(), Contest.MEMORY_LIMIT, ours.timings().peakBytes(), 0));
    }
  }

  /// A host with the journal of three days hung; what those of an hour are depends on whether this
  /// machine is a guest.
  private static Optional<String> wrong(Run run) throws IOException {
    Optional<String> exit = Race.exit(run, HANG);
    String output = Files.readString(run.output());
    return exit.or(() ->
        Stream.of("\"hung\":" + SshdHosts.LONG + ",", "\"refused\":" + SshdHosts.UNREACHABLE)
            .filter(wanted -> !output.contains(wanted))
            .findFirst()
            .map(wanted -> "the summary has no " + wanted));
  }
}
