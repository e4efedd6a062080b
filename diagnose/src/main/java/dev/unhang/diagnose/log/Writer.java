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

  /// `router kern.err kernel: `: busybox syslogd, with the host or without.
  private static final Pattern WITH_LEVEL =
      Pattern.compile(
          "^(?:[^\\s:\\[\\]]+ )?(?<facility>kern|user|mail|daemon|auth|syslog|lpr|news|uucp|cron"
              + "|authpriv|ftp|local\\d)\\.(?:emerg|panic|alert|crit|err|error|warn|warning|notice|info|debug)"
              + " (?<name>[^\\s:\\[\\]]+)(?:\\[\\d+\\])?:(?: |$)");

  /// `192.0.2.1 [ 19.348376] `: a host whose kernel sends its log itself names no program.
  ///
  /// Doc: Documentation/networking/netconsole.rst (v6.1)
  private static final Pattern HOST_ONLY =
      Pattern.compile(
          "^[^\\s\\[\\]<>]+ (?=(?:<\\d>)?\\[ *\\d{1,10}\\.\\d{6}\\]"
              + " |\\d{1,4},\\d+,\\d+,[^;\\s]+;)");

  private Writer() {}

  /// The line without its writer, if it names one.
  static Peeled take(Peeled line) {
    for (Pattern form : new Pattern[] {KERNEL_ONLY, FORM}) {
      Matcher matcher = form.matcher(line.rest());
      if (matcher.find()) {
        return line.from(name(matcher), line.rest().substring(matcher.end()));
      }
    }
    Matcher level = WITH_LEVEL.matcher(line.rest());
    if (level.find()) {
      boolean claimed =
          level.group("name").equals("kernel") && !level.group("facility").equals("kern");
      return line.from(
          claimed ? A_PROGRAM : level.group("name"), line.rest().substring(level.end()));
    }
    Matcher host = HOST_ONLY.matcher(line.rest());
    return host.find()
        ? new Peeled(line.rest().substring(host.end()), line.at(), line.identifier(), line.layers())
        : line;
  }

  /// `esx01 vmkernel: ` and `In(182) vmkernel: ` are VMware's kernel, whose drivers are Linux ones.
  private static String name(Matcher writer) {
    String name = writer.group("name");
    return name.equals("vmkernel") ? "kernel" : name;
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
