package dev.unhang.logs.peel;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `@40000000683319dc075bca00 `: multilog's and svlogd's TAI64N label. The programs that write it
/// add a fixed ten seconds to the system's time, whatever leap seconds there were.
///
/// Man: multilog(8), tai64n(8), svlogd(8), "-t"
final class TaiStamp implements Peeler {
  private static final Pattern FORM =
      Pattern.compile("^(@(?<seconds>40000[0-9a-f]{11})(?<nanos>[0-9a-f]{8}))(?: |$)");

  /// TAI64 counts from 2^62, at the beginning of 1970 TAI.
  private static final long EPOCH = (1L << 62) + 10;

  private static final long SECOND = 1_000_000_000L;
  private static final int HEX = 16;

  @Override
  public boolean mayApply(String rest) {
    return FirstBytes.at(rest, 0) == '@';
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    Matcher matcher = FORM.matcher(line.rest());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    long nanos = Long.parseLong(matcher.group("nanos"), HEX);
    Optional<Instant> wall =
        nanos < SECOND
            ? Optional.of(
                Instant.ofEpochSecond(Long.parseLong(matcher.group("seconds"), HEX) - EPOCH, nanos))
            : Optional.empty();
    String rest = line.rest().substring(matcher.end());
    return Optional.of(
        Writer.takeKernelOrSystemd(line.withWall("tai64n", rest, wall, matcher.group(1))));
  }
}
