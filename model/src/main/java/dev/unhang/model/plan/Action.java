package dev.unhang.model.plan;

import dev.unhang.model.host.Entry;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.StepId;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.setting.Tuning;
import java.util.List;

/// One thing done to the host. Each has an inverse: what can't be undone is not done.
public sealed interface Action {
  /// What reverts it.
  Action inverse();

  /// Whether what it does ends with the boot: it is in the running kernel alone.
  default boolean endsWithTheBoot() {
    return false;
  }

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

    @Override
    public boolean endsWithTheBoot() {
      return true;
    }
  }

  /// Notes that a person has dealt with every hang of a NIC up to now. Nothing is done to the host.
  ///
  /// @param dealtWith false where that is rolled back
  record AcknowledgeHangs(InterfaceName nic, boolean dealtWith) implements Action {
    @Override
    public AcknowledgeHangs inverse() {
      return new AcknowledgeHangs(nic, !dealtWith);
    }
  }

  /// Gives a NIC another value.
  ///
  /// @param from what it was read to have
  record Tune(InterfaceName nic, Tuning from, Tuning to) implements Action {
    @Override
    public Tune inverse() {
      return new Tune(nic, to, from);
    }

    @Override
    public boolean endsWithTheBoot() {
      return true;
    }
  }

  /// Resets a NIC, by a rung of the recovery ladder. A reset leaves nothing that could be taken
  /// back; where it was interrupted, what the interface had is restored.
  ///
  /// @param rung which
  /// @param port the interface, as it was before
  record Recover(StepId rung, PortState port) implements Action {
    @Override
    public Recover inverse() {
      return this;
    }
  }

  /// Reboots the host, the last resort of the watch. What runs is told to end first; nothing of it
  /// could be taken back.
  record RebootHost() implements Action {
    @Override
    public RebootHost inverse() {
      return this;
    }

    @Override
    public boolean endsWithTheBoot() {
      return true;
    }
  }

  /// Makes a file, a folder or a link where nothing is.
  ///
  /// @param present false where it is removed again
  record MakeEntry(HostPath path, Entry entry, boolean present) implements Action {
    @Override
    public MakeEntry inverse() {
      return new MakeEntry(path, entry, !present);
    }
  }

  /// Runs a program that makes derived files anew from those that were written: a boot loader's
  /// configuration. It is its own inverse, once the files are back.
  record Refresh(List<String> argv) implements Action {
    public Refresh {
      argv = List.copyOf(argv);
    }

    @Override
    public Refresh inverse() {
      return this;
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
