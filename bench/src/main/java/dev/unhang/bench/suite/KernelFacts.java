package dev.unhang.bench.suite;

import dev.unhang.linux.LiveHostView;
import dev.unhang.model.host.KernelQuestion.CoalescingOf;
import dev.unhang.model.host.KernelQuestion.DetectionOf;
import dev.unhang.model.host.KernelQuestion.DriverOf;
import dev.unhang.model.host.KernelQuestion.EeeOf;
import dev.unhang.model.host.KernelQuestion.LinkModesOf;
import dev.unhang.model.host.KernelQuestion.OffloadsOf;
import dev.unhang.model.host.KernelQuestion.PauseOf;
import dev.unhang.model.host.KernelQuestion.PortOf;
import dev.unhang.model.host.KernelQuestion.PrivateFlagsOf;
import dev.unhang.model.host.KernelQuestion.RegistersOf;
import dev.unhang.model.host.KernelQuestion.RingsOf;
import dev.unhang.model.host.KernelQuestion.StatisticsOf;
import dev.unhang.model.host.KernelQuestion.WakeOnLanOf;
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
                kernel.ask(new DriverOf(nic)),
                kernel.ask(new OffloadsOf(nic)),
                kernel.ask(new DetectionOf(nic)),
                kernel.ask(new PortOf(nic)),
                kernel.ask(new LinkModesOf(nic)),
                kernel.ask(new RingsOf(nic)),
                kernel.ask(new CoalescingOf(nic)),
                kernel.ask(new PauseOf(nic)),
                kernel.ask(new EeeOf(nic)),
                kernel.ask(new WakeOnLanOf(nic)),
                kernel.ask(new PrivateFlagsOf(nic)),
                kernel.ask(new StatisticsOf(nic)),
                kernel.ask(new RegistersOf(nic)))
            .stream()
            .filter(reading -> reading.known().isPresent())
            .count();
  }
}
