package dev.unhang.repair.persist;

import dev.unhang.model.facts.OffloadGroup;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.name.InterfaceName;
import java.util.List;

/// A way to keep offloads off across reboots. It says what to write; it writes nothing itself.
public interface Persistence {
  /// The edits that keep these groups off; empty where they are kept already.
  ///
  /// Throws EditRefused or CannotChange where it can't be done safely, or where nobody would run
  /// the line at boot.
  List<FileEdit> keepOff(InterfaceName nic, List<OffloadGroup> groups);

  /// Who will run it at boot, in words.
  String runBy(InterfaceName nic);
}
