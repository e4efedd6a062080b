package dev.unhang.logs.peel;

import java.util.Optional;
import java.util.regex.Pattern;

/// Tags and entities of a page or a mail that a log was copied from. Only tags that can't be a
/// field's value are taken for tags: `<b>` and `<a>` are hexadecimal numbers.
final class Html implements Peeler {
  private static final Pattern TAG =
      Pattern.compile(
          "</?(?:p|br|hr|pre|code|tt|span|div|font|strong|em|i|u|li|ul|ol|td|tr|o:p|blockquote)"
              + "(?: [^<>]*)?/?>|</[ab]>|<[ab] [^<>]*>",
          Pattern.CASE_INSENSITIVE);

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
        TAG.matcher(rest)
            .replaceAll("")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&#60;", "<")
            .replace("&#62;", ">")
            .replace("&nbsp;", " ")
            .replace("&#160;", " ")
            .replace("&quot;", "\"")
            .replace("&amp;", "&");
    return text.equals(rest) ? Optional.empty() : Optional.of(line.without("html", text));
  }
}
