package dev.unhang.fleet.inventory;

import dev.unhang.model.error.Malformed;
import dev.unhang.model.evidence.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// A document of YAML or JSON as it was written: nothing is made of its nodes but text.
final class YamlNodes {
  /// Aliases may name the same nodes again and again: so many are looked at.
  private static final int MAX_NODES = 8_000_000;

  private static final String MERGE = "<<";

  private final Origin origin;
  private int looked;

  YamlNodes(Origin origin) {
    this.origin = origin;
  }

  /// A key, and what stands behind it.
  record Field(String key, Spot spot, Node value) {}

  /// The document's node; empty where there is none. Throws Malformed where it is none.
  Optional<Node> read(String text) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(origin.name()).setCodePointLimit(text.length() + 1).build();
    try {
      return new Compose(settings).composeString(text);
    } catch (MarkedYamlEngineException wrong) {
      Spot spot = wrong.getProblemMark().map(this::spot).orElseGet(this::top);
      throw spot.wrong(String.valueOf(wrong.getProblem()), "correct the YAML there");
    } catch (YamlEngineException wrong) {
      throw top().wrong(firstLine(String.valueOf(wrong.getMessage())), "correct the YAML");
    } catch (StackOverflowError deep) {
      throw top().wrong("it is nested too deep", "an inventory is a few levels deep");
    }
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("it is no YAML");
  }

  Spot top() {
    return new Spot(origin, 1, 1);
  }

  Spot spot(Node node) {
    return node.getStartMark().map(this::spot).orElseGet(this::top);
  }

  private Spot spot(Mark mark) {
    return new Spot(origin, mark.getLine() + 1, mark.getColumn() + 1);
  }

  /// Whether nothing stands there.
  boolean isNothing(Node node) {
    return node instanceof ScalarNode scalar
        && (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isEmpty());
  }

  /// The text of a scalar; empty for anything else.
  Optional<String> text(Node node) {
    return node instanceof ScalarNode scalar && !isNothing(node)
        ? Optional.of(scalar.getValue())
        : Optional.empty();
  }

  /// The fields of a mapping, those it merges before its own; none where nothing stands there.
  ///
  /// @param what it is the mapping of, for a person
  List<Field> fields(Node node, String what) {
    List<Field> fields = new ArrayList<>();
    collect(node, what, fields, true);
    return fields;
  }

  private void collect(Node node, String what, List<Field> into, boolean merges) {
    if (isNothing(node)) {
      return;
    }
    if (!(node instanceof MappingNode mapping)) {
      throw spot(node).wrong(what + " is no mapping", "write NAME: on lines of their own");
    }
    for (NodeTuple tuple : mapping.getValue()) {
      count(tuple.getKeyNode());
      String key =
          text(tuple.getKeyNode())
              .orElseThrow(() ->
                  spot(tuple.getKeyNode()).wrong("a key of " + what + " is no text", "name it"));
      if (key.equals(MERGE)) {
        if (merges) {
          collect(tuple.getValueNode(), what, into, false);
        }
      } else {
        into.add(new Field(key, spot(tuple.getKeyNode()), tuple.getValueNode()));
      }
    }
  }

  private void count(Node node) {
    if (++looked > MAX_NODES) {
      throw spot(node).wrong("its aliases make too much of it", "write out what they stand for");
    }
  }

  /// What is wrong with a document that holds no such thing.
  Malformed nothing(String why, String hint) {
    return top().wrong(why, hint);
  }
}
