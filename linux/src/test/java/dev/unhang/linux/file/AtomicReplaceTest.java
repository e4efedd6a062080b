package dev.unhang.linux.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.model.error.CannotChange;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file is the old one or the new one, and keeps who it is.
class AtomicReplaceTest {
  @TempDir private Path folder = Path.of("");

  private Path file = Path.of("");

  @BeforeEach
  void writeFile() throws IOException {
    file = folder.resolve("interfaces");
    Files.writeString(file, "before\n");
  }

  private FileEdit edit(String before, String after) {
    return new FileEdit(new HostPath(file.toString()), Content.of(before), Content.of(after));
  }

  @Test
  void theContentIsReplacedAndNothingIsLeftBeside() throws IOException {
    AtomicReplace.replace(file, edit("before\n", "after\n"));
    assertThat(file).hasContent("after\n");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void modeAndOwnerStay() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    AtomicReplace.replace(file, edit("before\n", "after\n"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void aLinkStaysALinkAndItsTargetIsWritten() throws IOException {
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, file);
    AtomicReplace.replace(link, edit("before\n", "after\n"));
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("after\n");
  }

  @Test
  void aFileThatSomebodyElseHasChangedIsLeftAlone() throws IOException {
    Files.writeString(file, "meanwhile\n");
    assertThatThrownBy(() -> AtomicReplace.replace(file, edit("before\n", "after\n")))
        .isInstanceOf(CannotChange.class)
        .hasMessageContaining("somebody else");
    assertThat(file).hasContent("meanwhile\n");
  }

  @Test
  void whatAKilledRunHasLeftIsTakenAway() throws IOException {
    Path leftover = folder.resolve(".interfaces" + AtomicReplace.MARK);
    Files.writeString(leftover, "half");
    AtomicReplace.replace(file, edit("before\n", "after\n"));
    assertThat(leftover).doesNotExist();
    assertThat(file).hasContent("after\n");
  }

  @Test
  void bytesThatAreNoTextAreWrittenAsTheyAre() {
    byte[] bytes = {(byte) 0xff, 0, (byte) 0xc3, 10};
    AtomicReplace.replace(
        file,
        new FileEdit(new HostPath(file.toString()), Content.of("before\n"), Content.of(bytes)));
    assertThat(file).hasBinaryContent(bytes);
  }
}
