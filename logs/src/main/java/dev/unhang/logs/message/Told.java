package dev.unhang.logs.message;

import dev.unhang.model.log.LinkMode;
import dev.unhang.model.log.QueueTimeout;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers that a message tells besides what it means.
final class Told {
  private static final Pattern SPEED =
      Pattern.compile(
          "(?<number>\\d{1,6}(?:\\.\\d)?) ?(?<unit>[MG])(?:b/s|bps|bit|B/s)|\\((?<bare>\\d{2,6})/",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DUPLEX =
      Pattern.compile("\\b(?<duplex>full|half)\\b", Pattern.CASE_INSENSITIVE);

  private Told() {}

  /// How long which queue has stood, by the groups `queue`, `ms` and `us` where the pattern has
  /// them.
  static QueueTimeout timeout(Matcher message, boolean resets) {
    Optional<Duration> lasted =
        number(message, "ms")
            .map(Duration::ofMillis)
            .or(() -> number(message, "us").map(each -> Duration.ofMillis(each / 1000)));
    return new QueueTimeout(number(message, "queue").map(Long::intValue), lasted, resets);
  }

  /// A group's number; empty where the pattern has no such group, or it met nothing.
  static Optional<Long> number(Matcher message, String group) {
    return message.namedGroups().containsKey(group)
        ? Optional.ofNullable(message.group(group)).map(Long::valueOf)
        : Optional.empty();
  }

  /// What a link came up with, in any of the drivers' ways to say so: `1000 Mbps Full Duplex`,
  /// `1Gbps/Full`, `100Mbps, full-duplex`, `(1000/Full)`.
  static LinkMode mode(String behind) {
    Matcher speed = SPEED.matcher(behind);
    Matcher duplex = DUPLEX.matcher(behind);
    return new LinkMode(
        speed.find() ? Optional.of(megabits(speed)) : Optional.empty(),
        duplex.find()
            ? Optional.of(duplex.group("duplex").toLowerCase(Locale.ROOT).equals("full"))
            : Optional.empty());
  }

  private static int megabits(Matcher speed) {
    if (speed.group("bare") != null) {
      return Integer.parseInt(speed.group("bare"));
    }
    double number = Double.parseDouble(speed.group("number"));
    return (int) Math.round(speed.group("unit").equalsIgnoreCase("G") ? number * 1000 : number);
  }
}
