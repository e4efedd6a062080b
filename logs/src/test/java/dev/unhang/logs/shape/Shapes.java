package dev.unhang.logs.shape;

import static dev.unhang.logs.shape.Shape.Tells.MAY_REFUSE;
import static dev.unhang.logs.shape.Shape.Tells.TIMES;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// The shapes in which people hand over logs: what programs print, and what terminals, mails,
/// forums, editors and collectors make of it.
final class Shapes {
  private Shapes() {}

  private static final Shape SYSLOG =
      Shape.lines("syslog", TIMES, log -> Form.each(log, Form::syslog));
  private static final Shape DMESG =
      Shape.lines("dmesg", TIMES, log -> Form.each(log, Form::dmesg));
  private static final Shape JOURNAL =
      Shape.lines("journalctl", TIMES, log -> Form.setIn(log, Form::syslog));
  private static final Shape BOTH =
      Shape.lines(
          "syslog of the kernel's stamps",
          TIMES,
          log -> Form.each(log, e -> Form.syslog(e) + "[" + Form.uptime(e) + "] "));
  private static final Shape CTIME =
      Shape.lines("dmesg -T", TIMES, log -> Form.each(log, Form::ctime));
  private static final Shape ISO = Shape.lines("iso", TIMES, log -> Form.each(log, Form::iso));

  private static final List<Shape> BASES = List.of(SYSLOG, DMESG, JOURNAL, BOTH, CTIME, ISO);

  /// Those that everything around lines is tried with.
  private static final List<Shape> WRAPPED = List.of(SYSLOG, DMESG, JOURNAL);

  /// Before each line.
  private static final List<String> PREFIXES =
      List.of(
          "> ",
          ">",
          ">> ",
          "> > ",
          "+",
          "+ ",
          "-",
          "- ",
          " ",
          "    ",
          "\t",
          "| ",
          "|",
          "\u2502 ",
          "# ",
          "// ",
          "* ",
          "netconsole-1  | ",
          "web_1  | ",
          "[12:00 PM] ",
          "[12:00:03] ",
          "12:00 PM ",
          "[10/5/25, 12:00:03 PM] user: ",
          "<user> ",
          "12:00 <user> ",
          "kern.log:",
          "kern.log:36:",
          "./var/log/kern.log-",
          "36:",
          "   36\t",
          "  36 | ",
          "36. ",
          "2025-10-05T12:00:50.123456789Z stdout F ",
          "2025-10-05T12:00:50.123456789Z ",
          "pod/logger-x7k2p logger ",
          "[pve-02] ",
          "pve-02 | ",
          "pve-02: ",
          "ttyS0: ",
          "[2025-10-05 12:00:50.123] ",
          "12:00:50.123 -> ",
          "\u00a0\u00a0",
          "\ufeff",
          "\u200b");

