package dev.unhang.logs.peel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `<3>`: facility and level as one number, before the message of a raw kernel log. A facility
/// other than 0 names a program that wrote to /dev/kmsg.
///
/// Man: syslog(2); Kernel: kernel/printk/printk.c, print_syslog(), devkmsg_write() (v6.1)
final class PriorityMark implements Peeler {
  /// A field's value that a mail program put on a line of its own has nothing behind it.
  private static final Pattern FORM = Pattern.compile("^<(\\d{1,3})>(?=\\s*\\S)");

  private static final int LEVELS = 8;

  @Override
  public boolean mayApply(String rest) {
    return FirstBytes.at(rest, 0) == '<';
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    Matcher matcher = FORM.matcher(line.rest());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    Peeled peeled = line.without("level", line.rest().substring(matcher.end()));
    boolean kernels = Integer.valueOf(matcher.group(1)) < LEVELS || line.identifier().isPresent();
    return Optional.of(kernels ? peeled : peeled.from(Writer.A_PROGRAM, peeled.rest()));
  }
}
