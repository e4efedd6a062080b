package dev.unhang.linux.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unhang.linux.command.RunCommand;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.ByteSource;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is read of a machine's files, and what is said of those that can't be.
class LiveFilesTest {
  @TempDir private Path root = Path.of("");

  private LiveFiles files() {
    return new LiveFiles(Root.mounted(new HostPath(root.toString())));
  }

  private static HostPath path(String value) {
    return new HostPath(value);
  }

  @Test
  void aPseudoFileIsReadWholeThoughItClaimsToBeEmpty() {
    LiveFiles live = new LiveFiles(Root.here());
    assertThat(live.attributes(path("/proc/self/status")).known().orElseThrow().size()).isZero();
    assertThat(live.read(path("/proc/self/status")).known().orElseThrow().utf8())
        .startsWith("Name:")
        .endsWith("\n");
  }

  @Test
  void aFileThatIsNotThereIsAbsentAndNotEmpty() {
    assertThat(files().read(path("/etc/nothing")))
        .isInstanceOfSatisfying(
            Reading.Absent.class,
            absent -> assertThat(absent.why()).isEqualTo(WhyAbsent.NOT_OFFERED));
  }

  @Test
  void aFileThatIsTooLargeIsNotReadInPart() throws IOException {
    Files.write(root.resolve("large"), new byte[HostView.MAX_SMALL_FILE + 1]);
    assertThat(files().read(path("/large"))).isInstanceOf(Reading.Unreadable.class);
    Files.write(root.resolve("fits"), new byte[HostView.MAX_SMALL_FILE]);
    assertThat(files().read(path("/fits"))).isInstanceOf(Reading.Read.class);
  }

  @Test
  void aPipeIsNeverWaitedFor() {
    Path pipe = root.resolve("pipe");
    assumeTrue(
        RunCommand.collect(new Command(List.of("mkfifo", pipe.toString()), Duration.ofSeconds(20)))
            .known()
            .isPresent(),
        "mkfifo is not installed");
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertThat(files().read(path("/pipe"))).isInstanceOf(Reading.Unreadable.class);
          assertThat(files().open(path("/pipe"))).isInstanceOf(Reading.Unreadable.class);
        });
  }

  @Test
  void namesAreSorted() throws IOException {
    for (String name : List.of("b", "a", "c.d", "B")) {
      Files.createFile(root.resolve(name));
    }
    assertThat(files().list(path("/")).known()).contains(List.of("B", "a", "b", "c.d"));
  }

  @Test
  void aFileOfAnySizeIsReadAtAnyPlace() throws IOException {
    Files.writeString(root.resolve("log"), "0123456789");
    try (ByteSource source = files().open(path("/log")).known().orElseThrow()) {
      ByteBuffer four = ByteBuffer.allocate(4);
      assertThat(source.length()).isEqualTo(10);
      assertThat(source.read(8, four)).isEqualTo(2);
      assertThat(source.read(10, four)).isEqualTo(-1);
      assertThat(four.array()).startsWith('8', '9');
    }
  }

  @Test
  void aLinkIsNamedAsItIsWrittenAndNeverFollowed() throws IOException {
    Files.createSymbolicLink(root.resolve("link"), Path.of("/nowhere"));
    assertThat(files().link(path("/link")).known()).contains("/nowhere");
    assertThat(files().attributes(path("/link")).known().map(FileAttributes::kind))
        .contains(FileAttributes.Kind.LINK);
  }

  /// Another machine's disk: its links lead within it, or its facts would be ours.
  @ParameterizedTest
  @CsvSource({
    "an absolute link, /inner/file",
    "a relative link, ../inner/file",
    "a way up beyond the top, ../../../../../../../inner/file",
    "a link within the way, /dir/file"
  })
  void linksOfAMountedDiskLeadWithinIt(String why, String target) throws IOException {
    Files.createDirectories(root.resolve("inner"));
    Files.createDirectories(root.resolve("etc"));
    Files.writeString(root.resolve("inner/file"), "theirs");
    Files.createSymbolicLink(root.resolve("dir"), Path.of("/inner"));
    Files.createSymbolicLink(root.resolve("etc/link"), Path.of(target));
    assertThat(files().read(path("/etc/link")).known()).as(why).contains(Content.of("theirs"));
  }

  @Test
  void linksThatLeadInACircleEnd() throws IOException {
    Files.createSymbolicLink(root.resolve("one"), Path.of("/two"));
    Files.createSymbolicLink(root.resolve("two"), Path.of("/one"));
    assertThat(files().read(path("/one"))).isInstanceOf(Reading.Unreadable.class);
  }
}
