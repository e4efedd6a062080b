package dev.unhang.logs.peel;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tags and entities of a page or a mail that a log was copied from. Only tags that can't be a
/// field's value are taken for tags: `<b>` and `<a>` are hexadecimal numbers.
final class Html implements Peeler {
  private static final Pattern TAG =
      Pattern.compile(
          "</?(?:p|br|hr|pre|code|tt|span|div|font|strong|em|i|u|li|ul|ol|td|tr|o:p|blockquote)"
              + "(?: [^<>]*)?/?>|</[ab]>|<[ab] [^<>]*>",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CELL = Pattern.compile("</t[dh]>", Pattern.CASE_INSENSITIVE);

  /// `&#60;` and `&#x3c;`.
  private static final Pattern NUMBER =
      Pattern.compile("&#(?:(?<decimal>\\d{1,5})|[xX](?<hex>[0-9a-fA-F]{1,4}));");

  @Override
  public boolean mayApply(String rest) {
    return rest.indexOf('&') >= 0 || hasTag(rest);
  }

  /// Anything in angle brackets that is no number, as the values of a report are.
  private static boolean hasTag(String rest) {
    for (int at = rest.indexOf('<'); at >= 0; at = rest.indexOf('<', at + 1)) {
      int end = at + 1;
      while (Character.digit(FirstBytes.at(rest, end), 16) >= 0) {
        end++;
      }
      if (FirstBytes.at(rest, end) != '>') {
        return true;
      }
    }
    return false;
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    String rest = line.rest();
    String text =
        NUMBER
            .matcher(TAG.matcher(CELL.matcher(rest).replaceAll(" ")).replaceAll(""))
            .replaceAll(Html::character)
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&nbsp;", " ")
            .replace("&quot;", "\"")
            .replace("&amp;", "&");
    return text.equals(rest) ? Optional.empty() : Optional.of(line.without("html", text));
  }

  private static String character(MatchResult entity) {
    String decimal = entity.group(1);
    int code = decimal == null ? code(entity.group(2), 16) : code(decimal, 10);
    return code < ' ' || code > Character.MAX_VALUE
        ? " "
        : Matcher.quoteReplacement(String.valueOf((char) code));
  }

  /// Digits that were matched, five at most.
  private static int code(String digits, int radix) {
    return digits.chars().reduce(0, (code, digit) -> code * radix + Character.digit(digit, radix));
  }
}
