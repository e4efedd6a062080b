package dev.unhang.hosts.outputs;

import dev.unhang.model.id.PciAddress;
import dev.unhang.model.id.PciId;
import dev.unhang.model.net.PciFunction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One function of an lspci output, while its lines are read.
final class PciEntry {
  /// Makers of network cards, so that plain lspci's one line can be split where pci.ids would.
  private static final List<String> VENDORS =
      List.of(
          "Intel Corporation",
          "Realtek Semiconductor Co., Ltd.",
          "Broadcom Inc. and subsidiaries",
          "Broadcom Limited",
          "Broadcom Corporation",
          "Mellanox Technologies",
          "Aquantia Corp.",
          "Marvell Technology Group Ltd.",
          "Qualcomm Atheros",
          "Chelsio Communications Inc",
          "Red Hat, Inc.",
          "VMware");

  /// What plain lspci calls the classes of network controllers.
  ///
  /// Man: pci.ids(5), "C 02"
  private static final Map<String, Integer> CLASSES =
      Map.of(
          "Ethernet controller", 0x020000,
          "Network controller", 0x028000);

  private static final int HEX_CLASS = 4;

  private final PciAddress address;
  private @Nullable Integer classCode;
  private @Nullable PciId id;
  private @Nullable PciId subsystem;
  private @Nullable Integer revision;
  private @Nullable String vendor;
  private @Nullable String device;
  private @Nullable String driver;
  private @Nullable Integer vendorNumber;
  private @Nullable Integer boardVendor;

  PciEntry(PciAddress address) {
    this.address = address;
  }

  PciFunction function() {
    return new PciFunction(
        address,
        Optional.ofNullable(classCode),
        Optional.ofNullable(id),
        Optional.ofNullable(subsystem),
        Optional.ofNullable(revision),
        Optional.ofNullable(vendor),
        Optional.ofNullable(device),
        Optional.ofNullable(driver),
        Optional.empty());
  }

  /// `Ethernet controller [0200]`, `0200`, `Ethernet controller`. lspci leaves out a programming
  /// interface of 0, which network controllers have.
  void kind(String text) {
    Bracketed part = Bracketed.of(text);
    Optional<Long> number =
        Numbers.hex(part.inside().isEmpty() ? part.before() : part.inside())
            .filter(code -> code <= 0xffff);
    if (part.inside().length() == HEX_CLASS || part.before().length() == HEX_CLASS) {
      number.ifPresent(code -> classCode = (int) (code << 8));
    }
    if (classCode == null) {
      classCode = CLASSES.get(part.before());
    }
  }

  /// `Intel Corporation Ethernet Connection (7) I219-V [8086:15bc] (rev 10)`, `8086:15bc (rev 10)`.
  void names(String text) {
    String rest = text.strip();
    int rev = rest.indexOf(" (rev ");
    if (rev >= 0) {
      int end = rest.indexOf(')', rev);
      revision(rest.substring(rev + " (rev ".length(), end < 0 ? rest.length() : end));
      rest = rest.substring(0, rev);
    }
    int interfaceAt = rest.indexOf(" (prog-if ");
    rest = interfaceAt < 0 ? rest : rest.substring(0, interfaceAt);
    Bracketed part = Bracketed.of(rest);
    PciId.parse(part.inside().isEmpty() ? part.before() : part.inside())
        .ifPresent(found -> id = found);
    boolean isNumber = part.inside().isEmpty() && id != null;
    if (!isNumber && !part.before().isEmpty()) {
      split(part.before());
    }
  }

  private void split(String names) {
    for (String known : VENDORS) {
      if (names.startsWith(known + " ")) {
        vendor = known;
        device = names.substring(known.length() + 1);
        return;
      }
    }
    device = names;
  }

  /// `10`.
  void revision(String text) {
    Numbers.hex(text).filter(number -> number <= 0xff).ifPresent(hex -> revision = hex.intValue());
  }

  /// `ASUSTeK Computer Inc. Device [1043:8672]`.
  void board(String text) {
    PciId.parse(Bracketed.of(text).inside()).ifPresent(found -> subsystem = found);
  }

  void driver(String text) {
    if (driver == null && !text.isEmpty()) {
      driver = text;
    }
  }

  /// `Intel Corporation [8086]`, on a line or in quotes of its own.
  void vendor(String text) {
    Bracketed part = Bracketed.of(text);
    vendorNumber = number(part);
    if (vendorNumber == null || !part.inside().isEmpty()) {
      vendor = part.before();
    }
  }

  /// `Ethernet Connection (7) I219-V [15bc]`.
  void device(String text) {
    Bracketed part = Bracketed.of(text);
    Integer number = number(part);
    if (number != null && vendorNumber != null) {
      id = new PciId(vendorNumber, number);
    }
    if (number == null || !part.inside().isEmpty()) {
      device = part.before();
    }
  }

  /// `ASUSTeK Computer Inc. [1043]`.
  void boardVendor(String text) {
    boardVendor = number(Bracketed.of(text));
  }

  /// `Device [8672]`.
  void boardDevice(String text) {
    Integer number = number(Bracketed.of(text));
    if (number != null && boardVendor != null) {
      subsystem = new PciId(boardVendor, number);
    }
  }

  private static @Nullable Integer number(Bracketed part) {
    String digits = part.inside().isEmpty() ? part.before() : part.inside();
    return digits.length() == HEX_CLASS
        ? Numbers.hex(digits).map(Long::intValue).orElse(null)
        : null;
  }
}
