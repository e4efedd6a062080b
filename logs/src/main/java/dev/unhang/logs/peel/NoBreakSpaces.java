package dev.unhang.logs.peel;

import java.util.Optional;

/// The spaces that browsers and word processors put where a line may not be broken.
///
/// Doc: Unicode, U+00A0, U+202F, U+2007
final class NoBreakSpaces implements Peeler {
  @Override
  public boolean mayApply(String rest) {
    return rest.indexOf('\u00a0') >= 0
        || rest.indexOf('\u202f') >= 0
        || rest.indexOf('\u2007') >= 0;
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    String text = line.rest().replace('\u00a0', ' ').replace('\u202f', ' ').replace('\u2007', ' ');
    return text.equals(line.rest())
        ? Optional.empty()
        : Optional.of(line.without("no-break spaces", text));
  }
}
