package dev.unhang.hosts.survey;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.TxQueue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A NIC's queues to send by.
///
/// Kernel: Documentation/ABI/testing/sysfs-class-net-queues (v6.1)
public final class TxQueues {
  private static final Pattern FOLDER = Pattern.compile("tx-(\\d{1,5})");

  private TxQueues() {}

  /// Every queue of a NIC, in the order of their numbers.
  public static Reading<List<TxQueue>> read(HostView host, InterfaceName nic) {
    HostPath folder = new HostPath("/sys/class/net").resolve(nic.value()).resolve("queues");
    return host.list(folder).map(names -> queues(host, folder, names));
  }

  private static List<TxQueue> queues(HostView host, HostPath folder, List<String> names) {
    List<TxQueue> queues = new ArrayList<>();
    for (String name : names) {
      Matcher number = FOLDER.matcher(name);
      if (number.matches()) {
        HostPath queue = folder.resolve(name);
        HostPath limits = queue.resolve("byte_queue_limits");
        queues.add(
            new TxQueue(
                Integer.parseInt(number.group(1)),
                SysfsValue.decimal(host, queue.resolve("tx_timeout")),
                SysfsValue.decimal(host, limits.resolve("inflight")),
                SysfsValue.decimal(host, limits.resolve("limit"))));
      }
    }
    queues.sort(Comparator.comparingInt(TxQueue::number));
    return queues;
  }
}
