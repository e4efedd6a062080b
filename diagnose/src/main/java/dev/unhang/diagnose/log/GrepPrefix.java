package dev.unhang.diagnose.log;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `kern.log:36:`, `36-`: the file and line that grep names before a line that was found, or that
/// stands beside one.
///
/// Man: grep(1), "--with-filename", "--line-number", "--context"
final class GrepPrefix implements Peeler {
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile("^\\d{1,9}[:-]"),
          Pattern.compile("^[\\w./+-]{1,200}?[:-]"),
          Pattern.compile("^[\\w./+-]{1,200}?[:-]\\d{1,9}[:-]"));

  @Override
  public Optional<Peeled> peel(Peeled line) {
    for (Pattern form : FORMS) {
      Matcher matcher = form.matcher(line.rest());
      if (matcher.find() && Peelers.bearsStamp(line.rest().substring(matcher.end()))) {
        return Optional.of(line.without("grep", line.rest().substring(matcher.end())));
      }
    }
    return Optional.empty();
  }
}
