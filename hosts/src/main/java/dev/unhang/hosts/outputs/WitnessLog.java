package dev.unhang.hosts.outputs;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.facts.WitnessFacts;
import dev.unhang.model.facts.Witnessed;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads what a witness printed, `unhang.witness/1`, a line for each event. A line that makes no
/// sense is a trouble; the others hold.
public final class WitnessLog {
  /// Each line's kind and version.
  public static final String SCHEMA = "unhang.witness/1";

  /// One line names each target a few times, and there are a thousand at most.
  private static final int MAX_SPELLS = 10_000;

  /// More than these say nothing new of what is wrong with a file.
  private static final int MAX_TROUBLES = 20;

  private static final JsonFactory JSON = new JsonFactory();

  private final Origin origin;
  private final List<Trouble> troubles = new ArrayList<>();
  private final List<Witnessed> told = new ArrayList<>();

  /// Targets and when they went dark, of those in [#told] that are not back yet, by the same index.
  private final List<Set<String>> open = new ArrayList<>();

  private Optional<Instant> from = Optional.empty();
  private Optional<Instant> to = Optional.empty();

  private WitnessLog(Origin origin) {
    this.origin = origin;
  }

  /// All of it.
  public static Reading<WitnessFacts> read(Origin origin, Content text) {
    WitnessLog log = new WitnessLog(origin);
    long number = 0;
    for (String line : text.utf8().split("\n", -1)) {
      number++;
      if (!line.isBlank()) {
        log.line(line, new Place.Line(origin, number));
      }
    }
    return log.reading();
  }

  private Reading<WitnessFacts> reading() {
    if (from.isEmpty() || to.isEmpty()) {
      return new Reading.Unreadable<>(
          new Trouble(new Place.Whole(origin), "has no line of " + SCHEMA), origin);
    }
    WitnessFacts facts = new WitnessFacts(origin, from.get(), to.get(), told);
    return troubles.isEmpty()
        ? new Reading.Read<>(facts, origin)
        : new Reading.Partly<>(facts, troubles, origin);
  }

  /// What one line holds.
  private static final class Line {
    private String schema = "";
    private String event = "";
    private String at = "";
    private String part = "";
    private final List<JsonFields> spells = new ArrayList<>();
  }

  private void line(String text, Place place) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      take(parse(parser), place);
    } catch (JacksonException broken) {
      trouble(place, "is no whole JSON: " + broken.getOriginalMessage());
    } catch (TopologyDocument.Wrong wrong) {
      trouble(place, String.valueOf(wrong.getMessage()));
    } catch (DateTimeException no_time) {
      trouble(place, "has a time that is none");
    }
  }

  private void trouble(Place place, String what) {
    if (troubles.size() < MAX_TROUBLES) {
      troubles.add(new Trouble(place, what));
    }
  }

  private static Line parse(JsonParser parser) throws TopologyDocument.Wrong {
    Line line = new Line();
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new TopologyDocument.Wrong("is no JSON object");
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_ARRAY && name.equals("spells")) {
        spells(parser, line);
      } else if (value == JsonToken.START_OBJECT && name.equals("part")) {
        line.part = part(JsonFields.read(parser, "part"));
      } else if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
        parser.skipChildren();
      } else if (value != null) {
        scalar(line, name, parser.getString());
      }
    }
    return line;
  }

  private static void spells(JsonParser parser, Line line) {
    while (parser.nextToken() == JsonToken.START_OBJECT && line.spells.size() < MAX_SPELLS) {
      line.spells.add(JsonFields.read(parser, "spell " + (line.spells.size() + 1)));
    }
  }

  private static String part(JsonFields part) throws TopologyDocument.Wrong {
    return part.textOrNull("name").isPresent()
        ? part.text("name")
        : "which part failed is undecided: " + part.text("why");
  }

  private static void scalar(Line line, String name, String text) {
    switch (name) {
      case "schema" -> line.schema = text;
      case "event" -> line.event = text;
      case "at" -> line.at = text;
      default -> {}
    }
  }

  private void take(Line line, Place place) throws TopologyDocument.Wrong {
    if (!line.schema.equals(SCHEMA)) {
      throw new TopologyDocument.Wrong("is no line of " + SCHEMA);
    }
    Instant at = Instant.parse(line.at);
    from = from.or(() -> Optional.of(at));
    to = Optional.of(at);
    if (line.event.equals("dark") && !line.spells.isEmpty()) {
      dark(line, place);
    } else if (line.event.equals("back")) {
      for (JsonFields spell : line.spells) {
        back(key(spell), Instant.parse(spell.text("until")));
      }
    }
  }

  private static String key(JsonFields spell) throws TopologyDocument.Wrong {
    return spell.text("since") + " " + spell.text("target");
  }

  private void dark(Line line, Place place) throws TopologyDocument.Wrong {
    List<String> targets = new ArrayList<>();
    Set<String> hosts = new LinkedHashSet<>();
    Set<String> keys = new HashSet<>();
    Instant since = Instant.MAX;
    Instant lastAnswer = Instant.MAX;
    for (JsonFields spell : line.spells) {
      targets.add(spell.text("target"));
      keys.add(key(spell));
      spell.textOrNull("host").ifPresent(hosts::add);
      since = earlier(since, Instant.parse(spell.text("since")));
      lastAnswer = earlier(lastAnswer, Instant.parse(spell.text("lastAnswer")));
    }
    told.add(
        new Witnessed(
            targets,
            List.copyOf(hosts),
            lastAnswer,
            since,
            Optional.empty(),
            line.part.isEmpty() ? "which part failed is not said" : line.part,
            place));
    open.add(keys);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /// The spell of a group ends with the last of them.
  private void back(String key, Instant until) {
    for (int i = open.size() - 1; i >= 0; i--) {
      if (open.get(i).remove(key)) {
        if (open.get(i).isEmpty()) {
          told.set(i, told.get(i).until(until));
        }
        return;
      }
    }
  }
}
