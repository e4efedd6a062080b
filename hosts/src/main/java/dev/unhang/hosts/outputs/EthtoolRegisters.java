package dev.unhang.hosts.outputs;

import dev.unhang.model.evidence.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `ethtool -d IF` of Intel's drivers, by the labels; igc's, whose words have no labels, by their
/// indexes.
///
/// ```
/// 0x03810: TDH   (Transmit desc head)       0x0000009A
/// 0160: 0x0000009A
/// ```
///
/// Man: ethtool(8), "-d --register-dump"; ethtool e1000.c, e1000_dump_regs(); igb.c,
/// igb_dump_regs(); igc.c, igc_dump_regs()
public final class EthtoolRegisters {
  static final String HEADING = "MAC Registers";
  private static final int MAX = 4096;

  /// igc's first word.
  private static final String FIRST_WORD = "0000: 0x";

  /// igb's first register, for which no heading stands.
  private static final String FIRST_REGISTER = "0x00000: CTRL ";

  private static final Pattern WORD = Pattern.compile("(\\d{4}): 0x([0-9A-Fa-f]{8})");

  private EthtoolRegisters() {}

  /// Whether a line is the first of such an output.
  static boolean isFirst(String line) {
    return line.strip().equals(HEADING)
        || line.startsWith(FIRST_REGISTER)
        || line.startsWith(FIRST_WORD) && WORD.matcher(line.strip()).matches();
  }

  /// The words of igc's by their indexes.
  public static Map<Integer, Integer> words(PastedText text) {
    Map<Integer, Integer> words = new HashMap<>();
    for (String line : text.lines()) {
      Matcher word = WORD.matcher(line.strip());
      if (word.matches() && words.size() < MAX) {
        Optional<Integer> index = Numbers.small(word.group(1));
        Optional<Long> value = Numbers.hex(word.group(2));
        index.ifPresent(at -> value.ifPresent(bits -> words.putIfAbsent(at, bits.intValue())));
      }
    }
    return words;
  }

  /// The registers in the order printed. What ethtool says of their bits is left out: it is said
  /// again by their value.
  public static Reading<List<RegisterWord>> read(PastedText text) {
    Notes notes = new Notes(text);
    List<RegisterWord> words = new ArrayList<>();
    for (int i = 0; i < text.lines().size() && words.size() < MAX; i++) {
      String line = text.lines().get(i);
      Optional<RegisterWord> word = word(line);
      if (word.isPresent()) {
        words.add(word.get());
      } else if (line.startsWith("0x") || ErrorLine.of(line.strip()).isPresent()) {
        notes.stray(i);
      }
    }
    return notes.readingOf(words, "labelled registers");
  }

  private static Optional<RegisterWord> word(String line) {
    Optional<Labelled> parts = Labelled.of(line);
    if (parts.isEmpty() || !line.startsWith("0x")) {
      return Optional.empty();
    }
    String rest = parts.get().value();
    int nameEnd = rest.indexOf(' ');
    int valueBegin = rest.lastIndexOf(' ') + 1;
    Optional<Long> offset = Numbers.hex(parts.get().label());
    boolean isNamed = nameEnd > 0 && Character.isLetter(rest.charAt(0));
    if (!isNamed || offset.isEmpty() || !rest.startsWith("0x", valueBegin)) {
      return Optional.empty();
    }
    // A value that was cut is another value.
    String digits = rest.substring(valueBegin);
    return digits.length() == "0x00000000".length()
        ? Numbers.hex(digits)
            .map(value -> new RegisterWord(rest.substring(0, nameEnd), offset.get(), value))
        : Optional.empty();
  }
}
