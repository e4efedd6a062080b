package dev.unhang.hosts.bundle;

import dev.unhang.hosts.kernellog.LogCopy;
import dev.unhang.hosts.kernellog.PackedText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/// Takes names, addresses, serial numbers and secrets out of what a person is shown, as a redacted
/// report does with evidence: see [Redaction], [SecretWords].
public final class DocumentRedaction {
  private final UnaryOperator<String> redaction;

  /// @param salt random, and not kept anywhere
  /// @param answers what the host told, and with it its names; empty where only logs were read
  /// @param quoted lines of logs, as they stand there: a name is found where it is told in one
  public DocumentRedaction(byte[] salt, Answers answers, List<String> quoted) {
    byte[] lines = String.join("\n", quoted).getBytes(StandardCharsets.UTF_8);
    List<LogCopy> logs = List.of(new LogCopy("quoted", PackedText.of(lines), 0));
    this.redaction = new Redaction(salt, answers, logs).text();
  }

  /// The text without them: the same name, wherever it stands, becomes the same other one.
  public String of(String text) {
    return redaction.apply(SecretWords.without(text));
  }
}
