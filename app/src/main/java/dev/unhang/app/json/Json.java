package dev.unhang.app.json;

import dev.unhang.app.text.JsonText;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Writes one JSON document. A value that was not read is null, never left out.
public final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final JsonGenerator out;

  private Json(JsonGenerator out) {
    this.out = out;
  }

  /// Writes a part of a document.
  @FunctionalInterface
  public interface Part {
    void write(Json json);
  }

  /// One document, indented.
  public static JsonText document(Part fields) {
    StringWriter text = new StringWriter();
    ObjectWriteContext indented =
        new ObjectWriteContext.Base() {
          @Override
          public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter()
                .withObjectIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
          }

          @Override
          public boolean hasPrettyPrinter() {
            return true;
          }
        };
    try (JsonGenerator generator = FACTORY.createGenerator(indented, text)) {
      generator.writeStartObject();
      fields.write(new Json(generator));
      generator.writeEndObject();
    }
    return written(text);
  }

  /// One document on one line, for streams.
  public static JsonText line(Part fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      generator.writeStartObject();
      fields.write(new Json(generator));
      generator.writeEndObject();
    }
    return written(text);
  }

  /// The writer escapes what is not ASCII, and leaves one character that is no text either.
  private static JsonText written(StringWriter text) {
    return new JsonText(text.toString().replace("\u007f", "\\u007f"));
  }

  /// A field that is an object.
  public Json object(String name, Part fields) {
    out.writeName(name);
    out.writeStartObject();
    fields.write(this);
    out.writeEndObject();
    return this;
  }

  /// A field that is a list of objects.
  public <T> Json objects(
      String name, Iterable<T> items, java.util.function.BiConsumer<Json, T> each) {
    out.writeName(name);
    out.writeStartArray();
    for (T item : items) {
      out.writeStartObject();
      each.accept(this, item);
      out.writeEndObject();
    }
    out.writeEndArray();
    return this;
  }

  /// A field that is a list of strings.
  public Json strings(String name, Iterable<String> items) {
    out.writeName(name);
    out.writeStartArray();
    for (String item : items) {
      out.writeString(item);
    }
    out.writeEndArray();
    return this;
  }

  public Json string(String name, String value) {
    out.writeStringProperty(name, value);
    return this;
  }

  public Json string(String name, Optional<String> value) {
    if (value.isPresent()) {
      return string(name, value.get());
    }
    out.writeNullProperty(name);
    return this;
  }

  public Json number(String name, long value) {
    out.writeNumberProperty(name, value);
    return this;
  }

  public Json number(String name, Optional<? extends Number> value) {
    if (value.isEmpty()) {
      out.writeNullProperty(name);
      return this;
    }
    out.writeName(name);
    if (value.get() instanceof BigDecimal decimal) {
      out.writeNumber(decimal);
    } else {
      out.writeNumber(value.get().longValue());
    }
    return this;
  }

  public Json flag(String name, boolean value) {
    out.writeBooleanProperty(name, value);
    return this;
  }

  public Json nothing(String name) {
    out.writeNullProperty(name);
    return this;
  }
}
