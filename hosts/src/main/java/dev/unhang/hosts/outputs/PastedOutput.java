package dev.unhang.hosts.outputs;

import dev.unhang.model.id.InterfaceName;
import java.util.Optional;

/// One program's output, found in a text.
///
/// @param nic the interface it is about, where the text or the command names it
/// @param host whose it is, where a prompt or `uname -a` before it names it
public record PastedOutput(
    OutputKind kind, Optional<InterfaceName> nic, Optional<String> host, PastedText text) {
  /// The command that prints it, with the interface where that is known.
  public String asked() {
    return nic.map(name -> kind.command().replace("IF", name.value())).orElse(kind.command());
  }
}
