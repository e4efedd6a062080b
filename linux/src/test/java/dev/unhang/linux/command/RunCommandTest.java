package dev.unhang.linux.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.CommandOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Programs by argument vector, bounded.
class RunCommandTest {
  @TempDir private Path folder = Path.of("");

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
  void aProgramThatMayNotBeRunIsDeniedAndNotMissing() throws IOException {
    Path file = folder.resolve("plain");
    Files.writeString(file, "no program");
    assertThat(RunCommand.collect(command(20, file.toString())))
        .isInstanceOfSatisfying(
            Reading.Absent.class, absent -> assertThat(absent.why()).isEqualTo(WhyAbsent.DENIED));
  }

  @Test
  void administratorsProgramsAreFoundByThoseWhoDoNotHaveThemOnTheirPath() {
    assertThat(ProgramFile.find("sh", Map.of("PATH", "/nowhere:/bin"))).isPresent();
    assertThat(ProgramFile.find("ldconfig", Map.of("PATH", "/bin")))
        .as("every distribution has ldconfig, in /sbin or where that leads")
        .isPresent();
    assertThat(ProgramFile.find("sh", Map.of("PATH", "."))).isEmpty();
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

  @Test
  void whatTheSinkThrowsIsNeverSwallowed() {
    assertThatThrownBy(() ->
            RunCommand.stream(
                command(20, "seq", "1000000"),
                (chunk, offset, length) -> {
                  throw new IllegalStateException("the reader has a bug");
                }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the reader has a bug");
  }

  @Test
  void anOutputThatWasCutIsSaidToBe() {
    Reading<CommandOutput> reading =
        RunCommand.collect(command(60, "head", "-c", "70000000", "/dev/zero"));
    assertThat(reading).isInstanceOf(Reading.Partly.class);
    assertThat(reading.toString()).contains("said more than 24 MiB; the rest was not kept");
    assertThat(reading.known().orElseThrow().out().size()).isEqualTo(RunCommand.MAX_OUTPUT);
  }

  /// Whether all it said was read is not known then: the other holds the same pipe. The JDK may or
  /// may not tell us.
  @Test
  @Timeout(20)
  void aProgramThatLeavesAnotherBehindIsNotWaitedForWithoutEnd() {
    Reading<CommandOutput> reading =
        RunCommand.collect(command(60, "sh", "-c", "sleep 40 & echo hi"));
    assertThat(reading.known().orElseThrow().out().utf8()).isEqualTo("hi\n");
  }

  @Test
  void whatAProgramHasStartedEndsWithIt() {
    String marked = "600." + ProcessHandle.current().pid();
    Reading<CommandOutput> reading =
        RunCommand.collect(command(1, "sh", "-c", "sleep " + marked + "; true"));
    assertThat(reading).isInstanceOf(Reading.Partly.class);
    assertThat(ProcessHandle.allProcesses())
        .noneMatch(process -> process.info().commandLine().orElse("").endsWith(marked));
  }

  @Test
  void aProgramLeftToItselfEndsAtItsDeadline() throws Exception {
    try (StartedProgram program =
        StartedProgram.startWithDeadline(
            command(1, "sleep", "600"), (chunk, offset, length) -> {})) {
      assertThat(program.exit()).isEmpty();
      assertThat(program.await(Duration.ofSeconds(30))).isEqualTo(StartedProgram.Ending.WHOLE);
    }
  }

  @Test
  void theExitStatusComesAfterAllThatWasSaid() throws Exception {
    AtomicLong bytes = new AtomicLong();
    try (StartedProgram program =
        StartedProgram.startWithDeadline(
            command(60, "head", "-c", "3000000", "/dev/zero"),
            (chunk, offset, length) -> bytes.addAndGet(length))) {
      while (program.exit().isEmpty()) {
        Thread.onSpinWait();
      }
      assertThat(bytes).hasValue(3_000_000);
    }
  }

  @Test
  void programsSpeakEnglishAndReadNothing() {
    CommandOutput output =
        RunCommand.collect(command(20, "sh", "-c", "echo $LC_ALL; cat")).known().orElseThrow();
    assertThat(output.out().utf8()).isEqualTo("C\n");
  }
}
