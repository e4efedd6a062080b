package dev.unhang.fleet.answer;

import dev.unhang.logs.message.MessageFamilies;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The one command that is run on each host: always the same text, in which nothing stands that
/// came from outside. Only lines with a word that matters are sent, and those at the borders of a
/// boot, which tell how far the log reaches.
public final class ScanScript {
  private static final String PLACE = "@WORDS@";

  /// What a shell would take for something else between double quotes, or the login shell between
  /// single ones.
  private static final Pattern SPECIAL = Pattern.compile("['\"$`\\\\!]");

  private ScanScript() {}

  /// The command, for any login shell that knows single quotes.
  public static String command() {
    return "exec sh -c '" + text() + "'";
  }

  /// The script itself.
  static String text() {
    try (InputStream script = ScanScript.class.getResourceAsStream("scan.sh")) {
      if (script == null) {
        throw new IllegalStateException("scan.sh is not in the program");
      }
      String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
      return text.replace(PLACE, String.join("\n", words()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// Parts of the words that logs are sifted for, without what a shell would take for something
  /// else: they are met at least where the words are.
  static List<String> words() {
    return MessageFamilies.words().stream()
        // How the journal writes a message byte by byte: the script has it itself.
        .filter(word -> word.indexOf('"') < 0)
        .map(word ->
            Stream.of(SPECIAL.split(word))
                .max(Comparator.comparingInt(String::length))
                .orElseThrow())
        .distinct()
        .toList();
  }
}
