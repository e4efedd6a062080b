package dev.unhang.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.app.json.Json;
import dev.unhang.app.text.Ink;
import dev.unhang.app.text.JsonText;
import dev.unhang.app.text.Line;
import dev.unhang.app.text.Lines;
import dev.unhang.app.text.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Whatever is said, nothing reaches a terminal that it would obey.
class ConsoleTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Console console =
      new Console(
          new PrintStream(out, true, StandardCharsets.UTF_8),
          new PrintStream(err, true, StandardCharsets.UTF_8),
          new ByteArrayInputStream(new byte[0]),
          true,
          Map.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001bc",
        "\u001b]52;c;YQ==\u0007",
        "\bx",
        "\u007f",
        "\u009bJ",
        "\u202ex",
        "\u2066x",
        "a\rb",
        "a\nb",
        "a\u2028b"
      })
  void noNameIsObeyed(String name) {
    console.say("unhang verify " + name);
    console.say(Line.plain("HUNG: " + name));
    console.say(new Lines().folded(name).section(name, name).cited(name).labelled(name, name));
    console.say(new Lines().rows(new Table("NIC", "state").row(name, name)));
    console.ask(name);
    console.askAgain(name);
    console.note(name);
    console.progress(name);
    String shown = out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    assertThat(shown.replaceAll("\r(?!b)", "")).doesNotContain(name);
    assertThat(shown)
        .doesNotContainPattern("[\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]|\\p{Cf}");
  }

  /// What is obeyed in JSON is no less obeyed; and it is still read as what it was.
  @ParameterizedTest
  @ValueSource(strings = {"\u001bc", "\u007f", "\u009bJ", "\u202ex", "\u00e4\ud83d\ude00", "a\nb"})
  void jsonIsObeyedByNoTerminalAndLosesNothing(String name) {
    console.say(Json.line(json -> json.string("nic", name)));
    String shown = out.toString(StandardCharsets.UTF_8);
    assertThat(shown).matches("[ -~]*\n");
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), shown)) {
      parser.nextToken();
      parser.nextToken();
      parser.nextToken();
      assertThat(parser.getString()).isEqualTo(name);
    }
  }

  @Test
  void jsonOfAnotherMakerIsRefused() {
    assertThatThrownBy(() -> new JsonText("{\"nic\": \"\u009b\"}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void coloursAreAroundWholeLinesAndOnlyWhereWanted() {
    Line broken = Line.plain("HUNG: eno1").in(Ink.BROKEN);
    console.say(broken);
    console.colored(true).say(broken);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("HUNG: eno1\n\u001b[1;31mHUNG: eno1\u001b[0m\n");
  }
}
