package dev.unhang.logs.peel;

import dev.unhang.model.id.Uptime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `[ 19.348376] `: seconds since boot, as the kernel prints them, with the caller's id behind
/// where the kernel was built so, and host and program behind in journalctl's short-monotonic. Also
/// what `dmesg -H` puts there, a distance or a date as the reader's language has them, and digits
/// that a person masked: those are stamps without a time.
///
/// Kernel: kernel/printk/printk.c, print_time(), print_caller() (v6.1). Man: dmesg(1), "--reltime"
final class PrintkStamp implements Peeler {
  /// The distance to the record before: `dmesg --show-delta`, journalctl's short-delta.
  static final String DELTA = "(?: *< *\\d{1,10}\\.\\d{1,9} ?\\*? ?>| +)?";

  /// CONFIG_PRINTK_CALLER: a thread or a CPU; some vendors' kernels print the CPU's number alone,
  /// or with the process.
  static final String CALLER =
      "(?: ?\\[ *[CT]\\d+\\]|\\[ *\\d{1,3}\\]| ?\\[ *\\d{1,3}: *[^\\[\\]]{1,24}: *\\d{1,10}\\])?";

  private static final Pattern FORM =
      Pattern.compile(
          "^(?<stamp>\\[(?: *(?<uptime>\\d{1,10}[.,]\\d{1,9})"
              + DELTA
              + "| *\\+\\d{1,10}[.,]\\d{1,9}| *< *\\d{1,10}\\.\\d{1,9}>"
              + "| *[\\p{L}\\p{M}\\d.]{2,10} ?\\d{1,2} \\d\\d:\\d\\d"
              + "| *(?=[.#]*[xX*])[xX*#.]{3,24})\\])"
              + CALLER
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
    String text = matcher.group("stamp");
    Optional<Uptime> uptime =
        Optional.ofNullable(matcher.group("uptime"))
            .flatMap(seconds -> Uptime.parse(seconds.replace(',', '.')));
    return Optional.of(Writer.takeKernelOrSystemd(line.withUptime("dmesg", rest, uptime, text)));
  }
}
