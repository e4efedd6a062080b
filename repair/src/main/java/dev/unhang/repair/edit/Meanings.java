package dev.unhang.repair.edit;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostPath;

/// Takes edits back in files that were changed since.
public final class Meanings {
  private Meanings() {}

  /// The file without what the edit did; every line of others stays.
  public static Taken takeOut(FileEdit edit, Content now) {
    return of(edit.path()).takeOut(edit, now);
  }

  private static Meaning of(HostPath path) {
    String text = path.value();
    if (text.startsWith("/etc/NetworkManager/") || text.startsWith("/etc/systemd/")) {
      return new IniMeaning();
    }
    if (text.endsWith(".yaml")) {
      return new NetplanMeaning();
    }
    if (text.startsWith("/etc/sysconfig/")) {
      return new VariableMeaning("ETHTOOL_OPTS", "; ");
    }
    if (text.startsWith("/etc/default/")) {
      return new VariableMeaning("GRUB_CMDLINE_LINUX_DEFAULT", " ");
    }
    return text.equals("/etc/kernel/cmdline") ? new WordsMeaning() : new StanzaMeaning();
  }
}
