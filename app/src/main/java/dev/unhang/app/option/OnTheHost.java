package dev.unhang.app.option;

import dev.unhang.model.id.ShellWord;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is said where a command that works on this host alone is given another's address. Taken for
/// a word too many, it would change this one.
public final class OnTheHost {
  private static final Pattern ADDRESS =
      Pattern.compile("ssh://(?<who>[^/:@]+@)?(?<host>\\[[^]]+\\]|[^/:@]+)(?::(?<port>\\d+))?/?");

  private OnTheHost() {}

  /// Empty where no address is among the words.
  ///
  /// @param words the command and all that was typed behind it
  public static Optional<Usage> refuse(List<String> words) {
    return words.stream()
        .filter(word -> word.startsWith("ssh://"))
        .findFirst()
        .map(address ->
            new Usage(
                words.getFirst() + " runs on the host itself, and not over " + address,
                ssh(address) + " " + command(words, address)));
  }

  private static String command(List<String> words, String address) {
    return words.stream()
        .filter(word -> !word.equals(address))
        .map(ShellWord::of)
        .collect(Collectors.joining(" ", "unhang ", ""));
  }

  private static String ssh(String address) {
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches()) {
      return "ssh HOST";
    }
    String port = parts.group("port") == null ? "" : "-p " + parts.group("port") + " ";
    String who = parts.group("who") == null ? "" : parts.group("who");
    return "ssh " + port + ShellWord.of(who + parts.group("host").replaceAll("[\\[\\]]", ""));
  }
}
