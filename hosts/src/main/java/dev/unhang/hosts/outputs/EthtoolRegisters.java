package dev.unhang.hosts.outputs;

import dev.unhang.model.evidence.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `ethtool -d IF` of Intel's drivers, by the labels.
///
/// ```
/// 0x03810: TDH   (Transmit desc head)       0x0000009A
/// ```
///
/// Man: ethtool(8), "-d --register-dump"; ethtool e1000.c, e1000_dump_regs()
public final class EthtoolRegisters {
  static final String HEADING = "MAC Registers";
  private static final int MAX = 4096;

  private EthtoolRegisters() {}

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
