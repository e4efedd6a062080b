package dev.unhang.fleet.inventory;

import dev.unhang.fleet.inventory.GroupTree.Group;
import dev.unhang.fleet.inventory.GroupTree.Host;
import dev.unhang.fleet.inventory.LineWords.Word;
import dev.unhang.model.evidence.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Ansible's inventory of sections, and what is simpler: a file with a host a line.
///
/// Ansible: "How to build your inventory"
final class IniInventory {
  private static final Pattern SECTION =
      Pattern.compile("\\[\\s*([^:\\[\\]\\s#]+)(?::([^\\[\\]\\s#]*))?\\s*\\]\\s*(?:#.*)?");

  private static final Pattern VARIABLE =
      Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*?)\\s*");

  private static final String UNGROUPED = "ungrouped";

  private final Origin origin;
  private final GroupTree tree;

  /// Groups that are named as children, until their own section comes.
  private final Map<String, Spot> expected = new LinkedHashMap<>();

  private Group group;
  private Kind kind = Kind.HOSTS;

  private enum Kind {
    HOSTS,
    CHILDREN,
    VARIABLES
  }

  private IniInventory(Origin origin) {
    this.origin = origin;
    Spot top = new Spot(origin, 1, 1);
    tree = new GroupTree(top);
    group = tree.group(UNGROUPED, top);
  }

  /// Reads all of it. Throws Malformed at what makes no sense.
  static Inventory read(Origin origin, List<String> lines) {
    IniInventory reader = new IniInventory(origin);
    for (int i = 0; i < lines.size(); i++) {
      reader.line(lines.get(i), i + 1);
    }
    reader.expected.forEach((name, spot) -> {
      throw spot.wrong("there is no group " + name, "give it a section: [" + name + "]");
    });
    return reader.tree.inventory();
  }

  private void line(String raw, int number) {
    String line = raw.strip();
    Spot spot = new Spot(origin, number, 1 + Math.max(0, raw.indexOf(line)));
    if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
      return;
    }
    Matcher section = SECTION.matcher(line);
    if (section.matches()) {
      begin(section, spot);
    } else if (line.startsWith("[") && !isAddress(line)) {
      throw spot.wrong(
          "this is no section", "write [group], [group:children] or [group:vars] alone on a line");
    } else {
      switch (kind) {
        case HOSTS -> hosts(line, spot);
        case CHILDREN -> child(line, spot);
        case VARIABLES -> variable(line, spot);
      }
    }
  }

  private static boolean isAddress(String line) {
    return SshAddress.parse(line.split("\\s", 2)[0]).isPresent();
  }

  private void begin(Matcher section, Spot spot) {
    String name = section.group(1);
    kind =
        switch (section.group(2)) {
          case null -> Kind.HOSTS;
          case "hosts" -> Kind.HOSTS;
          case "children" -> Kind.CHILDREN;
          case "vars" -> Kind.VARIABLES;
          case String other ->
              throw new Spot(origin, spot.line(), spot.column() + section.start(2))
                  .wrong("a section is of hosts, children or vars; not of " + other, "correct it");
        };
    group = tree.group(name, spot);
    if (kind == Kind.VARIABLES && !name.equals(GroupTree.ALL) && group.spot.equals(spot)) {
      expected.putIfAbsent(name, spot);
    } else if (kind != Kind.VARIABLES) {
      expected.remove(name);
    }
  }

  private void hosts(String line, Spot spot) {
    List<Word> words = LineWords.of(line, spot);
    Word pattern = words.getFirst();
    for (Word word : words.subList(1, words.size())) {
      if (word.text().indexOf('=') <= 0) {
        throw word.spot()
            .wrong(
                "'" + word.text() + "' behind a host is no variable",
                "a host a line, and behind it only NAME=VALUE");
      }
    }
    HostRange.expand(
        pattern.text(),
        pattern.spot(),
        name -> {
          Host host = tree.host(name, group, pattern.spot());
          for (Word word : words.subList(1, words.size())) {
            int equals = word.text().indexOf('=');
            tree.set(
                host,
                word.text().substring(0, equals),
                word.text().substring(equals + 1),
                word.spot());
          }
        });
  }

  private void child(String line, Spot spot) {
    List<Word> words = LineWords.of(line, spot);
    if (words.size() != 1) {
      throw words
          .getLast()
          .spot()
          .wrong("a line of children is the name of one group", "a group a line");
    }
    String name = words.getFirst().text();
    if (!tree.hasGroup(name)) {
      expected.put(name, spot);
    }
    GroupTree.child(group, tree.group(name, spot), spot);
  }

  private void variable(String line, Spot spot) {
    Matcher variable = VARIABLE.matcher(line);
    if (!variable.matches()) {
      throw spot.wrong("this is no variable", "write NAME=VALUE");
    }
    String value = variable.group(2).replaceFirst("\\s#.*$", "").strip();
    tree.set(group, variable.group(1), unquoted(value), spot);
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && (value.startsWith("'") || value.startsWith("\""))
            && value.charAt(value.length() - 1) == value.charAt(0);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
