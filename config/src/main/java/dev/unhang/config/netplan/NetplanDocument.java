package dev.unhang.config.netplan;

import dev.unhang.config.lines.RawLine;
import dev.unhang.config.lines.RawLines;
import dev.unhang.model.evidence.Content;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file of netplan as lines with keys, each below a path of other keys. What it can't take apart
/// safely it names, so that it is not edited.
///
/// Man: netplan(5)
///
/// @param lines every line of the file
/// @param keys in the file's order; items of lists and lines of text blocks are none
/// @param oddity what keeps it from being edited, with its line
public record NetplanDocument(RawLines lines, List<Node> keys, Optional<String> oddity) {
  private static final int MAX_LINES = 10_000;
  private static final int MAX_LENGTH = 4_096;
  private static final Pattern KEY =
      Pattern.compile("( *)(\"[^\"\\\\]*\"|'[^']*'|[A-Za-z0-9_.:/*?-]+?):(?:\\s+(.*))?");
  private static final Pattern ANCHOR = Pattern.compile("(^|\\s)[&*][A-Za-z0-9_-]");
  private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*$");

  public NetplanDocument {
    keys = List.copyOf(keys);
  }

  /// A line with a key.
  ///
  /// @param path the keys above it and its own, from `network` on
  /// @param value without its comment and quotes; empty where the value is what stands below
  /// @param index of its line
  /// @param indent blanks before it
  public record Node(List<String> path, String value, int index, int indent) {
    public Node {
      path = List.copyOf(path);
    }

    /// Whether it is right below another.
    public boolean isBelow(List<String> parent) {
      return path.size() == parent.size() + 1 && path.subList(0, parent.size()).equals(parent);
    }
  }

  /// Takes any bytes.
  public static NetplanDocument parse(Content content) {
    RawLines lines = RawLines.of(content);
    List<Node> keys = new ArrayList<>();
    List<Node> open = new ArrayList<>();
    Optional<String> oddity = Optional.empty();
    for (int i = 0; i < Math.min(lines.size(), MAX_LINES); i++) {
      RawLine line = lines.all().get(i);
      if (line.isIgnored()) {
        continue;
      }
      String text = COMMENT.matcher(shortened(line.text())).replaceFirst("");
      int number = i + 1;
      Optional<String> odd = oddity(text).map(why -> "line " + number + " " + why);
      oddity = oddity.or(() -> odd);
      Matcher key = KEY.matcher(text.stripTrailing());
      if (key.matches()) {
        int indent = key.group(1).length();
        while (!open.isEmpty() && open.getLast().indent() >= indent) {
          open.removeLast();
        }
        List<String> path = new ArrayList<>(open.isEmpty() ? List.of() : open.getLast().path());
        path.add(bare(key.group(2)));
        Node found = new Node(path, bare(orEmpty(key.group(3))), i, indent);
        keys.add(found);
        open.add(found);
      }
    }
    return new NetplanDocument(lines, keys, oddity);
  }

  /// What is cut off is an oddity too: nothing was read of it.
  private static String shortened(String text) {
    return text.length() > MAX_LENGTH ? "{ too long" : text;
  }

  private static String orEmpty(@org.jspecify.annotations.Nullable String group) {
    return group == null ? "" : group.strip();
  }

  private static Optional<String> oddity(String text) {
    String stripped = text.strip();
    if (text.indexOf('\t') >= 0) {
      return Optional.of("has a tab");
    }
    if (stripped.indexOf('{') >= 0) {
      return Optional.of("is in flow style");
    }
    if (ANCHOR.matcher(stripped).find() || stripped.contains("<<:")) {
      return Optional.of("has an anchor or an alias");
    }
    if (stripped.equals("---") || stripped.equals("...") || stripped.startsWith("%")) {
      return stripped.equals("---") && text.startsWith("---")
          ? Optional.empty()
          : Optional.of("divides documents");
    }
    return stripped.endsWith("|") || stripped.endsWith(">") || stripped.startsWith("? ")
        ? Optional.of("begins a block of text")
        : Optional.empty();
  }

  private static String bare(String text) {
    boolean quoted =
        text.length() > 1
            && (text.startsWith("\"") || text.startsWith("'"))
            && text.charAt(text.length() - 1) == text.charAt(0);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  /// The key at a path; the last where it stands there twice.
  public Optional<Node> at(List<String> path) {
    return keys.stream().filter(key -> key.path().equals(path)).reduce((first, second) -> second);
  }

  /// The keys right below a path.
  public List<Node> below(List<String> path) {
    return keys.stream().filter(key -> key.isBelow(path)).toList();
  }

  /// The items of a key's list, in brackets or on lines of their own.
  public List<String> items(Node key) {
    if (key.value().startsWith("[") && key.value().endsWith("]")) {
      return Arrays.stream(key.value().substring(1, key.value().length() - 1).split(",", -1))
          .map(item -> bare(item.strip()))
          .filter(item -> !item.isEmpty())
          .toList();
    }
    List<String> items = new ArrayList<>();
    for (int i = key.index() + 1; i <= lastLine(key); i++) {
      String text = COMMENT.matcher(lines.text(i)).replaceFirst("").strip();
      if (text.startsWith("- ")) {
        items.add(bare(text.substring(2).strip()));
      }
    }
    return items;
  }

  /// Index of the last line that belongs to a key: the last one that is indented deeper, or is an
  /// item of its list.
  public int lastLine(Node key) {
    int last = key.index();
    for (int i = key.index() + 1; i < lines.size(); i++) {
      RawLine line = lines.all().get(i);
      if (line.isIgnored()) {
        continue;
      }
      boolean isItem =
          line.text().strip().startsWith("- ") && line.indent().length() >= key.indent();
      if (line.indent().length() <= key.indent() && !isItem) {
        return last;
      }
      last = i;
    }
    return last;
  }
}