  /// What becomes of each line.
  private static final List<Wrapping> WRAPPINGS =
      List.of(
          new Wrapping("no-break spaces", line -> line.replace(' ', '\u00a0')),
          new Wrapping("runs of no-break spaces", line -> line.replace("  ", "\u00a0 ")),
          new Wrapping("narrow no-break spaces", line -> line.replace(' ', '\u202f')),
          new Wrapping("CRLF", line -> line + "\r"),
          new Wrapping("double CR", line -> line + "\r\r"),
          new Wrapping("trailing blanks", line -> line + "      "),
          new Wrapping("blank lines between", line -> line + "\n"),
          new Wrapping("colours", line -> "\u001b[1;31m" + line + "\u001b[0m"),
          new Wrapping(
              "dmesg's colours",
              line -> line.replaceFirst("^(\\S+ +\\S+)", "\u001b[32m$1\u001b[0m")),
          new Wrapping("colours that lost their escape", line -> "[32m" + line + "[0m"),
          new Wrapping("entities", Shapes::entities),
          new Wrapping(
              "hexadecimal entities", line -> line.replace("<", "&#x3c;").replace(">", "&#x3E;")),
          new Wrapping("entities twice", line -> entities(entities(line))),
          new Wrapping("paragraphs", line -> "<p>" + entities(line) + "</p>"),
          new Wrapping("line breaks of HTML", line -> entities(line) + "<br />"),
          new Wrapping(
              "table rows",
              line -> "<tr><td class=\"n\">12</td><td>" + entities(line) + "</td></tr>"),
          new Wrapping("inline code", line -> "`" + line + "`"),
          new Wrapping("escapes of markdown", line -> line.replaceAll("([<>\\[\\]_])", "\\\\$1")),
          new Wrapping("cells of a table", line -> "| " + line + " |"),
          new Wrapping("strings", line -> "\"" + line + "\","),
          new Wrapping("set-in strings", line -> "            \"" + line + "\","),
          new Wrapping("single quotes", line -> "'" + line + "'"),
          new Wrapping("a list of YAML", line -> "    - '" + line + "'"),
          new Wrapping(
              "msg of logfmt at 12:00",
              line -> "time=2025-10-05T12:00:50Z level=error msg=\"" + line + "\""),
          new Wrapping("ends that cat -A shows", line -> line + "$"),
          new Wrapping("tildes for CR", line -> line + "^M"),
          new Wrapping("tabs for runs", line -> line.replace("        ", "\t")),
          new Wrapping("squeezed blanks", line -> line.replaceAll("(?<=\\S) {2,}", " ")),
          new Wrapping(
              "json of a shipper",
              line ->
                  "{\"log\": "
                      + Form.json(line + "\n")
                      + ", \"stream\": \"stdout\", \"time\": \"2025-10-05T12:00:50.1Z\"}"),
          new Wrapping(
              "json of Elasticsearch",
              line ->
                  "{\"@timestamp\": \"2025-10-05T12:00:50.1Z\", \"host\": {\"name\": \"pve-02\"},"
                      + " \"message\": "
                      + Form.json(line)
                      + "}"),
          new Wrapping(
              "GELF",
              line ->
                  "{\"version\": \"1.1\", \"host\": \"pve-02\", \"short_message\": "
                      + Form.json(line)
                      + ", \"timestamp\": 1759665650.1}"),
          new Wrapping(
              "json of a cloud",
              line ->
                  "{\"insertId\": \"a1\", \"textPayload\": "
                      + Form.json(line)
                      + ", \"timestamp\": \"2025-10-05T12:00:50.1Z\"}"));

  record Wrapping(String name, UnaryOperator<String> line) {}

