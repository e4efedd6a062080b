package dev.unhang.repair.persist;

import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.setting.Keeper;
import java.util.Optional;

/// A way to keep a NIC's values across reboots. It says what to write; it writes nothing itself.
public interface Persistence {
  /// Its name, in lower case with hyphens: `interfaces-post-up`.
  String name();

  /// What kind of configuration it writes; empty where it writes none that is read as settings.
  Optional<Keeper> keeper();

  /// Why it is this one that sets the NIC up at boot, in words that name what says so; empty where
  /// it does not.
  Optional<String> governs(NicFacts nic);

  /// What keeps these values.
  ///
  /// Throws EditRefused or CannotChange where it can't be done safely, where it has no words for
  /// one of the values, or where no program would run the line at boot.
  Kept keep(Wanted wanted);

  /// Who will run it at boot, in words.
  String runBy(NicFacts nic);
}
