package dev.unhang.logs.peel;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `kern.log:36:`, `36-`: the file and line that grep names before a line that was found, or that
/// stands beside one. talosctl names the node in the same way, with a blank behind.
///
/// Man: grep(1), "--with-filename", "--line-number", "--context"
final class GrepPrefix implements Peeler {
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile("^\\d{1,9}[:-]"),
          Pattern.compile("^[\\w./+-]{1,200}?[:-]"),
          Pattern.compile("^[\\w./+-]{1,200}?[:-]\\d{1,9}[:-]"),
          Pattern.compile("^[\\w.-]{1,64}: "));

  private static final int LONGEST_NAME = 200;

  /// A date's dashes are no grep's: most lines of many logs begin with one.
  @Override
  public boolean mayApply(String rest) {
    return !FirstBytes.isDate(rest) && namesFile(rest);
  }

  private static boolean namesFile(String rest) {
    int most = Math.min(rest.length(), LONGEST_NAME + 1);
    for (int i = 0; i < most; i++) {
      char c = rest.charAt(i);
      if (c == ':' || c == '-') {
        return i > 0;
      }
      if (!isOfName(c)) {
        return false;
      }
    }
    return false;
  }

  private static boolean isOfName(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '.'
        || c == '/'
        || c == '+';
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    for (Pattern form : FORMS) {
      Matcher matcher = form.matcher(line.rest());
      if (matcher.lookingAt() && Peelers.bearsStamp(line.rest().substring(matcher.end()))) {
        return Optional.of(line.without("grep", line.rest().substring(matcher.end())));
      }
    }
    return Optional.empty();
  }
}
