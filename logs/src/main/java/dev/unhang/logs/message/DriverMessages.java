package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What drivers say in words of their own, and the PCI core of their devices: driver-messages.tsv,
/// a line a message, each with the kernel's file and function that prints it.
///
/// ```
/// igc 0000:06:00.0 enp6s0: PCIe link lost, device now detached
/// tg3 0000:02:00.0 eth0: transmit timed out, resetting
/// ena 0000:00:05.0: Device reset completed successfully
/// ```
///
/// e1000e prints nothing when its device leaves the bus: it never looks for all-ones.
///
/// Kernel: net/core/dev.c, __netdev_printk(); drivers/pci/pci.c, pci_power_up() (v6.1)
final class DriverMessages implements MessageFamily {
  private static final int COLUMNS = 5;

  private final List<DriverMessage> ofAny = new ArrayList<>();
  private final Map<String, List<DriverMessage>> byDriver = new HashMap<>();
  private final List<String> words = new ArrayList<>();

  DriverMessages() {
    for (List<String> row :
        Table.read(DriverMessages.class, "driver-messages.tsv", COLUMNS).rows()) {
      DriverMessage message =
          new DriverMessage(List.of(row.getFirst().split(",")), row.get(1), Meaning.of(row.get(2)));
      words.addAll(message.words());
      for (String driver : message.drivers()) {
        if (driver.equals(DriverMessage.ANY)) {
          ofAny.add(message);
        } else {
          byDriver.computeIfAbsent(driver, name -> new ArrayList<>()).add(message);
        }
      }
    }
  }

  @Override
  public List<String> words() {
    return words.stream().distinct().toList();
  }

  @Override
  public Optional<KernelEvent> read(LogRecord record, String line) {
    for (DriverMessage message : byDriver.getOrDefault(driver(line), List.of())) {
      Optional<KernelEvent> event = message.read(record, line);
      if (event.isPresent()) {
        return event;
      }
    }
    for (DriverMessage message : ofAny) {
      Optional<KernelEvent> event = message.read(record, line);
      if (event.isPresent()) {
        return event;
      }
    }
    return Optional.empty();
  }

  /// The word that a prefix begins with; of `[qede_link_update:2629(eth0)]` what stands before the
  /// function's own name.
  private static String driver(String line) {
    int from = 0;
    while (from < line.length() && line.charAt(from) == ' ') {
      from++;
    }
    boolean bracketed = from < line.length() && line.charAt(from) == '[';
    int begin = bracketed ? from + 1 : from;
    int end = begin;
    while (end < line.length() && isOfName(line.charAt(end), bracketed)) {
      end++;
    }
    return line.substring(begin, end);
  }

  private static boolean isOfName(char c, boolean bracketed) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' && !bracketed;
  }
}
