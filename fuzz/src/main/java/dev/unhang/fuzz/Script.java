package dev.unhang.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// Makes a log of any bytes: each says which line comes next. So nearly every input is a log that
/// means something, and its lines come in any order.
///
/// What a bulk reader may miss by design is left out: a clock that runs back with no word of a
/// boot, words broken by colours or tags, lines broken by mail programs, and a report of which
/// nothing is left but fields whose labels are too short to be looked for.
final class Script {
  /// A beginning that says nothing, long enough that what the log is has been decided.
  static final byte[] HEAD =
      ("Linux is up: " + "x ".repeat(2050) + "\n").getBytes(StandardCharsets.US_ASCII);

  /// Longer logs say nothing that a shorter one can't, and are tried less often.
  private static final int LONGEST = HEAD.length + (8 << 10);

  /// How the lines are stamped.
  private enum Stamps {
    SYSLOG,
    ISO,
    PRINTK,
    NONE
  }

  private static final List<Stamps> STAMPS =
      List.of(Stamps.SYSLOG, Stamps.ISO, Stamps.PRINTK, Stamps.NONE);

  /// From here on a byte is no line of [Messages] but a command: a line of the script's own bytes.
  private static final int WILD = 200;

  /// Hang reports, of what the next byte says.
  static final int REPORT = 220;

  /// Lines that say nothing, as many as the next byte says.
  static final int FILLER = 240;

  /// A reset of a few boots stays within the day.
  private static final int SECONDS = 86_400;

  /// What makes a stamp, a layer or an escape of a wild line: a digit, a quote, an entity.
  private static final Pattern MARKS = Pattern.compile("[\\p{Cntrl}\\p{N}<>&#]");

  /// Links are read in any mixture of cases; in bulk, as drivers print them.
  private static final Pattern LINK = Pattern.compile("link", Pattern.CASE_INSENSITIVE);

  private final byte[] script;
  private final Stamps stamps;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private int at;
  private int second;
  private int boot;

  private Script(byte[] script) {
    this.script = script;
    this.stamps = STAMPS.get(next() & 3);
  }

  /// The log of a script, head included.
  static byte[] log(byte[] script) {
    Script made = new Script(script);
    made.log.writeBytes(HEAD);
    while (made.at < script.length && made.log.size() < LONGEST) {
      made.lines(made.next());
    }
    return made.log.toByteArray();
  }

  /// The next byte, as a number from 0 on; 0 at the end.
  private int next() {
    return at < script.length ? script[at++] & 0xff : 0;
  }

  private void lines(int command) {
    if (command < WILD) {
      message(Messages.ALL.get(command % Messages.ALL.size()));
    } else if (command < REPORT) {
      message(wild(1 + next() % 48));
    } else if (command < FILLER) {
      report(command % 2 == 0, next());
    } else {
      filler(next() & 0x3f);
    }
  }

  /// A hang report, on lines with stamps or, but for the first, without.
  private void report(boolean stamped, int kind) {
    String[] lines = Messages.report(kind).split("\n", -1);
    message(lines[0]);
    for (int i = 1; i < lines.length; i++) {
      if (stamped) {
        message(lines[i]);
      } else {
        log.writeBytes((lines[i] + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private void filler(int count) {
    for (int i = 0; i < count; i++) {
      message(i % 3 == 0 ? "usb 1-1: new high-speed USB device" : "CRON[7]: (root) CMD (true)");
    }
  }

  private String wild(int length) {
    int from = Math.min(at, script.length);
    at = Math.min(at + length, script.length);
    String text = new String(script, from, at - from, StandardCharsets.UTF_8);
    String plain = MARKS.matcher(text).replaceAll("_");
    return "kernel: " + LINK.matcher(plain).replaceAll("link").strip();
  }

  /// @param message with its writer where that is not the kernel
  private void message(String message) {
    boolean banner = message.startsWith("Linux version ");
    boot += banner ? 1 : 0;
    second = banner ? 0 : second + 1;
    log.writeBytes((stamp(message) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private String stamp(String message) {
    String written = Messages.isPrograms(message) ? message : "kernel: " + message;
    int wall = (boot * 3000 + second) % SECONDS;
    return switch (stamps) {
      case SYSLOG -> "May 25 " + time(wall) + " pve-02 " + written;
      case ISO -> "2026-05-25T" + time(wall) + "+0200 pve-02 " + written;
      case PRINTK -> "[" + padded(second, ' ', 5) + "." + padded(boot, '0', 6) + "] " + message;
      case NONE -> message;
    };
  }

  private static String time(int second) {
    return padded(second / 3600, '0', 2)
        + ":"
        + padded(second / 60 % 60, '0', 2)
        + ":"
        + padded(second % 60, '0', 2);
  }

  private static String padded(int number, char with, int width) {
    String digits = Integer.toString(number);
    return String.valueOf(with).repeat(Math.max(0, width - digits.length())) + digits;
  }
}
