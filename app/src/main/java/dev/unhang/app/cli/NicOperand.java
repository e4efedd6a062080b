package dev.unhang.app.cli;

import dev.unhang.diagnose.source.Nics;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.HostView;
import dev.unhang.model.name.InterfaceName;
import java.util.List;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// The operand IF.
final class NicOperand {
  private NicOperand() {}

  static PositionalParamSpec spec() {
    return Spec.operand("IF", "1", "the interface, as 'ip link' names it");
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
    return Nics.read(host, name)
        .orElseThrow(() ->
            new CannotRead(
                "find " + name,
                "",
                "this host has no interface of that name",
                "'ip link' lists the names"));
  }
}
