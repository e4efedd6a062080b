package dev.unhang.logs.peel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Host and program behind a syslog stamp: `pve-02 kernel: `, `pve-02 systemd-shutdown[1]: `.
public final class Writer {
  /// A writer that is not the kernel, where the log doesn't say who.
  public static final String A_PROGRAM = "a program";

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
          "^[^\\s\\[\\]<>]+ (?=(?:<\\d>)?\\[ *\\d{1,10}\\.\\d{6}\\](?:[ \\[]|$)"
              + "|\\d{1,4},\\d+,\\d+,[^;\\s]+;)");

  private Writer() {}

  /// The line without its writer, if it names one: `kernel: ` alone, where journalctl was told to
  /// leave the host out, or host and program.
  static Peeled take(Peeled line) {
    String rest = line.rest();
    int behind = behindColon(rest, "kernel".length());
    if (behind > 0 && rest.startsWith("kernel")) {
      return line.from("kernel", rest.substring(behind));
    }
    int host = word(rest, 0);
    if (host == 0 || FirstBytes.at(rest, host) != ' ') {
      return line;
    }
    int name = word(rest, host + 1);
    behind = behindColon(rest, number(rest, name));
    if (name > host + 1 && behind > 0) {
      return line.from(
          withNumber(name(rest.substring(host + 1, name)), rest.substring(name, behind)),
          rest.substring(behind));
    }
    return takeWithLevel(line).orElseGet(() -> withoutHost(line));
  }

  /// Where the word that begins here ends.
  private static int word(String rest, int from) {
    int end = from;
    while (end < rest.length() && " \t\u000b\f\r\n:[]".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /// Behind `[123]`, where that is next.
  private static int number(String rest, int from) {
    int end = from + 1;
    while (FirstBytes.isDigit(rest, end)) {
      end++;
    }
    boolean is = FirstBytes.at(rest, from) == '[' && end > from + 1;
    return is && FirstBytes.at(rest, end) == ']' ? end + 1 : from;
  }

  /// Where the text behind the colon begins; 0 where none is there.
  private static int behindColon(String rest, int colon) {
    if (FirstBytes.at(rest, colon) != ':') {
      return 0;
    }
    if (colon + 1 == rest.length()) {
      return colon + 1;
    }
    return rest.charAt(colon + 1) == ' ' ? colon + 2 : 0;
  }

  /// `esx01 vmkernel: ` and `In(182) vmkernel: ` are VMware's kernel, whose drivers are Linux ones.
  private static String name(String name) {
    return name.equals("vmkernel") ? "kernel" : name;
  }

  /// The kernel has no process number, and of all that call themselves systemd only the first
  /// process ends a boot: a number that says it is neither stays with the name.
  ///
  /// Man: logger(1), "--tag", "--id"; systemd(1), "--user"
  private static String withNumber(String name, String behind) {
    String number = behind.substring(0, behind.indexOf(':'));
    boolean another =
        name.equals("kernel") && !number.isEmpty()
            || name.equals("systemd") && !number.isEmpty() && !number.equals("[1]");
    return another ? name + number : name;
  }

  private static Optional<Peeled> takeWithLevel(Peeled line) {
    Matcher level = WITH_LEVEL.matcher(line.rest());
    if (!level.lookingAt()) {
      return Optional.empty();
    }
    String name = level.group("name");
    boolean claimed = name.equals("kernel") && !level.group("facility").equals("kern");
    return Optional.of(line.from(claimed ? A_PROGRAM : name, line.rest().substring(level.end())));
  }

  private static Peeled withoutHost(Peeled line) {
    Matcher host = HOST_ONLY.matcher(line.rest());
    return host.lookingAt()
        ? new Peeled(line.rest().substring(host.end()), line.at(), line.identifier(), line.layers())
        : line;
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
