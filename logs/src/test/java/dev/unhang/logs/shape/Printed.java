package dev.unhang.logs.shape;

import static dev.unhang.logs.shape.Shape.Tells.NO_TIMES;
import static dev.unhang.logs.shape.Shape.Tells.TIMES;

import dev.unhang.logs.shape.SeedLog.Entry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What programs print of a log: journalctl, dmesg, daemons, vendors' kernels.
final class Printed {
  private Printed() {}

  /// Programs' own forms.
  static final List<Shape> ALL =
      List.of(
          Shape.lines(
              "journalctl -o short-precise",
              TIMES,
              log ->
                  Form.setIn(
                      log,
                      e ->
                          Form.time(e, "MMM dd HH:mm:ss.SSSSSS") + " pve-02 " + e.writer() + ": ")),
          Shape.lines(
              "journalctl -o short-iso",
              TIMES,
              log ->
                  Form.setIn(
                      log,
                      e ->
                          Form.time(e, "yyyy-MM-dd'T'HH:mm:ss'+0000'")
                              + " pve-02 "
                              + e.writer()
                              + ": ")),
          Shape.lines(
              "journalctl -o short-full",
              TIMES,
              log ->
                  Form.setIn(
                      log,
                      e ->
                          Form.time(e, "EEE yyyy-MM-dd HH:mm:ss 'UTC'")
                              + " pve-02 "
                              + e.writer()
                              + ": ")),
          Shape.lines(
              "journalctl -o short-unix",
              TIMES,
              log ->
                  Form.setIn(
                      log,
                      e ->
                          String.format(
                                  "%d.%06d",
                                  Form.micros(e.wall()) / 1_000_000,
                                  Form.micros(e.wall()) % 1_000_000)
                              + " pve-02 "
                              + e.writer()
                              + ": ")),
          Shape.lines(
              "journalctl -o short-monotonic",
              TIMES,
              log -> Form.setIn(log, e -> "[" + Form.uptime(e) + "] pve-02 " + e.writer() + ": ")),
          Shape.lines(
              "journalctl --no-hostname",
              TIMES,
              log ->
                  Form.setIn(log, e -> Form.time(e, "MMM dd HH:mm:ss") + " " + e.writer() + ": ")),
          Shape.lines("journalctl -o cat", NO_TIMES, log -> Form.setIn(log, e -> "")),
          Shape.text(
              "journalctl -o json",
              TIMES,
              log -> String.join("\n", Form.records(log, Printed::journalJson)) + "\n"),
          Shape.text(
              "journalctl -o json | jq",
              TIMES,
              log ->
                  String.join(
                          "\n",
                          Form.records(
                              log,
                              e ->
                                  journalJson(e)
                                      .replace("{", "{\n  ")
                                      .replace(", \"", ",\n  \"")
                                      .replace("}", "\n}")))
                      + "\n"),
          Shape.text(
              "journalctl -o json | jq -s",
              TIMES,
              log ->
                  "[\n  "
                      + String.join(
                          ",\n  ",
                          Form.records(
                              log,
                              e ->
                                  journalJson(e)
                                      .replace("{", "{\n    ")
                                      .replace(", \"", ",\n    \"")
                                      .replace("}", "\n  }")))
                      + "\n]\n"),
          Shape.text(
              "an array of the journal's records on a line",
              TIMES,
              log -> "[" + String.join(",", Form.records(log, Printed::journalJson)) + "]"),
          Shape.text(
              "an array, a record of the journal a line",
              TIMES,
              log -> "[\n" + String.join(",\n", Form.records(log, Printed::journalJson)) + "\n]\n"),
          new Shape(
              "journalctl -o export",
              TIMES,
              log ->
                  (String.join("\n", Form.records(log, Printed::journalExport)) + "\n")
                      .getBytes(StandardCharsets.ISO_8859_1)),
          Shape.text(
              "dmesg --json",
              TIMES,
              log ->
                  "{\n   \"dmesg\": [\n"
                      + String.join(
                          ",\n",
                          Form.records(
                              log,
                              e ->
                                  "      {\n         \"pri\": 3,\n         \"time\": "
                                      + Form.uptime(e)
                                      + ",\n         \"msg\": "
                                      + Form.json(Form.program(e) + Form.message(e))
                                      + "\n      }"))
                      + "\n   ]\n}\n"),
          Shape.lines("/dev/kmsg", TIMES, log -> kmsg(log)),
          Shape.lines(
              "dmesg -x", TIMES, log -> Form.each(log, e -> "kern  :err   : " + Form.dmesg(e))),
          Shape.lines("dmesg -r", TIMES, log -> Form.each(log, e -> "<3>" + Form.dmesg(e))),
          Shape.lines(
              "dmesg -T with the caller",
              TIMES,
              log ->
                  Form.each(
                      log,
                      e ->
                          "["
                              + Form.time(e, "EEE MMM ppd HH:mm:ss yyyy")
                              + "] [    C4] "
                              + Form.program(e))),
          Shape.lines(
              "dmesg --time-format=iso",
              TIMES,
              log ->
                  Form.each(
                      log,
                      e ->
                          Form.time(e, "yyyy-MM-dd'T'HH:mm:ss,SSSSSS'+00:00' ") + Form.program(e))),
          Shape.lines("dmesg of several lines a stamp", TIMES, log -> Form.setIn(log, Form::dmesg)),
          Shape.lines(
              "dmesg of a processor's number",
              TIMES,
              log -> Form.each(log, e -> "[" + Form.uptime(e) + "][ 2] " + Form.program(e))),
          Shape.lines(
              "dmesg of a processor and a process",
              TIMES,
              log ->
                  Form.each(
                      log,
                      e ->
                          "["
                              + Form.uptime(e)
                              + "] [2:      kworker/2:1:  123] "
                              + Form.program(e))),
          Shape.lines(
              "dmesg of milliseconds",
              TIMES,
              log ->
                  Form.each(
                      log, e -> "[" + Form.uptime(e).substring(0, 9) + "] " + Form.program(e))),
          Shape.lines(
              "dmesg of a comma",
              TIMES,
              log ->
                  Form.each(
                      log, e -> "[" + Form.uptime(e).replace('.', ',') + "] " + Form.program(e))),
          Shape.lines(
              "syslog of one digit",
              TIMES,
              log ->
                  Form.each(
                      log, e -> Form.time(e, "MMM d HH:mm:ss") + " pve-02 " + e.writer() + ": ")),
          Shape.lines(
              "syslog of a day first",
              TIMES,
              log ->
                  Form.each(
                      log, e -> Form.time(e, "dd MMM HH:mm:ss") + " pve-02 " + e.writer() + ": ")),
          Shape.lines(
              "syslog of a year",
              TIMES,
              log ->
                  Form.each(
                      log,
                      e -> Form.time(e, "MMM dd yyyy HH:mm:ss") + " pve-02 " + e.writer() + ": ")),
          Shape.lines(
              "syslog of a vendor's colon",
              TIMES,
              log ->
                  Form.each(
                      log,
                      e -> Form.time(e, "MMM dd yyyy HH:mm:ss") + ": pve-02 " + e.writer() + ": ")),
          Shape.lines(
              "syslog of a marked clock",
              TIMES,
              log ->
                  Form.each(
                      log,
                      e ->
                          Form.time(e, "'*'MMM dd HH:mm:ss.SSS") + " pve-02 " + e.writer() + ": ")),
          Shape.lines(
              "syslog of commas",
              TIMES,
              log ->
                  Form.each(
                      log,
                      e -> Form.time(e, "MMM dd HH:mm:ss,SSS") + " pve-02 " + e.writer() + ": ")),
          Shape.lines(
              "iso of commas",
              TIMES,
              log ->
                  Form.each(
                      log,
                      e ->
                          Form.time(e, "yyyy-MM-dd HH:mm:ss,SSS")
                              + " pve-02 "
                              + e.writer()
                              + ": ")),
          Shape.lines(
              "iso without a zone",
              TIMES,
              log ->
                  Form.each(
                      log,
                      e -> Form.time(e, "yyyy-MM-dd HH:mm:ss") + " pve-02 " + e.writer() + ": ")),
          Shape.lines(
              "a date with slashes",
              TIMES,
              log ->
                  Form.each(
                      log,
                      e -> Form.time(e, "yyyy/MM/dd HH:mm:ss") + " pve-02 " + e.writer() + ": ")),
          Shape.lines(
              "rfc 5424",
              TIMES,
              log ->
                  Form.each(
                      log,
                      e ->
                          "<3>1 "
                              + Form.time(e, "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
                              + " pve-02 "
                              + (e.writer().equals("kernel")
                                  ? "kernel - - - "
                                  : "systemd-shutdown 1 - - "))),
          Shape.lines(
              "OpenWrt's logread",
              TIMES,
              log ->
                  Form.each(
                      log,
                      e ->
                          Form.time(e, "EEE MMM ppd HH:mm:ss yyyy")
                              + " "
                              + (e.writer().equals("kernel")
                                  ? "kern.err kernel: "
                                  : "daemon.info " + e.writer() + ": "))),
          Shape.lines(
              "busybox",
              TIMES,
              log ->
                  Form.each(
                      log,
                      e ->
                          Form.time(e, "MMM ppd HH:mm:ss")
                              + " pve-02 "
                              + (e.writer().equals("kernel")
                                  ? "kern.err kernel: "
                                  : "daemon.info " + e.writer() + ": "))),
          Shape.lines("no stamps", NO_TIMES, log -> Form.each(log, Form::program)),
          Shape.lines("the writer alone", NO_TIMES, log -> Form.each(log, e -> e.writer() + ": ")),
          Shape.lines(
              "netconsole to a file",
              TIMES,
              log ->
                  Form.each(
                      log, e -> Form.time(e, "MMM ppd HH:mm:ss") + " 192.0.2.1 " + Form.dmesg(e))));

  private static String journalJson(Entry entry) {
    boolean kernels = entry.writer().equals("kernel");
    return "{\"__REALTIME_TIMESTAMP\": \""
        + Form.micros(entry.wall())
        + "\", \"_BOOT_ID\": \""
        + "%032x".formatted(entry.boot() + 1)
        + "\", \"_TRANSPORT\": \""
        + (kernels ? "kernel" : "syslog")
        + "\", \"SYSLOG_IDENTIFIER\": "
        + Form.json(entry.writer().replaceFirst("\\[.*", ""))
        + ", \"_PID\": \"1\", \"MESSAGE\": "
        + Form.json(Form.message(entry))
        + "}";
  }

  private static String journalExport(Entry entry) {
    boolean kernels = entry.writer().equals("kernel");
    List<String> fields = new ArrayList<>();
    fields.add("__CURSOR=s=" + Form.micros(entry.wall()));
    fields.add("__REALTIME_TIMESTAMP=" + Form.micros(entry.wall()));
    fields.add("_BOOT_ID=" + "%032x".formatted(entry.boot() + 1));
    fields.add("_TRANSPORT=" + (kernels ? "kernel" : "syslog"));
    fields.add("SYSLOG_IDENTIFIER=" + entry.writer().replaceFirst("\\[.*", ""));
    fields.add("_PID=1");
    String message = Form.message(entry);
    if (message.indexOf('\n') < 0) {
      fields.add("MESSAGE=" + message);
    } else {
      byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
      StringBuilder length = new StringBuilder();
      for (long left = bytes.length, i = 0; i < 8; i++, left >>= 8) {
        length.append((char) (left & 0xff));
      }
      fields.add("MESSAGE\n" + length + message);
    }
    return String.join("\n", fields) + "\n";
  }

  private static List<String> kmsg(SeedLog log) {
    List<String> lines = new ArrayList<>();
    for (Entry entry : log.entries()) {
      lines.add(
          "3,"
              + lines.size()
              + ","
              + (entry.uptime().toNanos() / 1000)
              + ",-;"
              + Form.program(entry)
              + Form.message(entry).replace("\n", "\\x0a"));
    }
    return lines;
  }
}
