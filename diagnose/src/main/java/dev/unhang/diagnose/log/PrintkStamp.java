package dev.unhang.diagnose.log;

import dev.unhang.model.unit.Uptime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `[ 19.348376] `: seconds since boot, as the kernel prints them, with the caller's id behind
/// where the kernel was built so, and host and program behind in journalctl's short-monotonic.
///
/// Kernel: kernel/printk/printk.c, print_time(), print_caller() (v6.1)
final class PrintkStamp implements Peeler {
  private static final Pattern FORM =
      Pattern.compile("^\\[ *(\\d{1,10}\\.\\d{1,9})\\](?: ?\\[ *[CT]\\d+\\])?(?: |$)");

  @Override
  public Optional<Peeled> peel(Peeled line) {
    Matcher matcher = FORM.matcher(line.rest());
    if (!matcher.find()) {
      return Optional.empty();
    }
    String rest = line.rest().substring(matcher.end());
    String text = matcher.group().stripTrailing();
    Peeled peeled = line.withUptime("dmesg", rest, Uptime.parse(matcher.group(1)), text);
    Peeled behind = Writer.take(peeled);
    boolean named =
        line.identifier().isEmpty()
            && behind.identifier().filter(PrintkStamp::isProgram).isPresent();
    return Optional.of(named ? behind : peeled);
  }

  /// In plain dmesg text `pcieport 0000:00:1c.4: ` looks like host and program: only these count.
  private static boolean isProgram(String name) {
    return name.equals("kernel") || name.startsWith("systemd");
  }
}
