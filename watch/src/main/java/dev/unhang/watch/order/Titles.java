package dev.unhang.watch.order;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Under what the ledger has what the watch did: `watch: eno1-5eed0001-20315 at 25 s`. It names the
/// episode, so that the next watch knows which steps were done about it, and the uptime, since wall
/// time may jump.
public final class Titles {
  private static final Pattern FORM =
      Pattern.compile("watch: (?<episode>\\S{1,80}) at (?<uptime>\\d{1,12}) s");

  private Titles() {}

  /// What a title tells.
  ///
  /// @param uptime when it was begun
  record Told(String episode, Duration uptime) {}

  /// The title of what is begun about an episode.
  static String of(String episode, Duration uptime) {
    return "watch: " + episode + " at " + uptime.toSeconds() + " s";
  }

  /// Whether the watch made the change.
  public static boolean isOurs(String title) {
    return FORM.matcher(title).matches();
  }

  /// What it tells; empty where the watch did not make the change.
  static Optional<Told> read(String title) {
    Matcher form = FORM.matcher(title);
    return form.matches()
        ? Optional.of(
            new Told(
                form.group("episode"), Duration.ofSeconds(Long.parseLong(form.group("uptime")))))
        : Optional.empty();
  }
}
