package dev.unhang.config.interfaces;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A view of consecutive lines: a keyword line and the options below it.
///
/// @param keyword `auto`, `iface`, `allow-hotplug`, `source`, `mapping` and so on
/// @param arguments the words behind it
/// @param firstLine index of the keyword's first raw line
/// @param headerLastLine index of the keyword's last raw line, when it is continued
public record Stanza(
    String keyword,
    List<String> arguments,
    int firstLine,
    int headerLastLine,
    List<Option> options) {
  public Stanza {
    arguments = List.copyOf(arguments);
    options = List.copyOf(options);
  }

  /// Whether it defines this interface.
  public boolean defines(String interfaceName) {
    return keyword.equals("iface")
        && !arguments.isEmpty()
        && arguments.getFirst().equals(interfaceName);
  }

  /// The first option of a name; `_` and `-` are the same in names, as ifupdown has it.
  public Optional<Option> option(String name) {
    return options.stream()
        .filter(option -> option.name().replace('_', '-').equals(name))
        .findFirst();
  }

  /// All options of a name.
  public List<Option> options(String name) {
    return options.stream().filter(option -> option.name().replace('_', '-').equals(name)).toList();
  }

  /// The words of all options of a name, whichever line they stand on.
  public List<String> words(String name) {
    return options(name).stream()
        .flatMap(option -> Arrays.stream(option.value().split("\\s+")))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /// Index of its last raw line that is no comment and not blank.
  public int lastLine() {
    return options.isEmpty() ? headerLastLine : options.getLast().lastLine();
  }
}
