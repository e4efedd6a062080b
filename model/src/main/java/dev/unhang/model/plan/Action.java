package dev.unhang.model.plan;

import dev.unhang.model.facts.OffloadGroup;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.name.InterfaceName;
import java.util.List;

/// One thing done to the host. Each has an inverse: what can't be undone is not done.
public sealed interface Action {
  /// What takes it back.
  Action inverse();

  /// Switches the members of one group of offloads.
  ///
  /// @param members the kernel's feature names that really change; others of the group stay
  record SwitchOffload(InterfaceName nic, OffloadGroup group, List<String> members, boolean on)
      implements Action {
    public SwitchOffload {
      members = List.copyOf(members);
    }

    @Override
    public SwitchOffload inverse() {
      return new SwitchOffload(nic, group, members, !on);
    }
  }

  /// Notes that somebody has dealt with every hang of a NIC up to now. Nothing is done to the host.
  ///
  /// @param dealtWith false where that is taken back
  record AcknowledgeHangs(InterfaceName nic, boolean dealtWith) implements Action {
    @Override
    public AcknowledgeHangs inverse() {
      return new AcknowledgeHangs(nic, !dealtWith);
    }
  }

  /// Replaces a file's content.
  record WriteFile(FileEdit edit) implements Action {
    @Override
    public WriteFile inverse() {
      return new WriteFile(edit.inverse());
    }
  }
}
