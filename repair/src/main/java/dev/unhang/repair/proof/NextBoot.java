package dev.unhang.repair.proof;

import dev.unhang.config.boot.InterfacesSource;
import dev.unhang.config.boot.NameAtBoot;
import dev.unhang.config.boot.NicIdentity;
import dev.unhang.config.interfaces.Interfaces;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.proof.Check;
import dev.unhang.model.proof.Check.Result;
import java.util.List;
import java.util.Optional;

/// What the next boot will change by itself: a link file renames the NIC, and the interfaces file
/// that waits takes the other one's place. Where only one of them knows the new name, the NIC's
/// lines are not run.
///
/// Proxmox VE: pve-network-interface-pinning writes both; pvenetcommit.service moves the file
public final class NextBoot {
  /// Behind the subject of a check that judges what waits.
  static final String PENDING = ", pending";

  private NextBoot() {}

  /// Whether the NIC's stanza is found under the name it will have; empty where nothing waits, or
  /// where the NIC has no stanza.
  public static List<Check> name(HostView host, NicFacts nic) {
    String now = nic.name().value();
    Optional<NameAtBoot> renamed = NameAtBoot.of(host, NicIdentity.of(nic.seen()));
    Optional<Interfaces> pending = InterfacesSource.pending(host).known();
    Optional<Interfaces> interfaces = InterfacesSource.read(host).known();
    boolean hasStanza = interfaces.flatMap(all -> all.definition(now)).isPresent();
    if ((renamed.isEmpty() && pending.isEmpty()) || (!hasStanza && renamed.isEmpty())) {
      return List.of();
    }
    String later = renamed.map(found -> found.name().value()).orElse(now);
    String why =
        renamed
            .map(found -> found.place() + " renames it at the next boot: " + found.text())
            .orElse("no link file is known to rename it");
    if (!hasStanza) {
      return List.of(check(now, later, Result.PASS, why + "; it has no stanza to lose"));
    }
    boolean follows =
        pending.or(() -> interfaces).flatMap(all -> all.definition(later)).isPresent();
    HostPath file = pending.isPresent() ? InterfacesSource.PENDING : InterfacesSource.MAIN;
    return List.of(
        check(
            now,
            later,
            follows ? Result.PASS : Result.FAIL,
            why
                + "; "
                + file
                + (follows
                    ? " has 'iface " + later + "'"
                    : " has no stanza 'iface " + later + "', so nothing is run for it")));
  }

  private static Check check(String now, String later, Result result, String note) {
    return new Check("name at boot", now, later, result, note);
  }
}
