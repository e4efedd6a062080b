package dev.unhang.config.modprobe;

import java.util.ArrayList;
import java.util.List;

/// Options of kernel modules: `options` lines of modprobe, and `module.option=value` of the
/// kernel's command line.
///
/// Man: modprobe.d(5), "options"; kernel-command-line(7)
public final class ModuleOptions {
  /// More lines than any file of configuration has.
  private static final int MAX_LINES = 10_000;

  private ModuleOptions() {}

  /// One option.
  ///
  /// @param module with `_` for `-`, which mean the same; empty for an option of the kernel itself
  /// @param name as written
  /// @param value empty where there is none
  /// @param line where it stands, counted from 1
  /// @param text the line, stripped
  public record Option(String module, String name, String value, long line, String text) {}

  /// Of a file below /etc/modprobe.d.
  public static List<Option> ofFile(String text) {
    List<Option> options = new ArrayList<>();
    List<String> lines = text.lines().limit(MAX_LINES).toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      String[] words = line.split("\\s+");
      if (words.length > 2 && words[0].equals("options")) {
        for (int word = 2; word < words.length; word++) {
          options.add(option(words[1], words[word], i + 1L, line));
        }
      }
    }
    return options;
  }

  /// Of /proc/cmdline.
  public static List<Option> ofCommandLine(String text) {
    List<Option> options = new ArrayList<>();
    for (String word : text.strip().split("\\s+")) {
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      int dot = name.indexOf('.');
      options.add(option(dot < 0 ? "" : name.substring(0, dot), word.substring(dot + 1), 1, word));
    }
    return options;
  }

  private static Option option(String module, String word, long line, String text) {
    int equals = word.indexOf('=');
    return new Option(
        module.replace('-', '_'),
        equals < 0 ? word : word.substring(0, equals),
        equals < 0 ? "" : word.substring(equals + 1),
        line,
        text);
  }
}
