package dev.unhang.model.log;

/// What a kernel log says of a NIC, or of the whole host, that is no fault by itself but tells what
/// a hang is or isn't.
public enum Notice {
  /// The core's transmit watchdog fired.
  WATCHDOG_FIRED("watchdog fired", true),
  /// The driver began to reset its adapter.
  ADAPTER_RESET("adapter reset", true),
  /// The driver says that a reset came to its end.
  RESET_DONE("reset done", true),
  LINK_UP("link up", true),
  LINK_DOWN("link down", true),
  /// The driver says "down" of a link that it has not said to be up since: the interface was
  /// closed, or never had a link partner.
  LINK_STILL_DOWN("link still down", true),
  /// The link could not hold its speed, and took a slower one.
  SPEED_DOWNGRADED("speed downgraded", true),
  /// The driver switched TCP segmentation offload off, because the link is slow.
  TSO_OFF_FOR_SPEED("TSO off for speed", true),
  /// The driver gave the device back cleanly: it was unbound, unloaded, or unplugged.
  DRIVER_REMOVED("driver removed", true),
  /// A USB network adapter was unplugged, in its driver's words.
  ADAPTER_UNPLUGGED("adapter unplugged", true),
  /// A PCIe slot, or a dock's port, is empty now. The slot is named, not what was in it.
  CARD_UNPLUGGED("card unplugged", false),
  /// Something was pulled out of a USB port. The port is named, not what was in it.
  USB_UNPLUGGED("USB device unplugged", false),
  /// A USB device was reset, mostly because its driver asked for it. The port is named, not what is
  /// in it.
  USB_RESET("USB device reset", false),
  /// A processor ran kernel code for more than 20 s and let nothing else run.
  SOFT_LOCKUP("soft lockup", false),
  /// A processor no longer answers interrupts.
  HARD_LOCKUP("hard lockup", false),
  /// A processor has not passed a quiescent state for 21 s or more.
  RCU_STALL("RCU stall", false);

  private final String word;
  private final boolean namesNic;

  Notice(String word, boolean namesNic) {
    this.word = word;
    this.namesNic = namesNic;
  }

  /// As in JSON and on screen.
  public String word() {
    return word;
  }

  /// Whether it is said of a NIC; else of the host as a whole.
  public boolean namesNic() {
    return namesNic;
  }
}
