package dev.unhang.hosts.outputs;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.net.PciFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `lspci`: plain, `-n`, `-nn`, `-v` to `-vvv`, `-k`, `-D`, `-m`, `-mm`, `-vmm` and what can be
/// combined of them.
///
/// ```
/// 00:1f.6 Ethernet controller [0200]: Intel Corporation Ethernet Connection (7) I219-V [8086:15bc] (rev 10)
/// 	Subsystem: ASUSTeK Computer Inc. Device [1043:8672]
/// 	Kernel driver in use: e1000e
/// ```
///
/// Man: lspci(8)
public final class Lspci {
  /// The largest servers have some thousands.
  private static final int MAX = 20_000;

  private static final String NO_DOMAIN = "0000:";

  private final Notes notes;
  private final List<PciEntry> entries = new ArrayList<>();

  private Lspci(Notes notes) {
    this.notes = notes;
  }

  /// Every function, of network controllers or not, in the order printed.
  public static Reading<List<PciFunction>> read(PastedText text) {
    Lspci reader = new Lspci(new Notes(text));
    for (int i = 0; i < text.lines().size() && reader.entries.size() < MAX; i++) {
      String line = text.lines().get(i);
      if (!line.isBlank() && !reader.line(line)) {
        reader.notes.stray(i);
      }
    }
    return reader.notes.readingOf(
        reader.entries.stream().map(PciEntry::function).toList(), "PCI functions");
  }

  /// Whether a line is the first of a function, in one of the forms.
  static boolean isFunction(String line) {
    return isSlot(line) || headed(line).isPresent();
  }

  private static boolean isSlot(String line) {
    return Labelled.of(line)
        .filter(parts -> parts.label().equals("Slot") && address(parts.value()).isPresent())
        .isPresent();
  }

  private boolean line(String line) {
    Optional<PciEntry> headed = headed(line);
    if (headed.isPresent()) {
      entries.add(headed.get());
      return true;
    }
    Optional<Labelled> parts = Labelled.of(line);
    if (parts.isPresent() && isSlot(line)) {
      entries.add(new PciEntry(address(parts.get().value()).orElseThrow()));
      return true;
    }
    if (entries.isEmpty()) {
      return false;
    }
    PciEntry entry = entries.getLast();
    parts.ifPresent(each -> detail(entry, each));
    // What is indented belongs to the function, whether it is understood here or not.
    return parts.isPresent() || Character.isWhitespace(line.charAt(0));
  }

  private static void detail(PciEntry entry, Labelled parts) {
    switch (parts.label()) {
      case "Subsystem" -> entry.board(parts.value());
      case "Kernel driver in use", "Driver" -> entry.driver(parts.value());
      case "Class" -> entry.kind(parts.value());
      case "Vendor" -> entry.vendor(parts.value());
      case "Device" -> entry.device(parts.value());
      case "SVendor" -> entry.boardVendor(parts.value());
      case "SDevice" -> entry.boardDevice(parts.value());
      case "Rev" -> entry.revision(parts.value());
      default -> {}
    }
  }

  private static Optional<PciEntry> headed(String line) {
    int space = line.indexOf(' ');
    Optional<PciAddress> address = space < 0 ? Optional.empty() : address(line.substring(0, space));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    PciEntry entry = new PciEntry(address.get());
    String rest = line.substring(space + 1);
    return (rest.startsWith("\"") ? quoted(entry, rest) : plain(entry, rest))
        ? Optional.of(entry)
        : Optional.empty();
  }

  private static boolean plain(PciEntry entry, String rest) {
    int colon = rest.indexOf(": ");
    if (colon <= 0) {
      return false;
    }
    entry.kind(rest.substring(0, colon));
    entry.names(rest.substring(colon + 2));
    return true;
  }

  /// `"class" "vendor" "device" -r10 -p00 "board's vendor" "board"`; quotes and backslashes in
  /// names have a backslash before them.
  private static boolean quoted(PciEntry entry, String rest) {
    List<String> strings = new ArrayList<>();
    for (String word : words(rest)) {
      if (word.startsWith("-r")) {
        entry.revision(word.substring(2));
      } else if (!word.startsWith("-p")) {
        strings.add(word);
      }
    }
    if (strings.size() < 3) {
      return false;
    }
    entry.kind(strings.get(0));
    entry.vendor(strings.get(1));
    entry.device(strings.get(2));
    if (strings.size() >= 5) {
      entry.boardVendor(strings.get(3));
      entry.boardDevice(strings.get(4));
    }
    return true;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        i++;
        word.append(text.charAt(i));
      } else if (c == '"' && quoted || c == ' ' && !quoted) {
        if (quoted || !word.isEmpty()) {
          words.add(word.toString());
        }
        word.setLength(0);
        quoted = false;
      } else if (c == '"') {
        quoted = true;
      } else {
        word.append(c);
      }
    }
    if (!word.isEmpty() && !quoted) {
      words.add(word.toString());
    }
    return words;
  }

  /// lspci leaves the domain out where there is only one.
  private static Optional<PciAddress> address(String text) {
    return PciAddress.parse(text).or(() -> PciAddress.parse(NO_DOMAIN + text));
  }
}
