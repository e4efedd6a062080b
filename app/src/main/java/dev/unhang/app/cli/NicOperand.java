package dev.unhang.app.cli;

import dev.unhang.diagnose.source.Nics;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.HostView;
import dev.unhang.model.name.InterfaceName;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// The operand IF.
final class NicOperand {
  private NicOperand() {}

  static PositionalParamSpec spec() {
    return Spec.operand("IF", "1", "the interface, as 'ip link' names it");
  }

  /// udev keeps former names as alternative ones.
  private static CannotRead notThere(InterfaceName name, HostView host) {
    Optional<String> now =
        host.kernel().links().known().orElse(List.of()).stream()
            .filter(link -> link.alternativeNames().contains(name.value()))
            .map(link -> link.name().value())
            .findFirst();
    return new CannotRead(
        "find " + name,
        "",
        now.map(other -> name + " is now " + other)
            .orElse("this host has no interface of that name"),
        now.map(other -> "name it " + other).orElse("'ip link' lists the names"));
  }

  /// The interface that was named, as it is now.
  static NicFacts read(ParseResult arguments, HostView host) {
    return read(Spec.operands(arguments), host);
  }

  /// The same.
  ///
  /// @param operands the first of which names it
  static NicFacts read(List<String> operands, HostView host) {
    if (operands.isEmpty()) {
      throw new Usage("name the interface: IF, as 'ip link' names it");
    }
    String text = operands.getFirst();
    InterfaceName name =
        InterfaceName.parse(text)
            .orElseThrow(() -> new Usage("'" + text + "' can't be the name of an interface"));
    return Nics.read(host, name).orElseThrow(() -> notThere(name, host));
  }
}
