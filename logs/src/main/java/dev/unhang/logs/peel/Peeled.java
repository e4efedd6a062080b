package dev.unhang.logs.peel;

import dev.unhang.model.id.Uptime;
import dev.unhang.model.log.LogStamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A line of text with some layers taken off.
///
/// @param rest what is left
/// @param layers names of what was taken off, outermost first
public record Peeled(String rest, LogStamp at, Optional<String> identifier, List<String> layers) {
  public static Peeled raw(String line) {
    return new Peeled(line, LogStamp.NONE, Optional.empty(), List.of());
  }

  Peeled without(String layer, String rest) {
    return new Peeled(rest, at, identifier, plus(layer));
  }

  Peeled withWall(String layer, String rest, Optional<Instant> wall, String text) {
    LogStamp stamp =
        new LogStamp(at.wall().or(() -> wall), at.uptime(), at.text().isEmpty() ? text : at.text());
    return new Peeled(rest, stamp, identifier, plus(layer));
  }

  Peeled withUptime(String layer, String rest, Optional<Uptime> uptime, String text) {
    LogStamp stamp =
        new LogStamp(
            at.wall(), at.uptime().or(() -> uptime), at.text().isEmpty() ? text : at.text());
    return new Peeled(rest, stamp, identifier, plus(layer));
  }

  Peeled from(String writer, String rest) {
    return new Peeled(rest, at, Optional.of(writer), layers);
  }

  private List<String> plus(String layer) {
    if (layers.isEmpty()) {
      return List.of(layer);
    }
    List<String> more = new ArrayList<>(layers);
    more.add(layer);
    return List.copyOf(more);
  }
}
