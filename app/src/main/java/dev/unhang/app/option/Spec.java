package dev.unhang.app.option;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// Commands, options and operands by picocli's own model, without annotations: it starts three
/// times quicker.
public final class Spec {
  private Spec() {}

  public static CommandSpec command(String name, String description) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage().description(description);
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("this text").build());
    return spec;
  }

  public static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).description(description).build();
  }

  public static OptionSpec value(String name, String label, String description) {
    return OptionSpec.builder(name)
        .type(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  public static OptionSpec list(String name, String label, String description) {
    return OptionSpec.builder(name)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .splitRegex(",")
        .paramLabel(label)
        .description(description)
        .build();
  }

  public static PositionalParamSpec operand(String label, String arity, String description) {
    return PositionalParamSpec.builder()
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity(arity)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /// The one operand that a command takes.
  ///
  /// @param arity 1, or 0..1
  public static PositionalParamSpec one(String label, String arity, String description) {
    return PositionalParamSpec.builder()
        .index("0")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity(arity)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /// The operands of a command line.
  public static List<String> operands(ParseResult arguments) {
    return arguments.matchedPositionalValue(0, List.<String>of());
  }

  /// A list option's values.
  public static List<String> values(ParseResult arguments, String name) {
    return arguments.matchedOptionValue(name, List.<String>of());
  }

  public static boolean has(ParseResult arguments, String name) {
    return arguments.hasMatchedOption(name);
  }
}
