package dev.unhang.linux.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unhang.model.error.CannotChange;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
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
    AtomicReplace.replace(Root.here(), edit("before\n", "after\n"));
    assertThat(file).hasContent("after\n");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void modeAndOwnerStay() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    AtomicReplace.replace(Root.here(), edit("before\n", "after\n"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void aLinkStaysALinkAndItsTargetIsWritten() throws IOException {
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, file);
    AtomicReplace.replace(
        Root.here(),
        new FileEdit(new HostPath(link.toString()), Content.of("before\n"), Content.of("after\n")));
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("after\n");
  }

  @Test
  void aFileThatSomebodyElseHasChangedIsLeftAlone() throws IOException {
    Files.writeString(file, "meanwhile\n");
    assertThatThrownBy(() -> AtomicReplace.replace(Root.here(), edit("before\n", "after\n")))
        .isInstanceOf(CannotChange.class)
        .hasMessageContaining("another program");
    assertThat(file).hasContent("meanwhile\n");
  }

  @Test
  void whatAKilledRunHasLeftIsTakenAway() throws IOException {
    Path leftover = folder.resolve(".interfaces.unhang-new");
    Files.writeString(leftover, "half");
    AtomicReplace.replace(Root.here(), edit("before\n", "after\n"));
    assertThat(leftover).doesNotExist();
    assertThat(file).hasContent("after\n");
  }

  @Test
  void bytesThatAreNoTextAreWrittenAsTheyAre() {
    byte[] bytes = {(byte) 0xff, 0, (byte) 0xc3, 10};
    AtomicReplace.replace(
        Root.here(),
        new FileEdit(new HostPath(file.toString()), Content.of("before\n"), Content.of(bytes)));
    assertThat(file).hasBinaryContent(bytes);
  }

  @Test
  void usersOwnAttributesStay() throws IOException {
    ExtendedAttributes attributes = new ExtendedAttributes(file);
    assumeTrue(canSet(attributes, "user.unhang", "mine"), "no user.* attributes on this disk");
    AtomicReplace.replace(Root.here(), edit("before\n", "after\n"));
    assertThat(attributes.all()).containsEntry("user.unhang", "mine".getBytes(UTF_8));
  }

  @Test
  void labelsStay() throws IOException {
    ExtendedAttributes attributes = new ExtendedAttributes(file);
    assumeTrue(
        canSet(attributes, "security.unhang", "label"), "needs root, and a disk with labels");
    AtomicReplace.replace(Root.here(), edit("before\n", "after\n"));
    assertThat(attributes.all()).containsEntry("security.unhang", "label".getBytes(UTF_8));
  }

  /// The group bits of a file with an access list are the list's mask. Kept as bits alone, they
  /// would let the owning group write, which only one user may.
  @Test
  void anAccessListStaysAndOpensTheFileToNobody() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    ExtendedAttributes attributes = new ExtendedAttributes(file);
    byte[] list =
        HexFormat.of()
            .parseHex(
                "02000000"
                    + "01000600ffffffff" // the owner: rw
                    + "02000600e7030000" // user 999: rw
                    + "04000400ffffffff" // the group: r
                    + "10000600ffffffff" // mask: rw
                    + "20000000ffffffff"); // others: nothing
    assumeTrue(canSet(attributes, "system.posix_acl_access", list), "no access lists here");
    AtomicReplace.replace(Root.here(), edit("before\n", "after\n"));
    assertThat(attributes.all()).containsEntry("system.posix_acl_access", list);
  }

  private static boolean canSet(ExtendedAttributes attributes, String name, String value) {
    return canSet(attributes, name, value.getBytes(UTF_8));
  }

  private static boolean canSet(ExtendedAttributes attributes, String name, byte[] value) {
    try {
      attributes.set(name, value);
      return true;
    } catch (IOException not_here) {
      return false;
    }
  }

  @Test
  void theOwnerStays() throws IOException {
    assumeTrue("root".equals(System.getProperty("user.name")), "needs root to give files away");
    Files.setAttribute(file, "unix:uid", 65534);
    Files.setAttribute(file, "unix:gid", 65533);
    AtomicReplace.replace(Root.here(), edit("before\n", "after\n"));
    assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(65534);
    assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(65533);
  }

  @Test
  void aRefusedEditLeavesNothingBeside() throws IOException {
    assertThatThrownBy(() -> AtomicReplace.replace(Root.here(), edit("other\n", "after\n")))
        .isInstanceOf(CannotChange.class);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void aFileThatIsNotThereIsNotMade() {
    Path missing = folder.resolve("missing");
    FileEdit edit =
        new FileEdit(new HostPath(missing.toString()), Content.of(""), Content.of("after\n"));
    assertThatThrownBy(() -> AtomicReplace.replace(Root.here(), edit))
        .isInstanceOf(CannotChange.class);
    assertThat(missing).doesNotExist();
  }
}
