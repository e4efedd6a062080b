package dev.unhang.logs.peel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `[ T77] `: the thread or CPU that printed a line, where dmesg was told to print another stamp
/// than printk's, or none.
///
/// Kernel: kernel/printk/printk.c, print_caller() (v6.1). Man: dmesg(1), "--time-format"
final class CallerId implements Peeler {
  private static final Pattern FORM = Pattern.compile("^\\[ *[CT]\\d{1,10}\\] ");

  @Override
  public boolean mayApply(String rest) {
    return FirstBytes.at(rest, 0) == '[';
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    Matcher matcher = FORM.matcher(line.rest());
    return matcher.lookingAt()
        ? Optional.of(line.without("caller", line.rest().substring(matcher.end())))
        : Optional.empty();
  }
}