  static String entities(String line) {
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /// Of the whole text.
  private static List<Shape> documents(Shape base) {
    List<Shape> shapes = new ArrayList<>();
    for (int columns : List.of(72, 79, 80, 100, 120, 132)) {
      shapes.add(
          whole(
              "a terminal of " + columns + " columns", base, lines -> Break.hard(lines, columns)));
      shapes.add(
          whole(
              "a terminal of " + columns + " columns, quoted",
              base,
              lines -> Break.hard(lines, columns).stream().map(line -> "> " + line).toList()));
    }
    shapes.add(whole("a mail of 72 columns", base, lines -> Break.atBlanks(lines, 72, "")));
    shapes.add(
        whole("a mail of 78 columns, set in", base, lines -> Break.atBlanks(lines, 78, "    ")));
    shapes.add(
        whole(
            "a mail of 72 columns, quoted",
            base,
            lines -> Break.atBlanks(lines, 72, "").stream().map(line -> "> " + line).toList()));
    shapes.add(
        whole(
            "a fence",
            base,
            lines -> within("Hello,\n\nthis is my log:\n```", lines, "```\n\nAny ideas?")));
    shapes.add(whole("a fence of tildes", base, lines -> within("~~~ text", lines, "~~~")));
    shapes.add(
        whole(
            "a fence in a list",
            base,
            lines ->
                within(
                    "1. log\n   ```",
                    lines.stream().map(line -> "   " + line).toList(),
                    "   ```")));
    shapes.add(whole("code of BBCode", base, lines -> within("[code]", lines, "[/code]")));
    shapes.add(
        whole(
            "code of BBCode on the same line",
            base,
            lines -> glued("[CODE=bash]", lines, "[/CODE]")));
    shapes.add(
        whole("a quote of BBCode", base, lines -> glued("[quote=\"user\"]", lines, "[/quote]")));
    shapes.add(whole("noformat of Jira", base, lines -> glued("{noformat}", lines, "{noformat}")));
    shapes.add(
        whole(
            "pre of HTML",
            base,
            lines ->
                glued(
                    "<html><body><pre>",
                    lines.stream().map(Shapes::entities).toList(),
                    "</pre></body></html>")));
    shapes.add(
        whole(
            "a prompt and a command",
            base,
            lines -> within("root@pve-02:~# dmesg | tail -n 500", lines, "root@pve-02:~#")));
    shapes.add(whole("a byte order mark", base, lines -> glued("\ufeff", lines, "")));
    shapes.add(whole("grep's separators", base, lines -> within("--", lines, "--")));
    shapes.add(
        whole(
            "a script's frame",
            base,
            lines ->
                within(
                    "Script started on 2025-10-05 12:00:00+00:00 [TERM=\"xterm\"]",
                    lines,
                    "Script done on 2025-10-05 12:10:00+00:00 [COMMAND_EXIT_CODE=\"0\"]")));
    shapes.add(
        whole(
            "an array of strings",
            base,
            lines ->
                within(
                    "[",
                    lines.stream().map(line -> "  " + Form.json(line) + ",").toList(),
                    "  \"\"\n]")));
    shapes.add(
        whole(
            "an array of strings on a line",
            base,
            lines ->
                List.of("[" + String.join(", ", lines.stream().map(Form::json).toList()) + "]")));
    shapes.add(
        whole(
            "one string of JSON",
            base,
            lines ->
                List.of("{\"stdout\": " + Form.json(String.join("\n", lines)) + ", \"rc\": 0}")));
    shapes.add(whole("a range of Loki", base, Shapes::loki));
    shapes.add(
        whole(
            "CSV",
            base,
            lines ->
                within(
                    "Time,Line",
                    lines.stream()
                        .map(line -> "1759665650000,\"" + line.replace("\"", "\"\"") + "\"")
                        .toList(),
                    "")));
    shapes.add(whole("old Mac's line ends", base, lines -> List.of(String.join("\r", lines))));
    shapes.add(
        whole(
            "a diff",
            base,
            lines ->
                within(
                    "--- /dev/null\n+++ b/kern.log\n@@ -0,0 +1," + lines.size() + " @@",
                    lines.stream().map(line -> "+" + line).toList(),
                    "")));
    Shape refused = new Shape(base.name(), MAY_REFUSE, base.write());
    shapes.add(whole("newest first", refused, List::reversed));
    return shapes;
  }

  private static List<String> loki(List<String> lines) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      values.add("[\"" + (1_759_665_650_000_000_000L + i) + "\", " + Form.json(lines.get(i)) + "]");
    }
    return List.of(
        "{\"status\": \"success\", \"data\": {\"resultType\": \"streams\", \"result\":"
            + " [{\"stream\": {\"host\": \"pve-02\"}, \"values\": ["
            + String.join(", ", values)
            + "]}]}}");
  }

  private static Shape whole(String name, Shape base, UnaryOperator<List<String>> change) {
    return Shape.lines(
        name + " of " + base.name(),
        base.tells(),
        log ->
            change.apply(
                new String(base.write().apply(log), StandardCharsets.UTF_8).lines().toList()));
  }

  private static List<String> within(String before, List<String> lines, String behind) {
    List<String> all = new ArrayList<>(List.of(before.split("\n", -1)));
    all.addAll(lines);
    all.addAll(List.of(behind.split("\n", -1)));
    return all;
  }

  private static List<String> glued(String before, List<String> lines, String behind) {
    List<String> all = new ArrayList<>(lines);
    all.set(0, before + all.getFirst());
    all.set(all.size() - 1, all.getLast() + behind);
    return all;
  }

  static List<Shape> all() {
    List<Shape> all = new ArrayList<>(BASES);
    all.addAll(Printed.ALL);
    for (Shape base : WRAPPED) {
      for (String prefix : PREFIXES) {
        all.add(base.with("'" + prefix + "' before the lines", line -> prefix + line));
      }
      for (Wrapping wrapping : WRAPPINGS) {
        all.add(base.with(wrapping.name(), wrapping.line()));
      }
    }
    for (Shape base : BASES) {
      documents(base).stream()
          .filter(shape -> !base.equals(ISO) || !shape.name().contains(" 72 columns"))
          .forEach(all::add);
    }
    return all;
  }
}
