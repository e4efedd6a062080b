package dev.unhang.diagnose.log;

import dev.unhang.model.unit.Uptime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `3,1591,19348376,-;text`: a record as /dev/kmsg and netconsole's extended form have it. It keeps
/// its border: what is escaped in it are lines of one record.
///
/// Doc: Documentation/ABI/testing/dev-kmsg (v6.1)
final class KmsgRecord implements Peeler {
  static final String LAYER = "kmsg";

  private static final Pattern FORM =
      Pattern.compile("^(\\d{1,4}),\\d{1,19},(\\d{1,16}),[^;\\s]{1,80};");

  private static final int LEVELS = 8;

  @Override
  public Optional<Peeled> peel(Peeled line) {
    Matcher matcher = FORM.matcher(line.rest());
    if (!matcher.find()) {
      return Optional.empty();
    }
    String rest = line.rest().substring(matcher.end());
    Uptime uptime = new Uptime(Long.valueOf(matcher.group(2)));
    String text = matcher.group();
    Peeled peeled = line.withUptime(LAYER, rest, Optional.of(uptime), text);
    boolean kernels = Integer.valueOf(matcher.group(1)) < LEVELS;
    return Optional.of(kernels ? peeled : peeled.from(Writer.A_PROGRAM, rest));
  }

  /// The record's own lines.
  static List<String> lines(String escaped) {
    return List.of(escaped.split("\\\\x0a", -1));
  }
}
