package dev.unhang.app.manual;

import dev.unhang.app.docs.Schema;
import dev.unhang.findings.remedy.Remedies;
import dev.unhang.findings.rule.Rules;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.repair.guard.Guards;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;

/// What a shell can offer for an operand or an option's value, told by its label.
enum Operand {
  INTERFACE,
  FOLDER,
  FILE,
  /// A boot of the journal, beside words that are always there.
  BOOT,
  /// The id of a finding or a step, or a file.
  TOPIC,
  SHELL,
  SCHEMA,
  GUARD,
  WAY,
  OFFLOAD,
  COLOR,
  /// Nothing that a shell knows.
  OTHER;

  static Operand of(ArgSpec argument) {
    return switch (argument.paramLabel()) {
      case "IF" -> INTERFACE;
      case "DIR" -> FOLDER;
      case "FILE", "[HOST=]FILE", "SOURCE", "HOSTS" -> FILE;
      case "BOOT" -> BOOT;
      case "WHAT" -> argument.isOption() ? OFFLOAD : TOPIC;
      case "SHELL" -> SHELL;
      case "NAME" -> argument.isOption() ? OTHER : SCHEMA;
      case "GUARD" -> GUARD;
      case "WAY" -> WAY;
      case "WHEN" -> COLOR;
      default -> OTHER;
    };
  }

  /// Words that are always offered: of letters, digits and hyphens alone.
  List<String> words() {
    return switch (this) {
      case SHELL -> List.of("bash", "zsh", "fish");
      case BOOT -> List.of("0", "-1", "all");
      case TOPIC -> topics();
      case SCHEMA -> Schema.all().stream().map(Schema::name).toList();
      case GUARD -> Guards.names();
      case WAY -> List.of("udev-rule", "systemd-link", "systemd-unit");
      case OFFLOAD ->
          Stream.concat(
                  Arrays.stream(OffloadGroup.values()).map(OffloadGroup::shortName),
                  Stream.of("incident", "all-offloads", "eee", "pause", "aspm"))
              .toList();
      case COLOR -> List.of("auto", "always", "never");
      case INTERFACE, FOLDER, FILE, OTHER -> List.of();
    };
  }

  private static List<String> topics() {
    return Stream.concat(
            Rules.all().stream().map(rule -> rule.id().value()),
            Remedies.all().stream().map(remedy -> remedy.id().value()))
        .toList();
  }

  /// Whether files are offered.
  boolean hasFiles() {
    return this == FILE || this == TOPIC;
  }
}
