package dev.unhang.diagnose.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `<3>`: facility and level as one number, before the message of a raw kernel log.
///
/// Man: syslog(2); Kernel: kernel/printk/printk.c, print_syslog()
final class PriorityMark implements Peeler {
  private static final Pattern FORM = Pattern.compile("^<(\\d{1,3})>(?=[^\\s])");

  @Override
  public Optional<Peeled> peel(Peeled line) {
    Matcher matcher = FORM.matcher(line.rest());
    return matcher.find()
        ? Optional.of(line.without("level", line.rest().substring(matcher.end())))
        : Optional.empty();
  }
}
