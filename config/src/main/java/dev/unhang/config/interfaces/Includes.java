package dev.unhang.config.interfaces;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What files a document sources.
///
/// Man: interfaces(5), "INCLUDING OTHER FILES"
public final class Includes {
  /// `source-directory` takes only such names.
  private static final Pattern DIRECTORY_NAMES = Pattern.compile("[a-zA-Z0-9_-]+");

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
                  slash == 0 ? "/" : path.substring(0, slash),
                  NamePattern.glob(path.substring(slash + 1))));
        } else if (stanza.keyword().equals("source-directory")) {
          includes.add(new Include(path, DIRECTORY_NAMES));
        }
      }
    }
    return includes;
  }
}
