package dev.unhang.logs.peel;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What collectors, chats, diffs and documents put before a line of a log, and behind it. Tried
/// last, and only where a logger's own mark begins the text inside: it can be taken for nothing
/// else then, and a program's words that quote a log stay quoted.
final class Frame implements Peeler {
  private static final String TEXT = "(?<text>.+)";

  private static final List<Pattern> FORMS =
      List.of(
          // A column, `pve-02 | ` and `web-1  | ` of containers, `| … |` of a table.
          Pattern.compile("^(?:[\\w./@-]{1,60} *)?[|\u2502\u2503] ?" + TEXT + " [|\u2502]\\s*$"),
          Pattern.compile("^(?:[\\w./@-]{1,60} *)?[|\u2502\u2503] ?" + TEXT),
          // A diff's or a comment's mark, as often as it was made.
          Pattern.compile("^(?:[+!;-]{1,3}|//|\\d{1,6}[.)]) ?" + TEXT),
          // `[12:00 PM] `, `[10/5/25, 12:00:03] user: `, `[pve-02] `.
          Pattern.compile("^\\[[^\\[\\]<>]{1,40}\\] ?(?:[\\w .-]{1,32}: )?" + TEXT),
          // `12:00:03 PM `, `12:00 <user> `, `12:00:50.123 -> `, `<user> `.
          Pattern.compile(
              "^(?:\\d{1,2}:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?(?: ?[AaPp][Mm])?:?(?: ?->)? )?"
                  + "(?:<[\\w. @+-]{1,32}> )?"
                  + TEXT),
          // A string of a program's source, a list's item, a field of a table of values.
          Pattern.compile("^\\s*(?:[\\w@.-]{1,40}: )?(?:- )?\"" + TEXT + "\"[\\],;]*$"),
          Pattern.compile("^\\s*(?:[\\w@.-]{1,40}: )?(?:- )?'" + TEXT + "'[\\],;]*$"),
          Pattern.compile("^[^\"]{1,80}[,;\\t]\"" + TEXT + "\"(?:[,;\\t][^\"]{0,200})?$"),
          Pattern.compile("^[\\w:.+-]{1,40}[,;\\t]" + TEXT),
          // `pod/logger-x7k2p logger `: kubectl and stern.
          Pattern.compile("^(?=\\S{0,80}[/\\d-])[\\w./-]{1,80} (?:[\\w.-]{1,63} )?" + TEXT));

  private static final int SHORTEST_STAMP = 8;

  /// Only where the line has room for a stamp behind the frame.
  @Override
  public boolean mayApply(String rest) {
    return rest.length() > SHORTEST_STAMP && bearsNumber(rest);
  }

  /// Whether something that may be a time stands in the line: a digit before a point or a colon.
  private static boolean bearsNumber(String rest) {
    for (int i = 1; i + 1 < rest.length(); i++) {
      char c = rest.charAt(i);
      if ((c == ':' || c == '.')
          && FirstBytes.isDigit(rest, i - 1)
          && FirstBytes.isDigit(rest, i + 1)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    for (Pattern form : FORMS) {
      Matcher matcher = form.matcher(line.rest());
      if (matcher.find()) {
        String text = matcher.group("text");
        if (matcher.start("text") > 0 && Peelers.bearsTime(text.stripLeading())) {
          return Optional.of(line.without("frame", text.stripLeading()));
        }
      }
    }
    return Optional.empty();
  }
}
