package dev.unhang.hosts.saved;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.evidence.Trouble;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavedArchiveTest {
  private static final String FEATURES = "Features for eno1:\nrx-all: off [fixed]\n";

  private static SavedEvidence read(byte[] archive) {
    EvidenceDraft draft = new EvidenceDraft("saved.tar");
    SavedArchive.read(new ByteArrayInputStream(archive), "saved.tar", draft);
    return draft.hosts().getFirst();
  }

  private static TarMaker sound() {
    return new TarMaker().file("paste/a.txt", FEATURES);
  }

  private static List<String> troubles(SavedEvidence evidence) {
    return evidence.troubles().stream().map(Trouble::toString).toList();
  }

  @ParameterizedTest
  @CsvSource({"../../etc/shadow, leads out", "a/../../b, leads out", "/etc/passwd, leads out"})
  void namesThatLeadOutAreRefusedAndTheRestIsRead(String name, String why) {
    SavedEvidence evidence =
        read(new TarMaker().file(name, FEATURES).file("paste/b.txt", FEATURES).bytes());
    assertThat(troubles(evidence)).singleElement().asString().contains(name, why);
    assertThat(evidence.outputs()).hasSize(1);
  }

  @Test
  void linksAndDevicesAreNoFiles() {
    SavedEvidence evidence =
        read(
            new TarMaker()
                .entry('2', "paste/link", 0, "")
                .entry('1', "paste/hard", 0, "")
                .entry('4', "paste/device", 0, "")
                .file("paste/a.txt", FEATURES)
                .bytes());
    assertThat(evidence.outputs()).hasSize(1);
  }

  @Test
  void anEntryThatSaysItIsLongerThanTheArchiveEndsIt() {
    SavedEvidence evidence = read(sound().entry('0', "paste/b.txt", 1L << 32, FEATURES).unended());
    assertThat(evidence.outputs()).hasSize(1);
    assertThat(troubles(evidence)).anySatisfy(what -> assertThat(what).contains("ends too early"));
  }

  @Test
  void damageBehindSoundEntriesIsNamed() {
    byte[] archive = new TarMaker().file("paste/a.txt", FEATURES).file("b", "b").bytes();
    Arrays.fill(archive, 1024, 1536, (byte) 'x');
    SavedEvidence evidence = read(archive);
    assertThat(evidence.outputs()).hasSize(1);
    assertThat(troubles(evidence)).singleElement().asString().contains("no header");
  }

  @Test
  void longNamesOfGnuAndPaxForm() {
    String name = "paste/" + "n".repeat(150) + ".txt";
    String pax = "170 path=" + name + "\n";
    SavedEvidence evidence =
        read(
            new TarMaker()
                .entry('L', "././@LongLink", name.length(), name)
                .file("short", FEATURES)
                .entry('x', "PaxHeaders/x", pax.length(), pax)
                .file("short", FEATURES)
                .bytes());
    assertThat(evidence.outputs())
        .hasSize(2)
        .allSatisfy(
            output -> assertThat(output.text().origin().name()).isEqualTo("saved.tar:" + name));
  }

  @Test
  void aBombIsStoppedAndSaid() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(sound().entry('0', "paste/bomb", 1L << 32, "").unended());
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 400; i++) {
        gzip.write(zeros);
      }
    }
    SavedEvidence evidence = read(packed.toByteArray());
    assertThat(evidence.outputs()).hasSize(1);
    assertThat(troubles(evidence)).anySatisfy(what -> assertThat(what).contains("times as long"));
  }

  @Test
  void truncatedAnywhereOrDamagedAnywhereNothingIsThrown() {
    byte[] archive = sound().file("paste/b.txt", FEATURES).entry('L', "l", 3, "abc").bytes();
    for (int length = 0; length < archive.length; length += 7) {
      read(Arrays.copyOf(archive, length));
    }
    Random random = new Random(3);
    for (int round = 0; round < 2_000; round++) {
      byte[] damaged = archive.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      read(damaged);
    }
    assertThat(SavedArchive.is(new ByteArrayInputStream(archive))).isTrue();
    assertThat(SavedArchive.is(new ByteArrayInputStream(new byte[0]))).isFalse();
    assertThat(SavedArchive.is(new ByteArrayInputStream(new byte[5_000]))).isFalse();
  }
}
