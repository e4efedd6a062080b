package dev.unhang.logs.peel;

import dev.unhang.model.id.Uptime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `3,1591,19348376,-;text`: a record as /dev/kmsg and netconsole's extended form have it, there
/// perhaps with the kernel's release before it. It keeps its border: what is escaped in it are
/// lines of one record.
///
/// Doc: Documentation/ABI/testing/dev-kmsg (v6.1), Documentation/networking/netconsole.rst (v6.9)
public final class KmsgRecord implements Peeler {
  public static final String LAYER = "kmsg";

  /// A part of a record that doesn't begin it: what it looks like is the writer's choice.
  public static final String FRAGMENT = "kmsg fragment";

  public static final Pattern FORM =
      Pattern.compile(
          "^(?:\\d{1,3}\\.\\d[^,;\\s]{0,60},)?(?<priority>\\d{1,4}),(?<sequence>\\d{1,18}),"
              + "(?<micros>\\d{1,16}),(?<flags>[^;\\s]{1,80});");

  /// `ncfrag=0/33`: from which byte of how many.
  static final Pattern NETCONSOLE_FRAGMENT =
      Pattern.compile("(?:^|,)ncfrag=(?<from>\\d{1,9})/\\d{1,9}(?:,|$)");

  private static final int LEVELS = 8;

  @Override
  public boolean mayApply(String rest) {
    return FirstBytes.isDigit(rest, 0);
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    Matcher matcher = FORM.matcher(line.rest());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    String rest = line.rest().substring(matcher.end());
    String layer = isContinuation(matcher.group("flags")) ? FRAGMENT : LAYER;
    Peeled peeled = line.withUptime(layer, rest, Optional.of(uptime(matcher)), matcher.group());
    return Optional.of(isKernels(matcher) ? peeled : peeled.from(Writer.A_PROGRAM, rest));
  }

  public static Uptime uptime(Matcher record) {
    return new Uptime(Long.valueOf(record.group("micros")));
  }

  /// Programs that write to /dev/kmsg get a facility other than 0, which the kernel enforces.
  public static boolean isKernels(Matcher record) {
    return Integer.valueOf(record.group("priority")) < LEVELS;
  }

  /// Kernels before 4.10 marked what goes on with the line before by `+`.
  public static boolean isContinuation(String flags) {
    Matcher fragment = NETCONSOLE_FRAGMENT.matcher(flags);
    return flags.startsWith("+") || fragment.find() && !fragment.group("from").matches("0+");
  }
}
