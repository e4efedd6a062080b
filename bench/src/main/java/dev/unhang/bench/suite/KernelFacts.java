package dev.unhang.bench.suite;

import dev.unhang.linux.LiveHostView;
import dev.unhang.model.host.KernelView;
import dev.unhang.model.id.InterfaceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A process of its own that asks the kernel all it tells of one NIC, again and again, and writes
/// down how long each time took. A daemon asks so; a command asks once, and has not warmed up by
/// then.
final class KernelFacts {
  private static final int WARM_UP = 300;
  private static final int ROUNDS = 300;

  private KernelFacts() {}

  /// @param args the NIC, and the file for the times, in ns
  public static void main(String[] args) throws IOException {
    InterfaceName nic = new InterfaceName(args[0]);
    KernelView kernel = new LiveHostView().kernel();
    List<String> times = new ArrayList<>();
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      long begin = System.nanoTime();
      int outcomes = ask(kernel, nic);
      long time = System.nanoTime() - begin;
      if (round >= WARM_UP && outcomes > 0) {
        times.add(String.valueOf(time));
      }
    }
    Files.write(Path.of(args[1]), times);
  }

  /// @return how many of the questions had an answer
  private static int ask(KernelView kernel, InterfaceName nic) {
    return (int)
        List.of(
                kernel.driver(nic),
                kernel.offloads(nic),
                kernel.detection(nic),
                kernel.port(nic),
                kernel.linkModes(nic),
                kernel.rings(nic),
                kernel.coalescing(nic),
                kernel.pause(nic),
                kernel.eee(nic),
                kernel.wakeOnLan(nic),
                kernel.privateFlags(nic),
                kernel.statistics(nic),
                kernel.registers(nic))
            .stream()
            .filter(reading -> reading.known().isPresent())
            .count();
  }
}
