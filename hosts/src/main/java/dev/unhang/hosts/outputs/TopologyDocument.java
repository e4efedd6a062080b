package dev.unhang.hosts.outputs;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.topology.Basis;
import dev.unhang.model.topology.Bonding;
import dev.unhang.model.topology.Element;
import dev.unhang.model.topology.ElementKind;
import dev.unhang.model.topology.Tie;
import dev.unhang.model.topology.Topology;
import dev.unhang.model.topology.Use;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads `unhang.topology/1`, as `unhang topology --json` prints it: elements, ties and uses. A
/// document that is wrong in one place is not used at all: half a map would name wrong parts.
public final class TopologyDocument {
  /// The document's kind and version.
  public static final String SCHEMA = "unhang.topology/1";

  /// Hosts with a thousand devices have been seen, each with a few ties and uses.
  private static final int MAX_ITEMS = 20_000;

  private static final JsonFactory JSON = new JsonFactory();

  private final List<Element> elements = new ArrayList<>();
  private final List<Tie> ties = new ArrayList<>();
  private final List<Use> uses = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private String schema = "";

  private TopologyDocument() {}

  /// What is wrong with a document, in a sentence.
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;

    Wrong(String what) {
      super(what);
    }
  }

  /// The topology; what could not be read on its host, and what disagrees there, is left out.
  public static Reading<Topology> read(Origin origin, Content text) {
    TopologyDocument document = new TopologyDocument();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text.bytes())) {
      document.read(parser);
      document.check();
      return new Reading.Read<>(document.topology(), origin);
    } catch (JacksonException broken) {
      return unreadable(origin, "is no whole JSON: " + broken.getOriginalMessage());
    } catch (Wrong wrong) {
      return unreadable(origin, String.valueOf(wrong.getMessage()));
    }
  }

  private static Reading<Topology> unreadable(Origin origin, String what) {
    return new Reading.Unreadable<>(new Trouble(new Place.Whole(origin), what), origin);
  }

  private Topology topology() {
    return new Topology(elements, ties, uses, List.of(), List.of());
  }

  private void read(JsonParser parser) throws Wrong {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new Wrong("is no JSON object");
    }
    JsonToken token = parser.nextToken();
    while (token == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      switch (name) {
        case "elements" -> items(parser, name, this::element);
        case "ties" -> items(parser, name, this::tie);
        case "uses" -> items(parser, name, this::use);
        case "schema" -> schema = parser.nextToken() == null ? "" : parser.getString();
        default -> {
          parser.nextToken();
          parser.skipChildren();
        }
      }
      token = parser.nextToken();
    }
    if (token != JsonToken.END_OBJECT) {
      throw new Wrong("ends too early");
    }
  }

  /// Takes one object of a list.
  private interface Taking {
    void take(JsonFields fields) throws Wrong;
  }

  private static void items(JsonParser parser, String name, Taking each) throws Wrong {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      throw new Wrong("'" + name + "' is no list");
    }
    int count = 0;
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      count++;
      if (count > MAX_ITEMS) {
        throw new Wrong("'" + name + "' has more than " + MAX_ITEMS + " entries");
      }
      each.take(JsonFields.read(parser, name + " " + count));
    }
    if (parser.currentToken() != JsonToken.END_ARRAY) {
      throw new Wrong("'" + name + "' holds more than objects");
    }
  }

  private void element(JsonFields fields) throws Wrong {
    String name = fields.text("name");
    if (!names.add(name)) {
      throw new Wrong("has two elements called " + name);
    }
    elements.add(
        new Element(
            name,
            fields.constant("kind", ElementKind.class),
            fields.textOrNull("label"),
            bonding(fields),
            fields.constant("basis", Basis.class)));
  }

  private static Optional<Bonding> bonding(JsonFields fields) throws Wrong {
    if (!fields.has("bonding.mode")) {
      return Optional.empty();
    }
    return Optional.of(
        new Bonding(
            fields.text("bonding.mode"),
            fields.textOrNull("bonding.active"),
            fields.text("bonding.arpMonitored").equals("true")));
  }

  private void tie(JsonFields fields) throws Wrong {
    ties.add(
        new Tie(fields.text("lower"), fields.text("upper"), fields.constant("basis", Basis.class)));
  }

  private void use(JsonFields fields) throws Wrong {
    uses.add(
        new Use(
            fields.text("element"), fields.constant("kind", Use.Kind.class), fields.text("text")));
  }

  private void check() throws Wrong {
    if (!schema.equals(SCHEMA)) {
      throw new Wrong(
          schema.isEmpty()
              ? "names no 'schema'; " + SCHEMA + " is wanted"
              : "is " + schema + "; " + SCHEMA + " is wanted");
    }
    for (Tie tie : ties) {
      known(tie.lower(), "a tie");
      known(tie.upper(), "a tie");
    }
    for (Use use : uses) {
      known(use.element(), "a use");
    }
  }

  private void known(String name, String where) throws Wrong {
    if (!names.contains(name)) {
      throw new Wrong(where + " names " + name + ", which is no element");
    }
  }
}
