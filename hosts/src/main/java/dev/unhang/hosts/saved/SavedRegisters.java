package dev.unhang.hosts.saved;

import dev.unhang.hosts.outputs.EthtoolRegisters;
import dev.unhang.hosts.outputs.PastedText;
import dev.unhang.hosts.outputs.RegisterWord;
import dev.unhang.hosts.survey.RegisterLayout;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.net.RegisterDump;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A pasted `ethtool -d` as the driver would have given it: the registers of its transmit unit
/// where the driver puts them. The other words are 0, and nothing asks for them.
final class SavedRegisters {
  private static final int VERSION_SHIFT = 24;

  private SavedRegisters() {}

  /// Unreadable where one of those registers is missing: the text was cut.
  static Reading<RegisterDump> read(PastedText text, RegisterLayout layout) {
    Map<Integer, Integer> words = new HashMap<>(EthtoolRegisters.words(text));
    Map<String, Integer> named = named(text);
    put(words, RegisterLayout.STATUS, named, "STATUS");
    put(words, layout.control(), named, "TCTL");
    for (int queue = 0; queue < layout.queues(); queue++) {
      put(words, layout.length() + queue, named, "TDLEN", queue);
      put(words, layout.head() + queue, named, "TDH", queue);
      put(words, layout.tail() + queue, named, "TDT", queue);
    }
    Optional<Integer> missing =
        layout.places().stream().filter(at -> !words.containsKey(at)).findFirst();
    if (missing.isPresent()) {
      return new Reading.Unreadable<>(
          new Trouble(text.place(0), "it lacks registers of the transmit unit: it was cut"),
          text.origin());
    }
    List<Integer> all =
        new ArrayList<>(Collections.nCopies(Collections.max(layout.places()) + 1, 0));
    layout.places().forEach(at -> all.set(at, words.get(at)));
    return new Reading.Read<>(
        new RegisterDump(layout.version() << VERSION_SHIFT, all), text.origin());
  }

  private static Map<String, Integer> named(PastedText text) {
    Map<String, Integer> named = new HashMap<>();
    for (RegisterWord word : EthtoolRegisters.read(text).known().orElse(List.of())) {
      named.putIfAbsent(word.name(), (int) word.value());
    }
    return named;
  }

  /// Of several queues each has its number behind the name; of one it has none.
  private static void put(
      Map<Integer, Integer> words, int at, Map<String, Integer> named, String name, int queue) {
    put(words, at, named, name + queue);
    if (queue == 0) {
      put(words, at, named, name);
    }
  }

  private static void put(
      Map<Integer, Integer> words, int at, Map<String, Integer> named, String name) {
    Integer value = named.get(name);
    if (value != null) {
      words.putIfAbsent(at, value);
    }
  }
}
