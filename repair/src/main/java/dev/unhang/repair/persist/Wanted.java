package dev.unhang.repair.persist;

import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.setting.Tuning;
import java.util.List;
import java.util.Set;

/// Values that a NIC is to have after every boot.
///
/// @param nic as it is now, and as it is set at boot so far
/// @param values one for each subject
/// @param consents what may be done for it to lines of others
public record Wanted(NicFacts nic, List<Tuning> values, Set<Consent> consents) {
  public Wanted {
    values = List.copyOf(values);
    consents = Set.copyOf(consents);
  }

  /// Whether something was agreed to.
  boolean allows(Consent consent) {
    return consents.contains(consent);
  }

  /// Its name now, as messages show it.
  String nicName() {
    return nic.name().value();
  }
}
