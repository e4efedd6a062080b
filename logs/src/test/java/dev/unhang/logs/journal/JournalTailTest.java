package dev.unhang.logs.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.logs.journal.JournalTail.From;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Trouble;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A journal that grows while it is read: real ones, set back to what they were when they had fewer
/// entries.
class JournalTailTest {
  private final List<String> said = new ArrayList<>();
  private final JournalTail tail = new JournalTail();

  private static GrowingSource lab() {
    return new GrowingSource(Journals.bytes("lab-two-boots.journal"));
  }

  private JournalTail follow(GrowingSource file, From from) {
    assertThat(tail.add(new NamedBytes(new Origin("file"), file), from)).isTrue();
    return tail;
  }

  private void look() {
    boolean goesOn = true;
    for (int looks = 0; goesOn && looks < 100; looks++) {
      goesOn =
          tail.look((bytes, offset, length) ->
              said.add(new String(bytes, offset, length, StandardCharsets.UTF_8)));
    }
    assertThat(goesOn).isFalse();
  }

  private List<String> troubles() {
    return tail.newTroubles().stream().map(Trouble::toString).toList();
  }

  /// What was said by the kernel; the rest tells how a boot ended.
  private List<Map<String, String>> kernels() {
    List<Map<String, String>> all = Journals.fields(String.join("", said));
    all.removeIf(entry -> !"VALUE_STRING kernel".equals(entry.get("_TRANSPORT")));
    return all;
  }

