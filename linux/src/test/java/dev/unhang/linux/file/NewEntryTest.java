package dev.unhang.linux.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.model.error.CannotChange;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.Entry;
import dev.unhang.model.host.HostPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is made is there whole, replaces nothing, and is taken away only while it is the same.
class NewEntryTest {
  private static final Entry FILE = new Entry.NewFile(Content.of("[Link]\n"));

  @TempDir private Path folder = Path.of("");

  static List<Entry> entries() {
    return List.of(FILE, new Entry.Folder(), new Entry.Link("../target"));
  }

  private HostPath at(String name) {
    return new HostPath(folder.resolve(name).toString());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> String.valueOf(path.getFileName())).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("entries")
  void madeAndTakenAwayLeavesNothing(Entry entry) throws IOException {
    NewEntry.make(Root.here(), at("new"), entry);
    assertThat(names()).containsExactly("new");
    NewEntry.remove(Root.here(), at("new"), entry);
    assertThat(names()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("entries")
  void whatIsThereIsNotReplaced(Entry entry) throws IOException {
    Files.writeString(folder.resolve("new"), "somebody's");
    assertThatThrownBy(() -> NewEntry.make(Root.here(), at("new"), entry))
        .isInstanceOf(CannotChange.class)
        .hasMessageContaining("something is there");
    assertThat(folder.resolve("new")).hasContent("somebody's");
    assertThat(names()).containsExactly("new");
  }

  @ParameterizedTest
  @MethodSource("entries")
  void whatIsNotAnyMoreWhatWasMadeStays(Entry entry) throws IOException {
    Files.writeString(folder.resolve("new"), "somebody's");
    assertThatThrownBy(() -> NewEntry.remove(Root.here(), at("new"), entry))
        .isInstanceOf(CannotChange.class);
    assertThat(folder.resolve("new")).hasContent("somebody's");
  }

  @Test
  void aFolderThatHoldsSomethingStays() throws IOException {
    NewEntry.make(Root.here(), at("new"), new Entry.Folder());
    Files.writeString(folder.resolve("new").resolve("other"), "");
    assertThatThrownBy(() -> NewEntry.remove(Root.here(), at("new"), new Entry.Folder()))
        .isInstanceOf(CannotChange.class)
        .hasMessageContaining("put something into it");
  }

  @Test
  void aFileIsRootsAndAllMayReadIt() throws IOException {
    NewEntry.make(Root.here(), at("new"), FILE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new"))))
        .isEqualTo("rw-r--r--");
    assertThat(folder.resolve("new")).hasContent("[Link]\n");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> NewEntry.make(Root.here(), at("none/new"), FILE))
        .isInstanceOf(CannotChange.class)
        .hasMessageContaining("the folder is not there");
  }
}
