package dev.unhang.logs.peel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `[Sun May 25 15:23:30 2025] `: `dmesg -T`. util-linux computes it from the uptime and is wrong
/// after a suspend, and it names no zone: the text is kept, no wall time is given. Days and months
/// are named in the reader's language, some of them in digits.
///
/// Man: dmesg(1), "--ctime"
final class CalendarStamp implements Peeler {
  private static final Pattern FORM =
      Pattern.compile(
          "^(\\[[\\p{L}\\p{M}\\d.]{1,10} +[\\p{L}\\p{M}\\d.]{1,10} +\\d{1,2} \\d\\d:\\d\\d:\\d\\d"
              + " \\d{4}"
              + PrintkStamp.DELTA
              + "\\])"
              + PrintkStamp.CALLER
              + "(?: |$)");

  @Override
  public boolean mayApply(String rest) {
    return FirstBytes.at(rest, 0) == '[';
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    Matcher matcher = FORM.matcher(line.rest());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    String rest = line.rest().substring(matcher.end());
    return Optional.of(line.withWall("dmesg -T", rest, Optional.empty(), matcher.group(1)));
  }
}
