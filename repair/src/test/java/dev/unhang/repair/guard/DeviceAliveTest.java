package dev.unhang.repair.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.hosts.survey.Nics;
import dev.unhang.model.host.HostView;
import dev.unhang.model.log.HangDump;
import dev.unhang.model.net.DriverInfo;
import dev.unhang.model.net.RegisterDump;
import dev.unhang.model.plan.Risk;
import dev.unhang.repair.OtherAnswer;
import dev.unhang.sim.SimHost;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/// What a report says of a device that no longer hears its driver. The contract test has the rest.
class DeviceAliveTest {
  private static final Risk BLIP = new Risk.LinkBlip(Duration.ofSeconds(4));

  private static GuardAnswer answer(String tail, String nextToUse) {
    SimHost host = new SimHost(false);
    SequencedMap<String, String> registers = new LinkedHashMap<>();
    registers.put("TDH", "61");
    if (!tail.isEmpty()) {
      registers.put("TDT", tail);
    }
    registers.put("next_to_use", nextToUse);
    Circumstances now =
        Circumstances.read(
                host,
                Nics.read(host, SimHost.NIC).orElseThrow(),
                true,
                List.of(),
                host.clocks().wall())
            .reported(Optional.of(new HangDump(registers)));
    return new DeviceAlive().answer(BLIP, now);
  }

  @Test
  void aTailThatIsNotWhereTheDriverPutItIsADeviceThatDoesNotHear() {
    assertThat(answer("90", "91"))
        .isInstanceOfSatisfying(
            GuardAnswer.Refuses.class,
            refuses -> {
              assertThat(refuses.why()).contains("TDT 90", "next_to_use, 91");
              assertThat(refuses.instead().orElseThrow()).contains("power the host off");
            });
  }

  @Test
  void aTailWhereTheDriverPutItIsAnOrdinaryHang() {
    assertThat(answer("90", "90")).isInstanceOf(GuardAnswer.Allows.class);
  }

  /// The ring begins anew after its last descriptor.
  @Test
  void aTailThatIsAheadOfTheDriverIsNoBetter() {
    assertThat(answer("ff", "0")).isInstanceOf(GuardAnswer.Refuses.class);
  }

  /// Where STATUS is in the dump of another driver nobody knows here.
  @Test
  void aDumpOfNothingButOnesIsNoAnswerWhateverTheDriver() {
    assertThat(silence(-1, -1, -1, -1).orElseThrow()).contains("registers read all ones");
    assertThat(silence(-1, -1, 0, -1)).isEmpty();
  }

  private static Optional<String> silence(Integer... words) {
    HostView host =
        OtherAnswer.of(
            new SimHost(false),
            Map.of(
                "driver",
                new DriverInfo("sfc", "6.8.12-10-pve", "1", "0000:00:19.0"),
                "registers",
                new RegisterDump(1, List.of(words))));
    return DeviceAlive.silence(host, Nics.read(host, SimHost.NIC).orElseThrow());
  }

  /// A report that was cut off says nothing of it.
  @Test
  void aReportWithoutTheTailSaysNothingOfIt() {
    assertThat(answer("", "90")).isInstanceOf(GuardAnswer.Allows.class);
  }
}
