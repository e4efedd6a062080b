package dev.unhang.hosts.outputs;

import dev.unhang.model.evidence.Reading;
import java.util.Optional;
import java.util.regex.Pattern;

/// `uname -a`: `Linux pve 6.8.12-4-pve #1 SMP … x86_64 GNU/Linux`.
///
/// @param hostname its first part at least
/// @param release the kernel's, as `uname -r` prints it
///
///   Man: uname(1)
public record UnameLine(String hostname, String release) {
  private static final int MAX = 400;
  private static final Pattern RELEASE = Pattern.compile("[1-9]\\d{0,2}\\.\\d{1,3}[\\w.+~-]{0,80}");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][\\w.-]{0,252}");

  /// The first line that is one.
  public static Reading<UnameLine> read(PastedText text) {
    Notes notes = new Notes(text);
    for (String line : text.lines()) {
      Optional<UnameLine> one = of(line);
      if (one.isPresent()) {
        return notes.reading(one.get());
      }
    }
    return notes.nothing("a line of uname -a");
  }

  /// One line; empty where it is none.
  static Optional<UnameLine> of(String line) {
    if (line.length() > MAX || !line.startsWith("Linux ")) {
      return Optional.empty();
    }
    String[] words = line.split(" ", 5);
    boolean is =
        words.length == 5
            && HOST.matcher(words[1]).matches()
            && RELEASE.matcher(words[2]).matches()
            && words[3].startsWith("#");
    return is ? Optional.of(new UnameLine(words[1], words[2])) : Optional.empty();
  }
}
