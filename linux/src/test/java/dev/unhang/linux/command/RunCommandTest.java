package dev.unhang.linux.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.CommandOutput;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Programs by argument vector, bounded.
class RunCommandTest {
  private static Command command(int seconds, String... argv) {
    return new Command(List.of(argv), Duration.ofSeconds(seconds));
  }

  @Test
  void bothOutputsAndTheExitStatusAreKept() {
    CommandOutput output =
        RunCommand.collect(command(20, "sh", "-c", "echo out; echo err >&2; exit 3"))
            .known()
            .orElseThrow();
    assertThat(output.exit()).isEqualTo(3);
    assertThat(output.out().utf8()).isEqualTo("out\n");
    assertThat(output.err().utf8()).isEqualTo("err\n");
  }

  @Test
  void argumentsAreNeverReadByAShell() {
    CommandOutput output =
        RunCommand.collect(command(20, "echo", "$(id)", "; rm x")).known().orElseThrow();
    assertThat(output.out().utf8()).isEqualTo("$(id) ; rm x\n");
  }

  @Test
  void aProgramThatIsNotThereIsAbsentAndNotAnError() {
    assertThat(RunCommand.collect(command(20, "no-such-program-here")))
        .isInstanceOfSatisfying(
            Reading.Absent.class,
            absent -> assertThat(absent.why()).isEqualTo(WhyAbsent.NOT_OFFERED));
  }

  @Test
  void aProgramThatDoesNotEndIsEnded() {
    assertThat(RunCommand.collect(command(1, "sleep", "600"))).isInstanceOf(Reading.Partly.class);
  }

  @Test
  void aLargeOutputComesThroughWhole() {
    AtomicLong bytes = new AtomicLong();
    Reading<Integer> exit =
        RunCommand.stream(
            command(60, "head", "-c", "20000000", "/dev/zero"),
            (chunk, offset, length) -> bytes.addAndGet(length));
    assertThat(exit.known()).contains(0);
    assertThat(bytes).hasValue(20_000_000);
  }
}
