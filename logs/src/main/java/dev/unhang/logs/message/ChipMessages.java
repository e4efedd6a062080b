package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.logs.record.LogRecord.Border;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.id.PciId;
import dev.unhang.model.log.LoggedChip;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which chips a host's network controllers are: the PCI core says their ids as it finds them, and
/// e1000e the number of their family as it takes them.
///
/// ```
/// pci 0000:00:1f.6: [8086:15b8] type 00 class 0x020000
/// e1000e 0000:00:1f.6 eth0: MAC: 12, PHY: 12, PBA No: FFFFFF-0FF
/// ```
///
/// Kernel: drivers/pci/probe.c, pci_setup_device(); drivers/net/ethernet/intel/e1000e/netdev.c,
/// e1000_print_device_info() (v6.1)
public final class ChipMessages {
  /// More than any host has; a log that names more is no kernel's.
  private static final int MAX = 1000;

  /// Longer lines are none of these.
  private static final int MAX_LINE = 200;

  private static final String FOUND = " class 0x02";
  private static final String TAKEN = ": MAC: ";

  private static final Pattern FOUND_FORM =
      Pattern.compile(
          "pci (?<address>[0-9a-f]{4,8}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]): "
              + "\\[(?<id>[0-9a-f]{4}:[0-9a-f]{4})\\] type [0-9a-f]{2} class 0x02[0-9a-f]{4}\\b.*");

  private static final Pattern TAKEN_FORM =
      Pattern.compile(
          "e1000e (?<address>[0-9a-f]{4,8}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]):?"
              + "(?: [^\\s:]{1,15}:| \\([a-z ]{1,30}\\):){0,2} MAC: (?<type>\\d{1,3}), PHY: .*");

  private final Map<PciAddress, LoggedChip> told = new LinkedHashMap<>();

  /// Words of which such a line has one, for bulk logs.
  static List<String> words() {
    return List.of(FOUND, TAKEN);
  }

  /// Takes a line of the kernel's. An id tells more than a family; what comes later counts.
  public void accept(LogRecord record) {
    String line = record.lines().isEmpty() ? "" : record.lines().getFirst();
    if (!record.isKernels() || record.border() == Border.CONTINUES || line.length() > MAX_LINE) {
      return;
    }
    if (line.startsWith("pci ") && line.contains(FOUND)) {
      Matcher found = FOUND_FORM.matcher(line);
      if (found.matches()) {
        take(record, line, found, PciId.parse(found.group("id")), Optional.empty());
      }
    } else if (line.startsWith("e1000e ") && line.contains(TAKEN)) {
      Matcher taken = TAKEN_FORM.matcher(line);
      if (taken.matches()) {
        Optional<Integer> type = Told.number(taken, "type").map(Long::intValue);
        take(record, line, taken, Optional.empty(), type);
      }
    }
  }

  private void take(
      LogRecord record, String line, Matcher form, Optional<PciId> id, Optional<Integer> macType) {
    PciAddress.parse(form.group("address"))
        .filter(address -> told.size() < MAX || told.containsKey(address))
        .ifPresent(address -> {
          LoggedChip known = told.get(address);
          if (id.isPresent() || known == null || known.id().isEmpty()) {
            told.put(address, new LoggedChip(address, id, macType, record.place(), line.strip()));
          }
        });
  }

  /// A line an address.
  public List<LoggedChip> told() {
    return List.copyOf(told.values());
  }
}
