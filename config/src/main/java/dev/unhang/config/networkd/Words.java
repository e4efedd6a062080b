package dev.unhang.config.networkd;

import java.util.ArrayList;
import java.util.List;

/// The words of a value, as systemd takes them apart: quotes keep blanks and are no part of a word.
///
/// systemd: basic/extract-word.c, extract_first_word() with EXTRACT_UNQUOTE
final class Words {
  private Words() {}

  static List<String> of(String value) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean begun = false;
    char quote = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (quote != 0 && c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
        begun = true;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        if (begun) {
          words.add(word.toString());
        }
        word.setLength(0);
        begun = false;
      } else {
        word.append(c);
        begun = true;
      }
    }
    if (begun) {
      words.add(word.toString());
    }
    return words;
  }
}
