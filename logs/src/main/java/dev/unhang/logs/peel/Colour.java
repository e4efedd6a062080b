package dev.unhang.logs.peel;

import java.util.Optional;
import java.util.regex.Pattern;

/// Colours and cursor moves of a terminal: `dmesg --color=always`, journalctl into a typescript, a
/// serial console's record. They stand around stamps and within lines.
///
/// Man: console_codes(4), "ECMA-48 CSI sequences"
final class Colour implements Peeler {
  private static final char ESCAPE = '\u001b';
  private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[[0-9;?]{0,20}[A-Za-z]");

  @Override
  public boolean mayApply(String rest) {
    return rest.indexOf(ESCAPE) >= 0;
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    String text = SEQUENCE.matcher(line.rest()).replaceAll("");
    return text.equals(line.rest()) ? Optional.empty() : Optional.of(line.without("colour", text));
  }
}
