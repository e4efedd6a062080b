package dev.unhang.hosts.kernellog;

import dev.unhang.logs.message.BootMessages;
import dev.unhang.logs.message.Drivers;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.logs.record.LogRecord.Border;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.id.PciId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a kernel says of its machine and of the network controllers in it while it boots:
///
/// ```
/// Linux version 6.8.12-4-pve (build@proxmox) …
/// DMI: LENOVO 10RS000EGE/3109, BIOS M1UKT4BA 07/13/2022
/// pci 0000:00:1f.6: [8086:15b8] type 00 class 0x020000
/// e1000e 0000:00:1f.6 eno1: renamed from eth0
/// ```
///
/// Kernel: drivers/firmware/dmi_scan.c, dmi_format_ids(); drivers/pci/probe.c, pci_setup_device()
/// (v6.1)
public final class BootHardware {
  /// A network controller that the kernel met.
  ///
  /// @param id empty where only its driver spoke of it: the boot's first lines are gone
  /// @param classCode base class, subclass and programming interface, 24 bits; as its id
  /// @param driver the last one that spoke of it in this boot
  /// @param nic the last name of its interface in this boot
  /// @param mac the first Ethernet address that its driver told, in lower case with colons
  public record Controller(
      PciAddress address,
      Optional<PciId> id,
      OptionalInt classCode,
      Optional<String> driver,
      Optional<String> nic,
      Optional<String> mac) {}

  /// Words of lines that count, for logs that are sifted.
  static final List<String> WORDS =
      List.of(
          " class 0x02",
          ", BIOS ",
          "Linux version ",
          "vfio-pci 000",
          ":Width x",
          ": MAC: ",
          "MAC address",
          "node addr ",
          ": RTL81",
          ": renamed from ");

  private static final Pattern FUNCTION =
      Pattern.compile(
          "pci (?<address>[0-9a-f]{4,8}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]): "
              + "\\[(?<id>[0-9a-f]{4}:[0-9a-f]{4})\\] type [0-9a-f]{2} "
              + "class 0x(?<class>02[0-9a-f]{4})(?: .*)?");

  /// What a driver says before its text; of an interface that is not registered yet it says no
  /// name, or `(uninitialized)`.
  ///
  /// Kernel: net/core/dev.c, __netdev_printk(); drivers/base/core.c, dev_printk() (v6.1)
  private static final Pattern DRIVER =
      Pattern.compile(
          "(?<driver>[a-z][a-z0-9_-]{1,30}) "
              + "(?<address>[0-9a-f]{4,8}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]):? "
              + "(?:(?<name>[^\\s:/<>()\\[\\]]{1,15}): )?.*");

  /// An address by itself, as drivers print the one they read from the card: `…:Width x1) MAC`
  /// (e1000e, igb), `MAC: MAC` (igc), `RTL8168g/8111g, MAC, XID` (r8169), `MAC address MAC` (tg3).
  private static final Pattern MAC =
      Pattern.compile("(?<![0-9A-Fa-f:])[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}(?![0-9A-Fa-f:])");

  private static final Pattern RELEASE = Pattern.compile("Linux version ([\\w.+~-]{1,80}) .*");
  private static final Pattern DATE = Pattern.compile("\\d\\d/\\d\\d/\\d{2,4}");
  private static final String DMI = "DMI: ";
  private static final String BIOS = ", BIOS ";

  /// Longer lines are none of these; what DMI holds is at most some hundred characters.
  private static final int MAX_LINE = 600;

  /// More than any host has.
  private static final int MAX = 256;

  private final Map<PciAddress, Matcher> functions = new LinkedHashMap<>();
  private final Map<PciAddress, String> drivers = new LinkedHashMap<>();
  private final Map<PciAddress, String> names = new LinkedHashMap<>();
  private final Map<PciAddress, String> macs = new LinkedHashMap<>();
  private Optional<String> release = Optional.empty();
  private Optional<String> dmi = Optional.empty();

