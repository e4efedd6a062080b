package dev.unhang.repair.persist;

import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.HostView;
import java.util.List;
import java.util.Optional;

/// All ways to keep a NIC's values, in the order in which they are asked whether they govern it.
public final class Backends {
  private final List<Persistence> all;

  public Backends(HostView host) {
    this.all =
        List.of(
            new NixosOptions(host),
            new Ifupdown2Keys(host),
            new EthtoolHookKeys(host),
            new IfupdownPostUp(host),
            new NetplanKeys(host),
            new IfcfgOptions(host),
            new WickedFile(host),
            new NetworkManagerKeyfile(host),
            new LinkFileKeys(host),
            new UdevRuleLine(host),
            new ServiceUnitLines(host),
            new KernelArguments(host));
  }

  /// Every backend.
  public List<Persistence> all() {
    return all;
  }

  /// The names by which one can be chosen.
  public List<String> names() {
    return all.stream().map(Persistence::name).toList();
  }

  /// The backend of a name.
  public Optional<Persistence> named(String name) {
    return all.stream().filter(backend -> backend.name().equals(name)).findFirst();
  }

  /// The one that sets a NIC up at boot.
  public Optional<Persistence> governing(NicFacts nic) {
    return all.stream().filter(backend -> backend.governs(nic).isPresent()).findFirst();
  }
}
