package dev.unhang.config.interfaces;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What files a document sources.
///
/// Man: interfaces(5), "INCLUDING OTHER FILES"; ifupdown-ng: libifupdown/interface-file.c,
/// handle_source(), handle_source_directory(); ifupdown2: ifupdown/networkinterfaces.py
public final class Includes {
  /// `source-directory` takes only such names; ifupdown2 and ifupdown-ng take any.
  private static final Pattern DIRECTORY_NAMES = Pattern.compile("[a-zA-Z0-9_-]+");

  private static final Pattern ANY_NAME = Pattern.compile(".+");

  private Includes() {}

  /// A folder and which names in it are meant.
  ///
  /// @param line index of the line that says so
  /// @param folder absolute; its components may be patterns
  /// @param needed whether the program gives up where the file can't be read
  public record Include(int line, String folder, Pattern names, boolean needed) {
    /// Whether a name of a folder fits a component of a path.
    public static boolean fits(String component, String name) {
      return NamePattern.glob(component).matcher(name).matches();
    }
  }

  /// The includes of a document, in its order. Relative patterns are below the document's folder;
  /// ifupdown-ng looks below the root, where its service runs.
  ///
  /// @param folder the document's own
  public static List<Include> of(InterfacesDocument document, String folder, Ifupdown program) {
    boolean ng = program == Ifupdown.NG;
    List<Include> includes = new ArrayList<>();
    for (Stanza stanza : document.stanzas()) {
      int most = ng ? 1 : stanza.arguments().size();
      for (String argument : stanza.arguments().stream().limit(most).toList()) {
        String path = argument.startsWith("/") ? argument : (ng ? "" : folder) + "/" + argument;
        switch (stanza.keyword()) {
          case "source" -> includes.add(source(stanza.firstLine(), path, ng));
          case "source-directory" ->
              includes.add(new Include(stanza.firstLine(), path, names(program), false));
          case "source-dir" -> {
            if (program == Ifupdown.CLASSIC || program == Ifupdown.NONE) {
              includes.add(new Include(stanza.firstLine(), path, names(program), false));
            }
          }
          default -> {}
        }
      }
    }
    return includes;
  }

  private static Pattern names(Ifupdown program) {
    return program == Ifupdown.NG || program == Ifupdown.IFUPDOWN2 ? ANY_NAME : DIRECTORY_NAMES;
  }

  /// ifupdown-ng takes the word for one file's name, stars and all.
  private static Include source(int line, String path, boolean ng) {
    int slash = path.lastIndexOf('/');
    String name = path.substring(slash + 1);
    return new Include(
        line,
        slash == 0 ? "/" : path.substring(0, slash),
        ng ? Pattern.compile(Pattern.quote(name)) : NamePattern.glob(name),
        ng);
  }
}
