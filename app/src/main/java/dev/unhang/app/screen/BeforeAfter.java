package dev.unhang.app.screen;

import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.change.Change;
import dev.unhang.model.log.Episode;
import dev.unhang.model.net.Offload;
import dev.unhang.model.net.Offloads;
import dev.unhang.model.plan.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a change that unhang made did: features as they were and are, hangs before and since.
///
/// @param rows what, before, now
public record BeforeAfter(Change change, List<List<String>> rows) {
  public BeforeAfter {
    rows = List.copyOf(rows);
  }

  /// Of each change to a NIC that was done and not rolled back.
  public static List<BeforeAfter> of(NicCase nic) {
    List<BeforeAfter> all = new ArrayList<>();
    for (Change change : nic.host().changes()) {
      boolean isIts =
          change.pci().isPresent()
              ? change.pci().equals(nic.now().flatMap(now -> now.pci()))
              : change.nic().value().equals(nic.name());
      if (isIts && change.state() == Change.State.DONE) {
        all.add(new BeforeAfter(change, rows(nic, change)));
      }
    }
    return all;
  }

  private static List<List<String>> rows(NicCase nic, Change change) {
    List<List<String>> rows = new ArrayList<>();
    for (Action action : change.actions()) {
      if (action instanceof Action.SwitchOffload offload) {
        for (String feature : offload.members()) {
          rows.add(List.of(feature, offload.on() ? "off" : "on", state(nic.offloads(), feature)));
        }
      }
    }
    rows.add(
        List.of(
            "hangs in the logs",
            String.valueOf(hangs(nic, change.begun(), true)),
            String.valueOf(hangs(nic, change.begun(), false))));
    return rows;
  }

  private static String state(Optional<Offloads> offloads, String feature) {
    return offloads.stream()
        .flatMap(now -> now.all().stream())
        .filter(each -> each.name().equals(feature))
        .map(Offload::active)
        .map(on -> on ? "on" : "off")
        .findFirst()
        .orElse("not read");
  }

  /// Hangs of which no wall time was read can't be told apart, and count as before.
  private static long hangs(NicCase nic, Instant moment, boolean before) {
    return nic.hangs().stream().filter(hang -> isBefore(hang, moment) == before).count();
  }

  private static boolean isBefore(Episode hang, Instant moment) {
    return hang.first().wall().map(wall -> wall.isBefore(moment)).orElse(true);
  }
}
