package dev.unhang.linux.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unhang.linux.LiveClocks;
import dev.unhang.linux.command.RunCommand;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.UnhangException;
import dev.unhang.model.host.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The lock that Proxmox VE takes too.
class InterfacesLockTest {
  private static final Duration SOON = Duration.ofMillis(300);
  private static final LiveClocks CLOCKS = new LiveClocks();

  @TempDir private Path folder = Path.of("");

  private Path file() {
    return folder.resolve(".pve-interfaces.lock");
  }

  @Test
  void whoeverComesSecondWaitsAndIsThenRefusedWithTheCure() {
    try (InterfacesLock held = InterfacesLock.take(file(), SOON, CLOCKS)) {
      assertThat(held).isNotNull();
      Duration begun = CLOCKS.monotonic();
      assertThatThrownBy(() -> InterfacesLock.take(file(), SOON, CLOCKS))
          .isInstanceOf(CannotChange.class)
          .hasMessageContaining("Proxmox VE is writing to it")
          .satisfies(refused ->
              assertThat(((UnhangException) refused).hint()).contains("try again", "fuser"));
      assertThat(CLOCKS.monotonic().minus(begun)).isGreaterThanOrEqualTo(SOON);
    }
    InterfacesLock.take(file(), SOON, CLOCKS).close();
  }

  /// Perl's flock() is flock(2), as is that of util-linux.
  @Test
  void anotherProgramSeesTheLock() {
    Path flock = Path.of("/usr/bin/flock");
    assumeTrue(Files.isExecutable(flock), flock + " is not there");
    Command other =
        new Command(
            List.of(flock.toString(), "-n", file().toString(), "true"), Duration.ofSeconds(5));
    try (InterfacesLock held = InterfacesLock.take(file(), SOON, CLOCKS)) {
      assertThat(held).isNotNull();
      assertThat(RunCommand.collect(other).known().orElseThrow().exit()).isEqualTo(1);
    }
    assertThat(RunCommand.collect(other).known().orElseThrow().exit()).isZero();
  }

  @Test
  void otherFilesNeedNoLock() {
    assertThat(InterfacesLock.forWriting(folder.resolve("interfaces"), CLOCKS)).isEmpty();
  }
}
