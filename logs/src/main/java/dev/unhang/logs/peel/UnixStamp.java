package dev.unhang.logs.peel;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `1748186610.123456 pve-02 kernel: `: seconds since 1970, journalctl's short-unix.
///
/// Man: journalctl(1), "--output=short-unix"
final class UnixStamp implements Peeler {
  private static final Pattern FORM =
      Pattern.compile("^((\\d{10})\\.(\\d{6})) (?=\\S+ [^\\s:]+:(?: |$))");

  @Override
  public boolean mayApply(String rest) {
    return FirstBytes.isDigit(rest, 0) && FirstBytes.at(rest, 10) == '.';
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    Matcher matcher = FORM.matcher(line.rest());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    Instant wall =
        Instant.ofEpochSecond(
            Long.valueOf(matcher.group(2)), Long.valueOf(matcher.group(3)) * 1000);
    String rest = line.rest().substring(matcher.end());
    return Optional.of(
        Writer.take(line.withWall("unix time", rest, Optional.of(wall), matcher.group(1))));
  }
}