  private static List<Map<String, String>> wholeJournal(String name) {
    return Journals.fields(Journals.json(Journals.open(Journals.bytes(name + ".journal"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lab-two-boots",
        "plain",
        "odd-regular-unkeyed",
        "odd-regular-keyed",
        "odd-compact-unkeyed",
        "odd-compact-keyed"
      })
  void whatIsAppendedIsSaidOnceAndAsTheJournalHasIt(String name) {
    GrowingSource file = new GrowingSource(Journals.bytes(name + ".journal"));
    Random random = new Random(name.length());
    file.hasOnly(0);
    follow(file, From.ITS_END);
    for (int entries = 0; entries < file.entries(); ) {
      entries = Math.min(file.entries(), entries + 1 + random.nextInt(40));
      file.hasOnly(entries);
      look();
    }
    assertThat(kernels()).isEqualTo(wholeJournal(name));
    assertThat(troubles()).isEmpty();
  }

  @Test
  void whatWasThereBeforeIsNoNews() {
    GrowingSource file = lab();
    Random random = new Random(7);
    for (int i = 0; i < 20; i++) {
      JournalTail fresh = new JournalTail();
      int before = random.nextInt(file.entries());
      file.hasOnly(before);
      fresh.add(new NamedBytes(new Origin("file"), file), From.ITS_END);
      file.hasOnly(file.entries());
      said.clear();
      fresh.look((bytes, offset, length) ->
          said.add(new String(bytes, offset, length, StandardCharsets.UTF_8)));
      List<Map<String, String>> all = wholeJournal("lab-two-boots");
      List<Map<String, String>> news = kernels();
      assertThat(news)
          .as("behind %s", before)
          .isEqualTo(all.subList(all.size() - news.size(), all.size()));
      assertThat(news.size()).isBetween(0, file.entries() - before);
    }
  }

  @Test
  void whatABootEndsWithIsSaidToo() {
    follow(lab(), From.ITS_BEGINNING);
    look();
    assertThat(kernels()).isEqualTo(wholeJournal("lab-two-boots"));
    assertThat(said).anyMatch(line -> line.contains("\"MESSAGE\":\"Journal stopped\""));
  }

  @Test
  void whatIsInTwoFilesIsSaidOnce() {
    GrowingSource one = new GrowingSource(Journals.bytes("half-a.journal"));
    GrowingSource other = new GrowingSource(Journals.bytes("half-b.journal"));
    follow(one, From.ITS_BEGINNING);
    follow(other, From.ITS_BEGINNING);
    look();
    assertThat(kernels()).hasSize(77);
  }

  @Test
  void aCopyOfAFileIsNotFollowed() {
    follow(lab(), From.ITS_END);
    assertThat(tail.add(new NamedBytes(new Origin("copy"), lab()), From.ITS_BEGINNING)).isFalse();
    look();
    assertThat(said).isEmpty();
  }

  /// A hundred looks a second must not read more than headers.
  @Test
  void aLookThatFindsNothingReadsOnlyTheHeader() {
    GrowingSource file = lab();
    follow(file, From.ITS_END);
    look();
    long before = file.bytesRead();
    look();
    assertThat(file.bytesRead() - before).isEqualTo(JournalHeader.MIN_BYTES);
  }

  /// On some processors a list may be seen to grow before the entry is there.
  @Test
  void anEntryThatIsNotThereYetIsWaitedFor() {
    GrowingSource file = new GrowingSource(Journals.bytes("plain.journal"));
    file.hasOnly(file.entries() - 1);
    follow(file, From.ITS_END);
    file.hasOnly(file.entries());
    byte[] whole = file.bytes();
    byte[] early = whole.clone();
    int last = lastEntry(early);
    Arrays.fill(early, last, last + 64, (byte) 0);
    file.becomes(early);
    look();
    assertThat(said).isEmpty();
    file.becomes(whole);
    look();
    assertThat(said).hasSize(1);
    assertThat(troubles()).isEmpty();
  }

  @Test
  void anEntryThatNeverComesIsNamedAndTheNextIsRead() {
    GrowingSource file = new GrowingSource(Journals.bytes("plain.journal"));
    file.hasOnly(file.entries() - 1);
    byte[] damaged = file.bytes();
    file.hasOnly(file.entries() - 2);
    follow(file, From.ITS_END);
    int lost = lastEntry(damaged);
    file.hasOnly(file.entries());
    byte[] whole = file.bytes();
    Arrays.fill(whole, lost, lost + 64, (byte) 0);
    file.becomes(whole);
    for (int i = 0; i < 100; i++) {
      look();
    }
    assertThat(said).hasSize(1);
    assertThat(troubles()).hasSize(1).allMatch(it -> it.contains("isn't there, left out"));
  }

  /// Of a file without damage.
  private static int lastEntry(byte[] journal) {
    ByteBuffer file = ByteBuffer.wrap(journal).order(ByteOrder.LITTLE_ENDIAN);
    boolean compact = (file.getInt(12) & 1 << 4) != 0;
    int last = 0;
    for (int array = (int) file.getLong(176); array != 0; array = (int) file.getLong(array + 16)) {
      int bytes = compact ? 4 : 8;
      for (int at = array + 24; at < array + file.getLong(array + 8); at += bytes) {
        last = file.getInt(at) == 0 ? last : file.getInt(at);
      }
    }
    return last;
  }

  @Test
  void aFileThatBecomesShorterIsNamedOnce() {
    GrowingSource file = lab();
    follow(file, From.ITS_END);
    file.becomes(Arrays.copyOf(file.bytes(), 100));
    look();
    look();
    assertThat(troubles()).hasSize(1).allMatch(it -> it.contains("is cut off inside"));
    file.hasOnly(file.entries());
    look();
    assertThat(said).isEmpty();
  }

  @Test
  void aFileThatIsOverwrittenByAnotherIsReadFromItsBeginning() {
    GrowingSource file = lab();
    follow(file, From.ITS_END);
    file.becomes(Journals.bytes("plain.journal"));
    look();
    assertThat(kernels()).isEqualTo(wholeJournal("plain"));
    assertThat(troubles()).hasSize(1).allMatch(it -> it.contains("overwritten"));
  }

  /// Offsets are never trusted: any answer but a throw, an endless loop or endless memory.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void damageWhileItGrowsIsSurvived(int seed) {
    GrowingSource file = lab();
    Random random = new Random(seed);
    file.hasOnly(random.nextInt(file.entries()));
    follow(file, From.ITS_END);
    for (int round = 0; round < 20; round++) {
      file.hasOnly(random.nextInt(file.entries() + 1));
      byte[] damaged = file.bytes();
      for (int i = 0; i < 2_000; i++) {
        damaged[24 + random.nextInt(damaged.length - 24)] = (byte) random.nextInt();
      }
      damaged[176 + random.nextInt(4)] ^= (byte) random.nextInt(8);
      file.becomes(damaged);
      look();
    }
    assertThat(said.size()).as("seed %s", seed).isLessThan(20 * file.entries());
    assertThat(troubles().size()).isLessThan(40);
  }

  @Test
  void whatIsNoJournalIsNotFollowed() {
    GrowingSource file = lab();
    file.becomes("no journal".getBytes(StandardCharsets.US_ASCII));
    assertThat(tail.add(new NamedBytes(new Origin("file"), file), From.ITS_END)).isFalse();
    assertThat(troubles()).hasSize(1);
  }
}
