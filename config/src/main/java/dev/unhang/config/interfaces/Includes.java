package dev.unhang.config.interfaces;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What files a document sources.
///
/// Man: interfaces(5), "INCLUDING OTHER FILES"
public final class Includes {
  /// `source-directory` takes only such names.
  private static final Pattern DIRECTORY_NAMES = Pattern.compile("[a-zA-Z0-9_-]+");

  /// A wildcard, a set, or a character that means itself.
  private static final Pattern GLOB_PART =
      Pattern.compile("(?s)\\[(?<not>!?)(?<set>[\\w.-]+)\\]|.");

  private Includes() {}

  /// A folder and which names in it are meant.
  public record Include(String folder, Pattern names) {}

  /// The includes of a document, in its order. Relative patterns are below the document's folder.
  ///
  /// @param folder the document's own
  public static List<Include> of(InterfacesDocument document, String folder) {
    List<Include> includes = new ArrayList<>();
    for (Stanza stanza : document.stanzas()) {
      for (String argument : stanza.arguments()) {
        String path = argument.startsWith("/") ? argument : folder + "/" + argument;
        if (stanza.keyword().equals("source")) {
          int slash = path.lastIndexOf('/');
          includes.add(
              new Include(
                  slash == 0 ? "/" : path.substring(0, slash), glob(path.substring(slash + 1))));
        } else if (stanza.keyword().equals("source-directory")) {
          includes.add(new Include(path, DIRECTORY_NAMES));
        }
      }
    }
    return includes;
  }

  /// A shell pattern of one path component: `*`, `?`, `[a-z]`, `[!a-z]`; a leading dot must be
  /// spelled out.
  ///
  /// Man: glob(7)
  private static Pattern glob(String pattern) {
    StringBuilder regex = new StringBuilder(pattern.startsWith(".") ? "" : "(?!\\.)");
    Matcher part = GLOB_PART.matcher(pattern);
    while (part.find()) {
      String found = part.group();
      if (found.equals("*")) {
        regex.append(".*");
      } else if (found.equals("?")) {
        regex.append('.');
      } else if (part.group("set") != null) {
        String not = part.group("not").isEmpty() ? "" : "^";
        regex.append('[').append(not).append(part.group("set")).append(']');
      } else {
        regex.append(Pattern.quote(found));
      }
    }
    try {
      return Pattern.compile(regex.toString());
    } catch (PatternSyntaxException range_runs_backwards) {
      return Pattern.compile(Pattern.quote(pattern));
    }
  }
}
