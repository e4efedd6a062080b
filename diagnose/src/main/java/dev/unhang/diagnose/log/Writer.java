package dev.unhang.diagnose.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Host and program behind a syslog stamp: `pve-02 kernel: `, `pve-02 systemd-shutdown[1]: `.
final class Writer {
  /// Somebody who is not the kernel, where the log doesn't say who.
  static final String A_PROGRAM = "a program";

  private static final Pattern FORM =
      Pattern.compile("^(?<host>[^\\s:\\[\\]]+) (?<name>[^\\s:\\[\\]]+)(?:\\[\\d+\\])?:(?: |$)");

  /// journalctl without the host name, or a log of one host.
  private static final Pattern KERNEL_ONLY = Pattern.compile("^(?<name>kernel):(?: |$)");

  private Writer() {}

  /// The line without its writer, if it names one.
  static Peeled take(Peeled line) {
    for (Pattern form : new Pattern[] {KERNEL_ONLY, FORM}) {
      Matcher matcher = form.matcher(line.rest());
      if (matcher.find()) {
        return line.from(matcher.group("name"), line.rest().substring(matcher.end()));
      }
    }
    return line;
  }

  /// The same where most lines name no writer: `pcieport 0000:00:1c.4: ` and `usb 1-1: ` look like
  /// host and program, so only these two count.
  static Peeled takeKernelOrSystemd(Peeled line) {
    Peeled behind = take(line);
    boolean counts =
        line.identifier().isEmpty()
            && behind
                .identifier()
                .filter(name -> name.equals("kernel") || name.startsWith("systemd"))
                .isPresent();
    return counts ? behind : line;
  }
}