  /// Takes note of what a record says. Only what begins a record of the kernel's is its own word,
  /// and what it says first holds: text that a person had it print comes later.
  void learn(LogRecord record) {
    String line = record.lines().isEmpty() ? "" : record.lines().getFirst();
    if (!record.isKernels() || record.border() == Border.CONTINUES || line.length() > MAX_LINE) {
      return;
    }
    if (BootMessages.isBanner(record)) {
      release = release.or(() -> first(RELEASE.matcher(line)));
    } else if (line.startsWith(DMI) && line.contains(BIOS)) {
      dmi = dmi.or(() -> Optional.of(line.substring(DMI.length())));
    } else if (line.startsWith("pci ")) {
      function(FUNCTION.matcher(line));
    } else {
      driver(DRIVER.matcher(line));
    }
  }

  private static Optional<String> first(Matcher line) {
    return line.matches() ? Optional.of(line.group(1)) : Optional.empty();
  }

  private void function(Matcher line) {
    if (line.matches() && functions.size() < MAX) {
      PciAddress.parse(line.group("address"))
          .ifPresent(address -> functions.putIfAbsent(address, line));
    }
  }

  private void driver(Matcher line) {
    Optional<PciAddress> address =
        line.matches() ? PciAddress.parse(line.group("address")) : Optional.empty();
    address
        .filter(found -> functions.containsKey(found) || isOfNic(line) && drivers.size() < MAX)
        .ifPresent(known -> {
          drivers.put(known, line.group("driver"));
          Optional.ofNullable(line.group("name")).ifPresent(name -> names.put(known, name));
          mac(line.group()).ifPresent(mac -> macs.putIfAbsent(known, mac));
        });
  }

  private static boolean isOfNic(Matcher line) {
    return line.group("name") != null && Drivers.isKnown(line.group("driver"));
  }

  /// The only address of a line, where it is one that a card may be made with: of two, it is not
  /// said which is the card's.
  private static Optional<String> mac(String line) {
    List<String> found =
        MAC.matcher(line).results().map(each -> each.group().toLowerCase(Locale.ROOT)).toList();
    return found.size() == 1 && !found.getFirst().equals("00:00:00:00:00:00") && isUnicast(found)
        ? Optional.of(found.getFirst())
        : Optional.empty();
  }

  private static boolean isUnicast(List<String> macs) {
    return (HexFormat.fromHexDigits(macs.getFirst().substring(0, 2)) & 1) == 0;
  }

  /// Whether the boot told of its machine or of a controller.
  boolean isTold() {
    return dmi.isPresent() || !functions.isEmpty();
  }

  /// Whether at least a NIC's driver spoke, as it does when the NIC hangs.
  boolean isSpoken() {
    return !names.isEmpty();
  }

  /// The kernel, as `uname -r` prints it.
  public Optional<String> release() {
    return release;
  }

  /// Vendor, product and board in one: `LENOVO 10RS000EGE/3109`. Where the one ends and the next
  /// begins, the line does not tell.
  public Optional<String> machine() {
    return dmi.map(line -> line.substring(0, line.lastIndexOf(BIOS)).strip())
        .filter(words -> !words.isEmpty());
  }

  /// The firmware's version.
  public Optional<String> biosVersion() {
    return bios()
        .map(words ->
            biosDate()
                .map(date -> words.substring(0, words.length() - date.length()).strip())
                .orElse(words))
        .filter(version -> !version.isEmpty());
  }

  /// The firmware's date, as it prints it.
  public Optional<String> biosDate() {
    return bios()
        .map(words -> words.substring(words.lastIndexOf(' ') + 1))
        .filter(word -> DATE.matcher(word).matches());
  }

  private Optional<String> bios() {
    return dmi.map(line -> line.substring(line.lastIndexOf(BIOS) + BIOS.length()).strip());
  }

  /// The network controllers, in the order they were met.
  public List<Controller> controllers() {
    List<Controller> controllers = new ArrayList<>();
    functions.forEach((address, line) ->
        PciId.parse(line.group("id"))
            .ifPresent(id ->
                controllers.add(
                    new Controller(
                        address,
                        Optional.of(id),
                        OptionalInt.of(HexFormat.fromHexDigits(line.group("class"))),
                        Optional.ofNullable(drivers.get(address)),
                        Optional.ofNullable(names.get(address)),
                        Optional.ofNullable(macs.get(address))))));
    names.forEach((address, name) -> {
      if (!functions.containsKey(address)) {
        controllers.add(
            new Controller(
                address,
                Optional.empty(),
                OptionalInt.empty(),
                Optional.ofNullable(drivers.get(address)),
                Optional.of(name),
                Optional.ofNullable(macs.get(address))));
      }
    });
    return controllers;
  }
}
