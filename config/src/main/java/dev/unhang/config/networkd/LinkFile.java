package dev.unhang.config.networkd;

import dev.unhang.config.ethtool.OffloadSwitch;
import dev.unhang.config.ini.IniFile;
import dev.unhang.config.ini.IniFile.Entry;
import dev.unhang.model.net.OffloadGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A link file with its drop-ins. udev applies the first one that fits a NIC, and no other.
///
/// Man: systemd.link(5)
///
/// @param name without its folder: it decides the order, and of two of one name the folder does
/// @param file the drop-ins' entries behind its own
public record LinkFile(String name, IniFile file) {
  private static final String SETTINGS = "Link";

  /// Keys, and what `ethtool -K` calls the same.
  private static final Map<String, String> FEATURES =
      Map.of(
          "TCPSegmentationOffload", "tx-tcp-segmentation",
          "TCP6SegmentationOffload", "tx-tcp6-segmentation",
          "GenericSegmentationOffload", OffloadGroup.GSO.shortName(),
          "GenericReceiveOffload", OffloadGroup.GRO.shortName(),
          "LargeReceiveOffload", OffloadGroup.LRO.shortName(),
          "ReceiveChecksumOffload", OffloadGroup.RX.shortName(),
          "TransmitChecksumOffload", OffloadGroup.TX.shortName(),
          "ReceiveVLANCTAGHardwareAcceleration", OffloadGroup.RXVLAN.shortName(),
          "TransmitVLANCTAGHardwareAcceleration", OffloadGroup.TXVLAN.shortName(),
          "NTupleFilter", OffloadGroup.NTUPLE.shortName());

  /// A key that switches an offload.
  public record Switched(Entry entry, OffloadSwitch what) {}

  /// Whether it fits a NIC.
  public Fits fits(LinkIdentity nic) {
    return LinkMatch.fits(file.section("Match"), nic);
  }

  /// Whether it asks for nothing, which not every systemd takes for a file at all.
  public boolean hasNoMatch() {
    return LinkMatch.isEmpty(file.section("Match"));
  }

  /// Whether it can fit one NIC only: it asks for one address, or for one place on a bus.
  public boolean isForOneNic() {
    return LinkMatch.isForOne(file.section("Match"));
  }

  /// What it switches on a NIC it fits: of a key that stands there twice, the last one.
  public List<Switched> switches(String nic) {
    List<Switched> switches = new ArrayList<>();
    for (Entry entry : file.section(SETTINGS)) {
      String feature = FEATURES.get(entry.key());
      boolean last = file.last(SETTINGS, entry.key()).equals(Optional.of(entry));
      if (feature != null && last) {
        IniFile.truth(entry.value())
            .flatMap(on -> OffloadSwitch.of(nic, feature, on))
            .ifPresent(what -> switches.add(new Switched(entry, what)));
      }
    }
    return switches;
  }
}
