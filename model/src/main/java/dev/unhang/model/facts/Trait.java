package dev.unhang.model.facts;

import java.util.Optional;

/// Something in which hosts can differ. In the order of a table.
public enum Trait {
  CHIP("chip", Change.NONE),
  FAMILY("family", Change.NONE),
  REVISION("revision", Change.NONE),
  DRIVER("driver", Change.NONE),
  DRIVER_VERSION("driver version", Change.SOFTWARE),
  FIRMWARE("NVM firmware", Change.FIRMWARE),
  KERNEL("kernel", Change.SOFTWARE),
  PRODUCT("machine", Change.NONE),
  BIOS("BIOS", Change.FIRMWARE),
  TSO("tso", Change.SWITCH),
  GSO("gso", Change.SWITCH),
  GRO("gro", Change.SWITCH),
  TX("tx", Change.SWITCH),
  RX("rx", Change.SWITCH),
  SG("sg", Change.SWITCH),
  TXVLAN("txvlan", Change.SWITCH),
  RXVLAN("rxvlan", Change.SWITCH),
  EEE("EEE", Change.SETTING),
  PAUSE("pause rx/tx", Change.SETTING),
  TX_RING("tx ring", Change.SETTING),
  ASPM("ASPM", Change.SETTING),
  SPEED("speed", Change.SETTING);

  /// What it takes to change a trait, the easiest first.
  public enum Change {
    /// An offload, which `unhang fix` switches.
    SWITCH,
    /// Another setting of the NIC.
    SETTING,
    /// Another kernel or driver.
    SOFTWARE,
    /// Another BIOS or NVM image.
    FIRMWARE,
    /// Other hardware.
    NONE
  }

  private final String word;
  private final Change change;

  Trait(String word, Change change) {
    this.word = word;
    this.change = change;
  }

  /// The trait of which this one is a part: two values of it can be compared only where that is the
  /// same. Images of the NVM and revisions are a chip's, a BIOS is a machine's, a version is a
  /// driver's.
  public Optional<Trait> of() {
    return switch (this) {
      case REVISION, FIRMWARE -> Optional.of(CHIP);
      case BIOS -> Optional.of(PRODUCT);
      case DRIVER_VERSION -> Optional.of(DRIVER);
      default -> Optional.empty();
    };
  }

  /// As shown to a person.
  public String word() {
    return word;
  }

  /// What it takes to change it.
  public Change change() {
    return change;
  }
}
