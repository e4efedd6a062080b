package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.json.LoadJson;
import dev.unhang.app.option.CardItself;
import dev.unhang.app.option.JsonOption;
import dev.unhang.app.option.NicOperand;
import dev.unhang.app.option.NumberWords;
import dev.unhang.app.option.Spec;
import dev.unhang.app.option.Usage;
import dev.unhang.app.screen.LoadWords;
import dev.unhang.app.wiring.Host;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.repair.trial.LoadOrder;
import dev.unhang.repair.trial.LoadResult;
import dev.unhang.repair.trial.LoadRun;
import dev.unhang.repair.trial.ServerRoute;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang load`: iperf3 traffic, stopped at the first sign of a hang.
final class LoadCommand implements CliCommand {
  private static final int IPERF3_PORT = 5201;
  private static final long DEFAULT_SECONDS = 60;

  /// `host`, `host:port`, `[2001:db8::1]:port`.
  private static final Pattern SERVER =
      Pattern.compile(
          "(?:\\[(?<six>[0-9a-fA-F:.%]+)\\]|(?<host>[^:\\s\\[\\]-][^:\\s\\[\\]]*))(?::(?<port>\\d{1,5}))?");

  private final Wiring wiring;
  private final CommandSpec spec =
      Spec.command("load", "Loads a NIC with iperf3 and stops at the first sign of a hang.")
          .addPositional(NicOperand.spec())
          .addOption(Spec.value("--server", "HOST[:PORT]", "a host where 'iperf3 -s' runs; needed"))
          .addOption(Spec.value("--parallel", "N", "streams at once, 1 to 128; 1"))
          .addOption(Spec.value("--seconds", "N", "how long, up to 3600; 60"))
          .addOption(Spec.value("--bytes", "N", "how much, instead of how long"))
          .addOption(Spec.flag("--reverse", "the server sends"))
          .addOption(JsonOption.spec("load/1"));

  LoadCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    Host host = wiring.live();
    CardItself.require(host.view(), Spec.operands(arguments), "load");
    NicFacts nic = NicOperand.read(arguments, host);
    LoadOrder order = order(arguments, nic);
    LoadOrder checked = order.at(ServerRoute.require(host.view(), nic.name(), order.server()));
    LoadWords words = new LoadWords(JsonOption.words(arguments, console), order);
    LoadResult result =
        new LoadRun(host.view(), host.control(), host.events(), host.clocks())
            .run(checked, words::progress);
    words.end(result);
    ExitCode code = code(result);
    if (JsonOption.of(arguments)) {
      console.say(LoadJson.document(order, result, code));
    }
    return code;
  }

  private static ExitCode code(LoadResult result) {
    return switch (result) {
      case LoadResult.Quiet quiet -> ExitCode.OK;
      case LoadResult.Elsewhere none -> ExitCode.INCOMPLETE;
      case LoadResult.Hung hung -> ExitCode.HANG;
      case LoadResult.Stalled stalled -> ExitCode.FINDINGS;
      case LoadResult.Failed failed -> ExitCode.UNAVAILABLE;
    };
  }

  private static LoadOrder order(ParseResult arguments, NicFacts nic) {
    String server = arguments.matchedOptionValue("--server", "");
    Matcher parts = SERVER.matcher(server);
    if (!parts.matches()) {
      throw new Usage(
          server.isEmpty()
              ? "load needs --server HOST[:PORT], a host where 'iperf3 -s' runs"
              : "--server takes HOST or HOST:PORT; not " + server);
    }
    if (Spec.has(arguments, "--bytes") && Spec.has(arguments, "--seconds")) {
      throw new Usage("--bytes and --seconds exclude each other");
    }
    OptionalLong bytes = NumberWords.option(arguments, "--bytes", 1, 1L << 50);
    long longest = bytes.isPresent() ? LoadOrder.LONGEST.toSeconds() : DEFAULT_SECONDS;
    return new LoadOrder(
        nic.name(),
        parts.group("six") == null ? parts.group("host") : parts.group("six"),
        parts.group("port") == null ? IPERF3_PORT : Integer.parseInt(parts.group("port")),
        (int) NumberWords.option(arguments, "--parallel", 1, LoadOrder.MOST_STREAMS).orElse(1),
        Duration.ofSeconds(
            NumberWords.option(arguments, "--seconds", 1, LoadOrder.LONGEST.toSeconds())
                .orElse(longest)),
        bytes,
        Spec.has(arguments, "--reverse"));
  }
}
