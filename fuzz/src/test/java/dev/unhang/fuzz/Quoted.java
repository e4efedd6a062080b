package dev.unhang.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.evidence.Place;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LoggedNic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// Holds what was read from a text log against the text: what is quoted stands in the line that is
/// cited, or a mail program broke that line and it stands in the next.
final class Quoted {
  /// What is written for something else: entities and tags, colours, kmsg's escapes. `<1f>` is a
  /// value.
  private static final Pattern REWRITTEN =
      Pattern.compile("&|\u001b|\\\\x|<(?![0-9a-fA-F]{1,16}>)");

  private final String text;
  private final List<String> lines;
  private final boolean literal;

  Quoted(byte[] log) {
    text = new String(log, StandardCharsets.UTF_8);
    lines = List.of(text.split("\n", -1));
    literal = !REWRITTEN.matcher(text).find();
  }

  /// An event's line, and when that was.
  void check(KernelEvent event) {
    if (event.place() instanceof Place.Line line) {
      check(line, event.text());
    }
    words(event.at().text()).forEach(word -> assertThat(text).contains(word));
  }

  /// What an episode cites, and the name it gives the interface, wherever that was learnt.
  void check(Episode episode) {
    if (episode.firstPlace() instanceof Place.Line line) {
      check(line, episode.firstText());
    }
    check(episode.nic());
    episode
        .outcomePlace()
        .ifPresent(place -> {
          if (place instanceof Place.Line line) {
            assertThat(line.number()).isLessThanOrEqualTo(lines.size());
          }
        });
  }

  private void check(LoggedNic nic) {
    if (literal) {
      nic.interfaceName().ifPresent(name -> assertThat(text).contains(name));
    }
  }

  private void check(Place.Line place, String quoted) {
    assertThat(place.number()).isLessThanOrEqualTo(lines.size());
    if (!literal) {
      return;
    }
    int index = (int) place.number() - 1;
    String cited = lines.get(index) + "\n" + (index + 1 < lines.size() ? lines.get(index + 1) : "");
    words(quoted).forEach(word -> assertThat(cited).contains(word));
  }

  private static List<String> words(String quoted) {
    return List.of(quoted.split("[\\s\\p{Z}\ufeff]+"));
  }
}
