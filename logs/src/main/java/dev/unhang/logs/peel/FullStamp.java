package dev.unhang.logs.peel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `Sun 2025-05-25 15:23:30 CEST pve-02 kernel: `: journalctl's short-full. Zones have no one
/// meaning, so it gives no wall time.
///
/// Man: journalctl(1), "--output=short-full"
final class FullStamp implements Peeler {
  private static final Pattern FORM =
      Pattern.compile(
          "^(\\p{L}{2,4}\\.? \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?"
              + " [A-Z+-][A-Z0-9]{1,5})(?: |$)");

  @Override
  public boolean mayApply(String rest) {
    return FirstBytes.isLetter(rest, 0) && FirstBytes.isYear(rest, rest.indexOf(' ') + 1);
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    Matcher matcher = FORM.matcher(line.rest());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    String rest = line.rest().substring(matcher.end());
    return Optional.of(
        Writer.take(line.withWall("full", rest, Optional.empty(), matcher.group(1))));
  }
}
