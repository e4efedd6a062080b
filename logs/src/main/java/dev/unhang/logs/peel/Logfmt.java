package dev.unhang.logs.peel;

import dev.unhang.model.log.LogStamp;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `time=2025-05-25T15:23:30Z level=error msg="…"`: a line as fields, of which one is the message.
/// Where another one names a program, that one wrote it.
///
/// Doc: Loki, "LogQL", "logfmt"
final class Logfmt implements Peeler {
  private static final String VALUE = "(?:\"(?:[^\"\\\\]|\\\\.){0,300}\"|[^\\s\"]{0,300})";

  private static final Pattern FORM =
      Pattern.compile(
          "^(?<before>(?:[\\w.@-]{1,40}="
              + VALUE
              + "\\s+){0,16}?)"
              + "(?:msg|message|log|line|MESSAGE)=\"(?<text>(?:[^\"\\\\]|\\\\.)*+)\""
              + "(?<behind>(?:\\s+[\\w.@-]{1,40}="
              + VALUE
              + "){0,16})\\s*$");

  private static final List<String> TIMES = List.of("time", "ts", "timestamp", "t", "@timestamp");

  private static final List<String> WRITERS =
      List.of("program", "app", "appname", "ident", "SYSLOG_IDENTIFIER", "unit", "service", "comm");

  private static final int LONGEST_NAME = 40;

  @Override
  public boolean mayApply(String rest) {
    int equals = rest.indexOf('=');
    return equals > 0
        && equals <= LONGEST_NAME
        && rest.indexOf(' ') != 0
        && !rest.substring(0, equals).contains(" ")
        && rest.contains("=\"");
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    Matcher matcher = FORM.matcher(line.rest());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String fields = " " + matcher.group("before") + matcher.group("behind");
    String text = matcher.group("text").replaceAll("\\\\([\"\\\\])", "$1");
    LogStamp at =
        value(TIMES, fields).map(time -> Peelers.peel(time + " ").at()).orElse(LogStamp.NONE);
    Peeled peeled =
        at.isKnown()
            ? line.withWall("logfmt", text, at.wall(), at.text())
            : line.without("logfmt", text);
    return Optional.of(value(WRITERS, fields).map(name -> peeled.from(name, text)).orElse(peeled));
  }

  private static Optional<String> value(List<String> names, String fields) {
    for (String name : names) {
      Matcher field =
          Pattern.compile("\\s" + Pattern.quote(name) + "=(?:\"([^\"]*)\"|(\\S*))").matcher(fields);
      if (field.find()) {
        return Optional.of(field.group(1) == null ? field.group(2) : field.group(1));
      }
    }
    return Optional.empty();
  }
}
