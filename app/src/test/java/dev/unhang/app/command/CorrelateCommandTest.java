package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.LiveWiring;
import dev.unhang.app.wiring.SimWiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrelateCommandTest {
  private static String load(String name) {
    return TestConsole.repository("testdata/load").resolve(name).toString();
  }

  private static TestConsole correlate(String... words) {
    List<String> all = new ArrayList<>(List.of("correlate", load("hangs.log")));
    all.addAll(List.of(words));
    return TestConsole.run(new LiveWiring(), all.toArray(String[]::new));
  }

  @Test
  void hangsUnderLoadAreSaidToBeSoAndTheStallIsFound(@TempDir Path folder) throws IOException {
    Path drawing = folder.resolve("load.svg");
    TestConsole found = correlate("--load", load("node-long.rrd"), "--svg", drawing.toString());
    assertThat(found.out())
        .startsWith("UNDER LOAD")
        .contains("sent by all NICs of the host together, in intervals of 1 min")
        .contains("before 6 hangs of 6: 112 MB/s")
        .contains("SILENT STALL likely from 2025-05-25T13:59:00Z to 2025-05-25T14:05:00Z");
    assertThat(found.exit()).isEqualTo(1);
    assertThat(Files.readString(drawing).split("class=\"hang\"", -1)).hasSize(7);
  }

  @Test
  void tooFewSamplesSayNothing() {
    TestConsole few = correlate("--load", load("pve2-node.rrd"));
    assertThat(few.out()).startsWith("NOT ENOUGH DATA").contains("30 min");
    assertThat(few.exit()).isEqualTo(3);
    assertThat(correlate().out()).startsWith("NOT ENOUGH DATA: no samples");
  }

  @Test
  void whatIsNoSamplesIsSaidToBeNone(@TempDir Path folder) throws IOException {
    Path text = Files.writeString(folder.resolve("x"), "hello");
    TestConsole none = correlate("--load", text.toString());
    assertThat(none.out()).startsWith("NOT ENOUGH DATA");
    assertThat(correlate("--load", folder.resolve("y").toString()).exit()).isEqualTo(66);
  }

  @Test
  void aHostWithoutSamplesIsNoError() {
    TestConsole sim = TestConsole.run(new SimWiring(), "correlate");
    assertThat(sim.out()).startsWith("NOT ENOUGH DATA");
    assertThat(sim.exit()).isEqualTo(3);
  }
}
