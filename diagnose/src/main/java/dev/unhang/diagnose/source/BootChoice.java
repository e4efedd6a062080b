package dev.unhang.diagnose.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which boots of a journal are read.
///
/// Man: journalctl(1), "--boot": 0 is this boot, -1 the one before, a positive number counts from
/// the oldest; an id names one
public record BootChoice(List<String> arguments, String words) {
  /// All boots within 30 days: further back a hang is history, and journals are long.
  public static final BootChoice RECENT =
      new BootChoice(List.of("_TRANSPORT=kernel", "--since=-30d"), "all boots of the last 30 days");

  private static final Pattern NUMBER_OR_ID = Pattern.compile("[+-]?\\d{1,6}|[0-9a-fA-F-]{32,36}");

  public BootChoice {
    arguments = List.copyOf(arguments);
  }

  /// `0`, `-1`, an id, `all`; empty for anything else.
  public static Optional<BootChoice> parse(String text) {
    if (text.equals("all")) {
      return Optional.of(new BootChoice(List.of("_TRANSPORT=kernel"), "all boots"));
    }
    return NUMBER_OR_ID.matcher(text).matches()
        ? Optional.of(new BootChoice(List.of("--dmesg", "--boot=" + text), "boot " + text))
        : Optional.empty();
  }
}
