package dev.unhang.app.option;

import dev.unhang.app.console.Console;
import dev.unhang.app.source.NamedHost;
import dev.unhang.app.source.Sources;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.host.HostView;
import java.util.List;
import java.util.Optional;

/// Operands that name interfaces, and at most one host they are of. What is a saved host is told by
/// what it holds; an interface of the same name as such a file is meant where nothing else is
/// named.
///
/// @param host the one that was named; empty for this one
/// @param nics the interfaces, in their order
public record NamedOperands(Optional<HostView> host, List<String> nics) {
  public static NamedOperands of(List<String> operands, Wiring wiring, Console console) {
    if (operands.isEmpty()) {
      return new NamedOperands(Optional.empty(), List.of());
    }
    Sources sources = new Sources(wiring.here(), operands);
    Optional<NamedHost> host = sources.host();
    host.ifPresent(named -> Scanned.complainOf(console, named.troubles()));
    sources.logs().stream()
        .filter(name -> name.indexOf('/') >= 0)
        .findFirst()
        .ifPresent(name -> {
          throw new CannotRead(
              "read " + name,
              "",
              "it is neither a saved host nor the name of an interface",
              "name a report, a sosreport, or a folder or files of outputs");
        });
    return new NamedOperands(host.map(NamedHost::view), sources.logs());
  }
}
