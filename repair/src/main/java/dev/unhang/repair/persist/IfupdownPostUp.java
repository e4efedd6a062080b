package dev.unhang.repair.persist;

import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.HostView;
import dev.unhang.model.setting.Keeper;
import java.util.List;
import java.util.Optional;

/// A `post-up` line in the NIC's own stanza of interfaces(5), for ifupdown and ifupdown2.
///
/// The line says `$IFACE`, so it stays true when the stanza is renamed; it names ethtool by an
/// absolute path that exists; and it can't fail the interface.
///
/// Man: interfaces(5), "post-up"; ethtool(8), "-K"
public final class IfupdownPostUp implements Persistence {
  private final StanzaLines lines;
  private final Programs programs;

  public IfupdownPostUp(HostView host) {
    this.lines = new StanzaLines(host);
    this.programs = new Programs(host);
  }

  @Override
  public String name() {
    return "interfaces-post-up";
  }

  @Override
  public Optional<Keeper> keeper() {
    return Optional.of(Keeper.INTERFACES);
  }

  @Override
  public Optional<String> governs(NicFacts nic) {
    return lines.stanza(nic).map(stanza -> stanza.file().path() + " has its stanza");
  }

  @Override
  public Kept keep(Wanted wanted) {
    TuningLine line = new TuningLine(programs, wanted.nicName());
    List<String> options =
        wanted.values().stream()
            .map(value -> "post-up " + line.shell(value, "$IFACE") + " || true")
            .toList();
    return lines.keep(wanted, options);
  }

  @Override
  public String runBy(NicFacts nic) {
    return lines.raised(nic).by();
  }
}
