package dev.unhang.hosts.bundle;

import dev.unhang.model.evidence.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads a document of answers. A stranger may have written it: an answer that makes no sense is
/// left out and said, and so is the rest where the document breaks off.
final class AnswersReader {
  static final String ASKED = "asked";
  static final String OF = "of";
  static final String ENDED = "ended";

  private static final JsonFactory JSON = new JsonFactory();

  /// Records nest ten deep.
  private static final int MAX_DEPTH = 40;

  private static final int MAX_ANSWERS = 200_000;

  private final Answers answers;
  private final UnaryOperator<Reading<?>> see;
  private final Consumer<String> trouble;

  /// @param answers where they are put
  /// @param see what a file's answer is seen as
  /// @param trouble told what could not be read
  AnswersReader(Answers answers, UnaryOperator<Reading<?>> see, Consumer<String> trouble) {
    this.answers = answers;
    this.see = see;
    this.trouble = trouble;
  }

  /// Reads all of it.
  ///
  /// @param schema the only one that is understood
  void read(byte[] document, String schema) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), document)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        trouble.accept("is no JSON object");
        return;
      }
      fields(parser, schema);
    } catch (JacksonException broken) {
      trouble.accept("is JSON that breaks off: " + broken.getOriginalMessage());
    }
  }

  private void fields(JsonParser parser, String schema) {
    boolean known = false;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (name.equals("schema")) {
        known = token == JsonToken.VALUE_STRING && schema.equals(parser.getString());
      } else if (name.equals("answers") && known && token == JsonToken.START_ARRAY) {
        list(parser);
      } else {
        parser.skipChildren();
      }
    }
    if (!known) {
      trouble.accept("is not of the form " + schema);
    }
  }

  private void list(JsonParser parser) {
    int count = 0;
    JsonToken token = parser.nextToken();
    while (token == JsonToken.START_OBJECT && count < MAX_ANSWERS) {
      answer(object(parser, 0));
      count++;
      token = parser.nextToken();
    }
    if (token != JsonToken.END_ARRAY) {
      trouble.accept("holds more than answers, or breaks off behind " + count);
    }
  }

  private void answer(Map<String, Object> fields) {
    if (!(fields.get(ASKED) instanceof String question)) {
      trouble.accept("has an answer without a question");
      return;
    }
    Asked asked = new Asked(question, fields.get(OF) instanceof String of ? of : "");
    if (!asked.isSound()) {
      trouble.accept("has an answer about no path: " + asked.of());
      return;
    }
    Optional<Reading<?>> reading =
        asked.answer().flatMap(type -> ended(asked, fields.get(ENDED), type));
    reading.ifPresent(answer -> answers.put(asked, answer));
  }

  private Optional<Reading<?>> ended(
      Asked asked, @Nullable Object json, java.lang.reflect.Type type) {
    if (json == null) {
      trouble.accept("does not tell how " + asked.question() + " " + asked.of() + " ended");
      return Optional.empty();
    }
    try {
      Reading<?> reading = (Reading<?>) JsonRecord.read(json, type);
      boolean isFile = asked.question().equals(Asked.READ);
      return Optional.of(isFile ? see.apply(reading) : reading);
    } catch (IllegalArgumentException senseless) {
      trouble.accept(
          asked.question() + " " + asked.of() + " makes no sense: " + senseless.getMessage());
      return Optional.empty();
    }
  }

  private static Map<String, Object> object(JsonParser parser, int depth) {
    Map<String, Object> fields = new HashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      value(parser, parser.nextToken(), depth + 1).ifPresent(value -> fields.put(name, value));
    }
    return fields;
  }

  /// What is too deep, or no value of ours, is passed over.
  private static Optional<Object> value(JsonParser parser, @Nullable JsonToken token, int depth) {
    if (token == null) {
      return Optional.empty();
    }
    if (depth > MAX_DEPTH) {
      parser.skipChildren();
      return Optional.empty();
    }
    return switch (token) {
      case START_OBJECT -> Optional.of(object(parser, depth));
      case START_ARRAY -> Optional.of(list(parser, depth));
      case VALUE_STRING -> Optional.of(parser.getString());
      case VALUE_NUMBER_INT -> Optional.of(parser.getLongValue());
      case VALUE_TRUE -> Optional.of(true);
      case VALUE_FALSE -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static List<Object> list(JsonParser parser, int depth) {
    List<Object> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != null && token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      value(parser, token, depth + 1).ifPresent(items::add);
    }
    return items;
  }
}
