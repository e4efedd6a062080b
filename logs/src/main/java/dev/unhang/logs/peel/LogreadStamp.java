package dev.unhang.logs.peel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `Sun May 25 15:23:30 2025 kern.err kernel: `: OpenWrt's logread.
final class LogreadStamp implements Peeler {
  private static final Pattern FORM =
      Pattern.compile(
          "^(?<stamp>\\p{L}{3} \\p{L}{3} [ \\d]?\\d \\d\\d:\\d\\d:\\d\\d \\d{4})"
              + " \\w+\\.\\w+ (?<name>[^\\s:\\[\\]]+)(?:\\[\\d+\\])?:(?: |$)");

  @Override
  public boolean mayApply(String rest) {
    return FirstBytes.isLetter(rest, 0)
        && FirstBytes.at(rest, 3) == ' '
        && FirstBytes.at(rest, 7) == ' ';
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    Matcher matcher = FORM.matcher(line.rest());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    String rest = line.rest().substring(matcher.end());
    return Optional.of(
        line.withWall("logread", rest, Optional.empty(), matcher.group("stamp"))
            .from(matcher.group("name"), rest));
  }
}
