package dev.unhang.logs.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.logs.bulk.Workers;
import dev.unhang.model.evidence.Origin;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Damaged files: nothing is thrown, time and memory stay within bounds, and what is not damaged is
/// read.
class JournalDamageTest {
  private static final int MAX_TROUBLES = 11;

  /// Entries that say the same share one text, and lose it together.
  private static final int MOST_WITH_ONE_TEXT = 6;

  /// Without the room that was never used.
  private static byte[] sound(String name) {
    byte[] file = Journals.bytes(name);
    int end = file.length;
    while (file[end - 1] == 0) {
      end--;
    }
    return Arrays.copyOf(file, Math.min(file.length, end + 64));
  }

  /// Everything that can be asked of a file.
  private static List<String> cursors(byte[] file) {
    return cursors(new ByteArraySource(file));
  }

  private static List<String> cursors(ByteArraySource source) {
    Journal journal = Journal.open(List.of(new NamedBytes(new Origin("damaged"), source)));
    List<String> cursors = new ArrayList<>();
    Journals.records(journal).forEach(record -> cursors.add(Journals.cursor(record)));
    journal.json(Selection.ALL, Workers.ONE, (bytes, offset, length) -> {});
    journal.boots(Workers.ONE);
    assertThat(journal.troubles()).hasSizeLessThanOrEqualTo(MAX_TROUBLES);
    assertThat(source.bytesRead()).isLessThan(200L * (source.length() + 1_000_000));
    return cursors;
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain.journal", "odd-regular-unkeyed.journal"})
  void oneDamagedByteCostsLittle(String name) {
    byte[] file = sound(name);
    List<String> all = cursors(file);
    for (int at = 0, bit = 0; at < file.length; at = next(file, at + 67), bit = (bit + 3) % 8) {
      byte kept = file[at];
      file[at] = (byte) (kept ^ 1 << bit);
      Set<String> found = new HashSet<>(cursors(file));
      found.retainAll(all);
      boolean header = at < JournalHeader.MIN_BYTES;
      assertThat(found.size())
          .as("%s, bit %d of byte %d", name, bit, at)
          .isGreaterThanOrEqualTo(header ? 0 : all.size() - MOST_WITH_ONE_TEXT);
      file[at] = kept;
    }
  }

  /// The next place that isn't room in a table: tables take most of a small file.
  private static int next(byte[] file, int from) {
    int at = from;
    while (at < file.length && file[at] == 0 && file[at & ~7] == 0) {
      at++;
    }
    return at;
  }

  @Test
  void muchDamageLeavesWhatIsNotDamaged() {
    byte[] file = sound("lab-two-boots.journal");
    int all = cursors(file).size();
    for (int at = 300; at < file.length; at += 997) {
      file[at] ^= 0x20;
    }
    assertThat(cursors(file).size()).isGreaterThan(all * 9 / 10);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void randomBytesAnywhereEndInAnAnswer(long seed) {
    Random random = new Random(seed);
    byte[] file = sound("plain.journal");
    for (int round = 0; round < 12; round++) {
      byte[] damaged = file.clone();
      for (int i = 0; i < 1 + random.nextInt(200); i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      cursors(damaged);
    }
  }

  @Test
  void aFileCutAnywhereKeepsWhatIsBeforeTheCut() {
    byte[] file = sound("plain.journal");
    int all = cursors(file).size();
    int most = 0;
    for (int length = 0; length < file.length; length += 4099) {
      int found = cursors(Arrays.copyOf(file, length)).size();
      assertThat(found).isBetween(Math.max(0, most - 1), all);
      most = Math.max(most, found);
    }
    assertThat(most).isGreaterThan(all - 9);
  }

  @Test
  void aFileThatShrinksWhileItIsReadIsReadUpToWhereItEnds() {
    byte[] file = sound("lab-two-boots.journal");
    byte[] half = Arrays.copyOf(file, file.length / 2 + file.length / 4);
    assertThat(cursors(new ByteArraySource(half, file.length)).size()).isGreaterThan(300);
  }

  /// Sizes, counts and offsets of every object in turn.
  @ParameterizedTest
  @CsvSource({"-1", "0", "1", "9223372036854775807", "4294967288", "1152921504606846976"})
  void absurdNumbersAreNotBelieved(long absurd) {
    byte[] file = sound("odd-compact-keyed.journal");
    int all = cursors(file).size();
    for (int at = JournalHeader.MIN_BYTES & ~7;
        at < file.length - 8;
        at = next(file, at + 264) & ~7) {
      byte[] damaged = file.clone();
      ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN).putLong(at, absurd);
      assertThat(cursors(damaged).size()).as("byte %d", at).isGreaterThanOrEqualTo(all - 3);
    }
    for (int at = 88; at < JournalHeader.MIN_BYTES; at += 8) {
      byte[] damaged = file.clone();
      ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN).putLong(at, absurd);
      assertThat(cursors(damaged).size()).as("header, byte %d", at).isEqualTo(all);
    }
  }

  /// Arrays that name themselves, or one before, as their next.
  @Test
  void loopsAreNotFollowed() {
    byte[] file = sound("lab-two-boots.journal");
    int all = cursors(file).size();
    ByteBuffer numbers = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int looped = 0;
    for (int at = 264; at < file.length - 24; ) {
      int size = (int) numbers.getLong(at + 8);
      if (file[at] == ObjectReader.ENTRY_ARRAY) {
        numbers.putLong(at + 16, looped % 2 == 0 ? at : 264);
        looped++;
      }
      at += Math.max(16, size + 7 & ~7);
    }
    assertThat(looped).isGreaterThan(1000);
    assertThat(cursors(file)).hasSize(all);
  }
}
