package dev.unhang.config.ini;

import dev.unhang.model.host.HostPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A file of sections with keys. Lines that make no sense are passed over, as its readers do.
///
/// Man: systemd.syntax(7); nm-settings-keyfile(5)
///
/// @param entries in the file's order
public record IniFile(HostPath path, List<Entry> entries) {
  /// More lines than any file of configuration has.
  private static final int MAX_LINES = 10_000;

  public IniFile {
    entries = List.copyOf(entries);
  }

  /// A key with its value.
  ///
  /// @param section without brackets; empty before the first one
  /// @param path of the file it stands in
  /// @param line where it begins, counted from 1
  public record Entry(String section, String key, String value, HostPath path, long line) {
    /// As it would be written.
    public String text() {
      return key + "=" + value;
    }
  }

  /// Reads any text. A backslash at a line's end joins it with the next one.
  public static IniFile parse(HostPath path, String text) {
    List<Entry> entries = new ArrayList<>();
    List<String> lines = text.lines().limit(MAX_LINES).toList();
    String section = "";
    for (int i = 0; i < lines.size(); i++) {
      int first = i;
      StringBuilder joined = new StringBuilder(lines.get(i).strip());
      while (isContinued(joined) && i + 1 < lines.size()) {
        i++;
        joined.setLength(joined.length() - 1);
        joined.append(' ').append(lines.get(i).strip());
      }
      String line = joined.toString().strip();
      int equals = line.indexOf('=');
      if (line.startsWith("[") && line.endsWith("]")) {
        section = line.substring(1, line.length() - 1);
      } else if (equals > 0 && !isComment(line)) {
        entries.add(
            new Entry(
                section,
                line.substring(0, equals).strip(),
                line.substring(equals + 1).strip(),
                path,
                first + 1L));
      }
    }
    return new IniFile(path, entries);
  }

  private static boolean isContinued(StringBuilder line) {
    return !line.isEmpty() && line.charAt(line.length() - 1) == '\\' && !isComment(line.toString());
  }

  private static boolean isComment(String line) {
    return line.startsWith("#") || line.startsWith(";");
  }

  /// The same with the entries of a drop-in behind its own.
  public IniFile with(IniFile dropIn) {
    List<Entry> all = new ArrayList<>(entries);
    all.addAll(dropIn.entries);
    return new IniFile(path, all);
  }

  /// The entries of a section.
  public List<Entry> section(String name) {
    return entries.stream().filter(entry -> entry.section().equals(name)).toList();
  }

  /// The last value of a key.
  public Optional<Entry> last(String section, String key) {
    return section(section).stream()
        .filter(entry -> entry.key().equals(key))
        .reduce((earlier, later) -> later);
  }

  /// A yes or no, in all spellings that systemd and NetworkManager take.
  public static Optional<Boolean> truth(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "1", "yes", "y", "true", "t", "on" -> Optional.of(true);
      case "0", "no", "n", "false", "f", "off" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
