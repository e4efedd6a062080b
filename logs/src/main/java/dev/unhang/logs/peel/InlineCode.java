package dev.unhang.logs.peel;

import java.util.Optional;

/// A line between backticks, as forums and chats mark what is not prose.
///
/// Doc: CommonMark 0.31, section 6.1
final class InlineCode implements Peeler {
  private static final char MARK = '`';

  @Override
  public boolean mayApply(String rest) {
    return FirstBytes.at(rest, 0) == MARK;
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    String rest = line.rest();
    int begin = 0;
    while (FirstBytes.at(rest, begin) == MARK) {
      begin++;
    }
    String text = rest.substring(begin).stripTrailing();
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == MARK) {
      end--;
    }
    return end == 0 || end == text.length()
        ? Optional.empty()
        : Optional.of(line.without("inline code", text.substring(0, end)));
  }
}
