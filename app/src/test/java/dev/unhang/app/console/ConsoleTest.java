package dev.unhang.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        "a\rb"
      })
  void noNameIsObeyed(String name) {
    console.say("unhang verify " + name);
    console.say("HUNG: " + name, 1, 31);
    console.print(name);
    console.askAgain(name);
    console.note(name);
    console.progress(name);
    String shown =
        (out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8))
            .replace("\u001b[1;31m", "")
            .replace("\u001b[0m", "");
    assertThat(shown.replaceAll("\r(?!b)", "")).doesNotContain(name);
    assertThat(shown)
        .doesNotContainPattern("[\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]|\\p{Cf}");
  }
}
