package dev.unhang.hosts.survey;

import dev.unhang.hosts.pci.KnownChips;
import dev.unhang.hosts.pci.Names;
import dev.unhang.hosts.pci.PciIds;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// The host's own pci.ids, where distributions put it; without one, our table of network chips.
///
/// Man: lspci(8), "FILES"
final class PciNames {
  private static final List<HostPath> PLACES =
      List.of(
          new HostPath("/usr/share/misc/pci.ids"),
          new HostPath("/usr/share/hwdata/pci.ids"),
          new HostPath("/usr/share/misc/pci.ids.gz"),
          new HostPath("/usr/share/hwdata/pci.ids.gz"));

  private PciNames() {}

  static Names of(HostView host, KnownChips ours) {
    for (HostPath place : PLACES) {
      Optional<String> text = host.read(place).known().flatMap(PciNames::unpacked);
      if (text.isPresent()) {
        return new PciIds(text.get());
      }
    }
    return ours;
  }

  /// Empty where it is packed and damaged, or far larger than any pci.ids.
  private static Optional<String> unpacked(Content content) {
    byte[] bytes = content.bytes();
    if (bytes.length < 2 || (bytes[0] & 0xff) != 0x1f || (bytes[1] & 0xff) != 0x8b) {
      return Optional.of(content.utf8());
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] all = in.readNBytes(HostView.MAX_SMALL_FILE + 1);
      return all.length > HostView.MAX_SMALL_FILE
          ? Optional.empty()
          : Optional.of(Content.of(all).utf8());
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }
}
