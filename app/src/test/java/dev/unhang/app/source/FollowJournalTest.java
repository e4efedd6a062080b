package dev.unhang.app.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.app.TestConsole;
import dev.unhang.linux.LiveClocks;
import dev.unhang.linux.LiveHostView;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.host.Running;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of a journal that come, go and change their names while it is followed.
class FollowJournalTest {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);
  private static final String HANG = "Detected Hardware Unit Hang";

  private final Queue<String> said = new ConcurrentLinkedQueue<>();

  @TempDir private Path folder = Path.of("");

  private Running follow(Path what) {
    return FollowJournal.start(
        Journals.follow(new LiveHostView(), what.toString()),
        new LiveClocks(),
        (buffer, offset, length) -> said.add(new String(buffer, offset, length, UTF_8)));
  }

  /// Puts a journal of testdata in a place all at once.
  private void put(String journal, Path to) throws IOException {
    Path beside = folder.resolve("beside");
    Path packed = TestConsole.repository("testdata/journals").resolve(journal + ".journal.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      Files.copy(in, beside, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.createDirectories(to.getParent());
    Files.move(beside, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean comesTrue(BooleanSupplier what) throws InterruptedException {
    long deadline = System.nanoTime() + LONG_ENOUGH.toNanos();
    while (!what.getAsBoolean() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    return what.getAsBoolean();
  }

  private boolean hangIsSaid() {
    return said.stream().anyMatch(line -> line.contains(HANG));
  }

  private static void severalLooksAtFolders() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(1_500);
  }

  @Test
  void theFileThatTakesTheNameOfAnArchivedOneIsReadFromItsBeginning() throws Exception {
    Path machine = folder.resolve("journal/0123456789abcdef0123456789abcdef");
    Path written = machine.resolve("system.journal");
    put("plain", written);
    try (Running following = follow(folder.resolve("journal"))) {
      Files.move(written, machine.resolve("system@7e4b5ab54de54f70-1-660c.journal"));
      put("lab-two-boots", written);
      assertThat(comesTrue(this::hangIsSaid)).isTrue();
      severalLooksAtFolders();
      assertThat(following.errorText()).isEmpty();
      assertThat(following.exit()).isEmpty();
    }
    assertThat(said.stream().filter(line -> line.contains(HANG))).hasSize(14);
  }

  @Test
  void aFileThatIsMadeBesideTheOthersIsReadFromItsBeginning() throws Exception {
    put("plain", folder.resolve("journal/system.journal"));
    try (Running following = follow(folder.resolve("journal"))) {
      put("lab-two-boots", folder.resolve("journal/remote-pve-02.journal"));
      assertThat(comesTrue(this::hangIsSaid)).isTrue();
      assertThat(following.errorText()).isEmpty();
    }
  }

  @Test
  void whatIsThereIsNoNewsNorWhatWasArchivedBefore() throws Exception {
    put("lab-two-boots", folder.resolve("journal/system.journal"));
    try (Running following = follow(folder.resolve("journal"))) {
      put("half-a", folder.resolve("journal/system@1-2-3.journal"));
      put("lab-two-boots", folder.resolve("journal/copy.journal"));
      severalLooksAtFolders();
      assertThat(following.errorText()).isEmpty();
    }
    assertThat(said).isEmpty();
  }

  @Test
  void aFileThatVanishesIsNamedAndTheNextOfItsNameIsRead() throws Exception {
    Path single = folder.resolve("journal/a.journal");
    put("plain", single);
    try (Running following = follow(single)) {
      Files.delete(single);
      assertThat(comesTrue(() -> !following.errorText().isEmpty())).isTrue();
      assertThat(following.errorText())
          .isEqualTo(single + ": is not there any more; what takes its place is followed\n");
      put("lab-two-boots", single);
      assertThat(comesTrue(this::hangIsSaid)).isTrue();
    }
  }

  @Test
  void aFileThatComesBackHasNothingNew() throws Exception {
    Path single = folder.resolve("journal/a.journal");
    put("lab-two-boots", single);
    try (Running following = follow(single)) {
      Files.move(single, folder.resolve("away"));
      assertThat(comesTrue(() -> !following.errorText().isEmpty())).isTrue();
      Files.move(folder.resolve("away"), single);
      severalLooksAtFolders();
    }
    assertThat(said).isEmpty();
  }

  @Test
  void aFileThatIsCutOffIsNamed() throws Exception {
    Path single = folder.resolve("journal/a.journal");
    put("plain", single);
    try (Running following = follow(single)) {
      Files.write(single, new byte[10]);
      assertThat(comesTrue(() -> following.errorText().contains("is no journal file"))).isTrue();
      assertThat(following.exit()).isEmpty();
    }
  }

  @Test
  void whatIsNoJournalIsRefused() throws Exception {
    Path text = Files.writeString(folder.resolve("kern.log"), "a text\n");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    for (Path each : new Path[] {text, empty, folder.resolve("nowhere")}) {
      assertThatThrownBy(() -> follow(each).close())
          .isInstanceOf(CannotRead.class)
          .hasMessageContaining(each.toString());
    }
  }

  @Test
  void whatTheReaderThrowsEndsTheFollowing() throws Exception {
    put("plain", folder.resolve("journal/system.journal"));
    try (Running following =
        FollowJournal.start(
            Journals.follow(new LiveHostView(), folder.resolve("journal").toString()),
            new LiveClocks(),
            (buffer, offset, length) -> {
              throw new IllegalStateException("a bug");
            })) {
      put("lab-two-boots", folder.resolve("journal/other.journal"));
      assertThat(comesTrue(() -> following.exit().isPresent())).isTrue();
      assertThat(following.exit()).hasValue(1);
      assertThat(following.errorText()).contains("a bug");
    }
  }
}
