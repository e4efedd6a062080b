package dev.unhang.fleet.scan;

import java.util.List;

/// Why ssh did not bring an answer, by what it said in the C locale.
///
/// Man: ssh(1), "EXIT STATUS": 255 if an error occurred
public record SshFailure(NotKnown reason, String why) {
  /// ssh's own exit status where it, and no program over there, failed.
  public static final int OWN = 255;

  /// Words of ssh, and what they mean: the first that are met count.
  private record Words(String words, NotKnown reason) {}

  private static final List<Words> ALL =
      List.of(
          new Words("REMOTE HOST IDENTIFICATION HAS CHANGED", NotKnown.KEY_CHANGED),
          new Words("REVOKED HOST KEY", NotKnown.KEY_CHANGED),
          new Words("host key is known for", NotKnown.KEY_UNKNOWN),
          new Words("Host key verification failed", NotKnown.KEY_UNKNOWN),
          new Words("Could not resolve hostname", NotKnown.NO_SUCH_NAME),
          new Words("Permission denied", NotKnown.LOGIN_DENIED),
          new Words("Too many authentication failures", NotKnown.LOGIN_DENIED),
          new Words("Connection refused", NotKnown.REFUSED),
          new Words("No route to host", NotKnown.UNREACHABLE),
          new Words("Network is unreachable", NotKnown.UNREACHABLE),
          new Words("timed out", NotKnown.TIMED_OUT),
          new Words("Timeout", NotKnown.TIMED_OUT),
          new Words("not responding", NotKnown.TIMED_OUT),
          new Words("Connection closed", NotKnown.UNREACHABLE),
          new Words("Connection reset", NotKnown.UNREACHABLE));

  /// @param said on the error stream; a host over there can have said some of it
  public static SshFailure of(String said) {
    for (Words each : ALL) {
      if (said.contains(each.words())) {
        return new SshFailure(each.reason(), lineOf(said, each.words()));
      }
    }
    String last = said.strip();
    return new SshFailure(NotKnown.NO_ANSWER, last.isEmpty() ? "ssh said nothing" : lastLine(last));
  }

  private static String lineOf(String said, String words) {
    return said.lines()
        .filter(line -> line.contains(words))
        .findFirst()
        .map(SshFailure::plain)
        .orElse(words);
  }

  private static String lastLine(String text) {
    return plain(text.substring(text.lastIndexOf('\n') + 1));
  }

  private static String plain(String line) {
    String text = line.replaceAll("^@+\\s*|\\s*@+\\s*$", "").strip();
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }
}
