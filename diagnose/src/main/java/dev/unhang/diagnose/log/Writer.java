package dev.unhang.diagnose.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Host and program behind a syslog stamp: `pve-02 kernel: `, `pve-02 systemd-shutdown[1]: `.
final class Writer {
  private static final Pattern FORM =
      Pattern.compile("^(?<host>[^\\s:\\[\\]]+) (?<name>[^\\s:\\[\\]]+)(?:\\[\\d+\\])?:(?: |$)");

  /// journalctl without the host name, or a log of one host.
  private static final Pattern KERNEL_ONLY = Pattern.compile("^(?<name>kernel): ?");

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
}
