package dev.unhang.logs.peel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `15:23:30 pve-02 kernel: `: a syslog line whose date was cut off.
final class TimeOfDay implements Peeler {
  private static final Pattern FORM =
      Pattern.compile("^(\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?) (?=(?:\\S+ )?kernel:)");

  @Override
  public boolean mayApply(String rest) {
    return FirstBytes.isDigit(rest, 0) && FirstBytes.at(rest, 2) == ':';
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    Matcher matcher = FORM.matcher(line.rest());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    String rest = line.rest().substring(matcher.end());
    return Optional.of(
        Writer.take(line.withWall("time of day", rest, Optional.empty(), matcher.group(1))));
  }
}
