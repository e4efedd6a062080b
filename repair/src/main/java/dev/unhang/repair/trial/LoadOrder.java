package dev.unhang.repair.trial;

import dev.unhang.model.host.Command;
import dev.unhang.model.id.InterfaceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// What traffic is wanted.
///
/// @param nic the interface it shall leave by, or come in by
/// @param server a host that runs `iperf3 -s`
/// @param port TCP
/// @param parallel streams at once
/// @param longest after which it ends, also where an amount is wanted
/// @param bytes how much is to be sent; empty for as long as `longest`
/// @param reverse the server sends
public record LoadOrder(
    InterfaceName nic,
    String server,
    int port,
    int parallel,
    Duration longest,
    OptionalLong bytes,
    boolean reverse) {
  /// Longer loads are a soak, not a try.
  public static final Duration LONGEST = Duration.ofHours(1);

  /// iperf3's own limit.
  public static final int MOST_STREAMS = 128;

  /// Time for iperf3 to end by itself before it is ended.
  private static final Duration GRACE = Duration.ofSeconds(10);

  public LoadOrder {
    if (server.startsWith("-") || server.isBlank()) {
      throw new IllegalArgumentException("not a host: " + server);
    }
    if (longest.compareTo(LONGEST) > 0 || longest.isNegative() || longest.isZero()) {
      throw new IllegalArgumentException("a load lasts 1 s to " + LONGEST.toSeconds() + " s");
    }
    if (parallel < 1 || parallel > MOST_STREAMS) {
      throw new IllegalArgumentException("1 to " + MOST_STREAMS + " streams");
    }
  }

  /// The same for another time, whatever amount was wanted.
  ///
  /// @param time whole seconds count
  public LoadOrder lasting(Duration time) {
    return new LoadOrder(nic, server, port, parallel, time, OptionalLong.empty(), reverse);
  }

  /// The same at an address that was looked up for the server's name.
  public LoadOrder at(String address) {
    return new LoadOrder(nic, address, port, parallel, longest, bytes, reverse);
  }

  /// The command line.
  ///
  /// Man: iperf3(1)
  public Command command() {
    List<String> argv =
        new ArrayList<>(
            List.of(
                "iperf3",
                "--client",
                server,
                "--port",
                String.valueOf(port),
                "--parallel",
                String.valueOf(parallel)));
    if (bytes.isPresent()) {
      argv.addAll(List.of("--bytes", String.valueOf(bytes.getAsLong())));
    } else {
      argv.addAll(List.of("--time", String.valueOf(longest.toSeconds())));
    }
    if (reverse) {
      argv.add("--reverse");
    }
    return new Command(argv, longest.plus(GRACE));
  }
}
