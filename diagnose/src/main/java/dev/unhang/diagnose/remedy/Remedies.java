package dev.unhang.diagnose.remedy;

import dev.unhang.diagnose.nic.NicCase;
import dev.unhang.model.finding.Advice;
import java.util.List;
import java.util.stream.Stream;

/// All remedies, in the order they are advised: what is mildest and has helped most often comes
/// first. One is tried at a time, or nobody learns what helped.
public final class Remedies {
  /// While the NIC hangs: nothing is lost by the first, and little by the second.
  private static final List<Remedy> CURES = List.of(new SaveEvidence(), new RestartNegotiation());

  private static final List<Remedy> PREVENTIONS = List.of(new TurnOffOffload(), new TurnOffEee());

  private Remedies() {}

  /// Every remedy.
  public static List<Remedy> all() {
    return Stream.concat(CURES.stream(), PREVENTIONS.stream()).toList();
  }

  /// What frees a NIC that hangs now.
  public static List<Advice> whileHung(NicCase nic) {
    return nic.isHungNow() ? offered(CURES, nic) : List.of();
  }

  /// What may keep it from hanging again, as far as that isn't done yet.
  public static List<Advice> against(NicCase nic) {
    return offered(PREVENTIONS, nic);
  }

  private static List<Advice> offered(List<Remedy> remedies, NicCase nic) {
    return remedies.stream().flatMap(remedy -> remedy.fit(nic).advice().stream()).toList();
  }
}
