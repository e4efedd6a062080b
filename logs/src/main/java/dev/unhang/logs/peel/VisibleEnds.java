package dev.unhang.logs.peel;

import java.util.Optional;
import java.util.regex.Pattern;

/// Ends of lines and tabs that a program made visible: `$`, `^M`, `^I`.
///
/// Man: cat(1), "--show-all"; vim(1), "list"
final class VisibleEnds implements Peeler {
  private static final Pattern END = Pattern.compile("(?:\\^M)*\\$?$");

  @Override
  public boolean mayApply(String rest) {
    return rest.endsWith("$") || rest.endsWith("^M") || rest.contains("^I");
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    String text = END.matcher(line.rest()).replaceFirst("").replace("^I", "\t");
    return Optional.of(line.without("visible ends", text));
  }
}
