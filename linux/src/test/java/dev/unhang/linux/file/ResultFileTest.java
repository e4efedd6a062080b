package dev.unhang.linux.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unhang.linux.command.RunCommand;
import dev.unhang.model.error.CannotWrite;
import dev.unhang.model.host.Command;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that somebody wants written is there whole or not at all, and nothing else is touched.
class ResultFileTest {
  private static final int SWAPS = Integer.getInteger("unhang.races", 300);

  @TempDir private Path folder = Path.of("");

  private static long write(Path file, String text) {
    return ResultFile.write(
        file.toString(), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> String.valueOf(path.getFileName())).sorted().toList();
    }
  }

  @Test
  void aNewFileIsForItsOwnerAlone() throws IOException {
    assertThat(write(folder.resolve("r"), "whole")).isEqualTo(5);
    assertThat(folder.resolve("r")).hasContent("whole");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("r"))))
        .isEqualTo("rw-------");
    assertThat(names()).containsExactly("r");
  }

  @Test
  void aFormerFileIsReplaced() throws IOException {
    Files.writeString(folder.resolve("r"), "a former one that is longer");
    write(folder.resolve("r"), "new");
    assertThat(folder.resolve("r")).hasContent("new");
    assertThat(names()).containsExactly("r");
  }

  @Test
  void aFormerFileStaysWhereTheNewOneDoesNotBecomeWhole() throws IOException {
    Files.writeString(folder.resolve("r"), "former");
    assertThatThrownBy(() ->
            ResultFile.write(
                folder.resolve("r").toString(),
                out -> {
                  out.write(1);
                  throw new IOException("No space left on device");
                }))
        .isInstanceOf(CannotWrite.class)
        .hasMessageContaining("No space left on device");
    assertThat(folder.resolve("r")).hasContent("former");
    assertThat(names()).containsExactly("r");
  }

  @Test
  void aLinkStaysALinkAndItsTargetStays() throws IOException {
    Files.writeString(folder.resolve("target"), "precious");
    Files.createSymbolicLink(folder.resolve("r"), Path.of("target"));
    assertThatThrownBy(() -> write(folder.resolve("r"), "new"))
        .isInstanceOf(CannotWrite.class)
        .hasMessageContaining("it is a link");
    assertThat(folder.resolve("r")).isSymbolicLink();
    assertThat(folder.resolve("target")).hasContent("precious");
  }

  @Test
  void aFolderStays() throws IOException {
    Path there = Files.createDirectory(folder.resolve("r"));
    for (String name : List.of(there.toString(), there + "/", "/", there + "/none/")) {
      assertThatThrownBy(() -> ResultFile.write(name, out -> out.write(1)))
          .as(name)
          .isInstanceOf(CannotWrite.class);
    }
    assertThat(there).isEmptyDirectory();
  }

  @Test
  void aPipeStays() throws IOException {
    Command make =
        new Command(List.of("mkfifo", folder.resolve("r").toString()), Duration.ofSeconds(20));
    assumeTrue(RunCommand.collect(make).known().isPresent(), "mkfifo is not installed");
    assertThatThrownBy(() -> write(folder.resolve("r"), "new"))
        .isInstanceOf(CannotWrite.class)
        .hasMessageContaining("a device, a pipe or a socket");
    assertThat(Files.isRegularFile(folder.resolve("r"))).isFalse();
    assertThat(names()).containsExactly("r");
  }

  @Test
  void devicesStay() {
    for (String device : List.of("/dev/full", "/dev/zero")) {
      assertThatThrownBy(() -> write(Path.of(device), "new"))
          .isInstanceOf(CannotWrite.class)
          .hasMessageContaining("a device");
      assertThat(Files.isRegularFile(Path.of(device))).isFalse();
    }
  }

  @Test
  void whatIsWrongIsSaidInTheWordsOfTheSystem() {
    assertThatThrownBy(() -> write(folder.resolve("none/r"), "new"))
        .isInstanceOf(CannotWrite.class)
        .hasMessageContaining("No such file or directory")
        .hasMessageNotContainingAny("java", "Exception", "/proc/");
  }

  /// Written into a folder of somebody who exchanges it and the file for links meanwhile.
  @Test
  void whoOwnsTheFolderCanNotTurnItElsewhere() throws Exception {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Path theirs = Files.createDirectory(folder.resolve("theirs"));
    Files.writeString(outside.resolve("precious"), "precious");
    AtomicBoolean stop = new AtomicBoolean();
    Path name = theirs.resolve("r");
    Thread swapper = Thread.ofPlatform().start(() -> links(name, outside, stop));
    try {
      for (int tries = 0; tries < SWAPS; tries++) {
        try {
          write(name, "new");
        } catch (CannotWrite refused) {
          assertThat(refused.getMessage()).contains("link");
        }
      }
    } finally {
      stop.set(true);
      swapper.join();
    }
    assertThat(outside.resolve("precious")).hasContent("precious");
    assertThat(outside.toFile().list()).containsExactly("precious");
  }

  private static void links(Path name, Path outside, AtomicBoolean stop) {
    try {
      while (!stop.get()) {
        Files.deleteIfExists(name);
        Files.createSymbolicLink(name, outside.resolve("precious"));
        Thread.onSpinWait();
        Files.deleteIfExists(name);
        Files.createSymbolicLink(name, outside.resolve("made"));
        Thread.onSpinWait();
        Files.deleteIfExists(name);
      }
    } catch (java.nio.file.FileAlreadyExistsException meanwhile) {
      links(name, outside, stop);
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
