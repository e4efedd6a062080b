package dev.unhang.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Files that a person named, in what is said of them. People call such files, and the folders they
/// are in, by hosts and by themselves.
final class NamedFiles {
  private final List<Pattern> patterns = new ArrayList<>();
  private final List<String> others = new ArrayList<>();

  /// @param named as they were typed; hosts among them, which have a scheme, stay
  NamedFiles(List<String> named) {
    List<String> files =
        named.stream().filter(name -> !name.contains("://") && !name.equals("-")).toList();
    for (int i = 0; i < files.size(); i++) {
      // Where a name is a bare word, what follows it must show that it is not one of a sentence.
      String bare = files.get(i).replaceFirst("/+$", "");
      patterns.add(Pattern.compile("(?<![\\w.-])" + Pattern.quote(bare) + "(?=[:,/)]|$)"));
      others.add(files.size() == 1 ? "FILE" : "FILE" + (i + 1));
    }
  }

  /// A line with other names for them.
  String without(String line) {
    String without = line;
    for (int i = 0; i < patterns.size(); i++) {
      without =
          patterns.get(i).matcher(without).replaceAll(Matcher.quoteReplacement(others.get(i)));
    }
    return without;
  }
}
