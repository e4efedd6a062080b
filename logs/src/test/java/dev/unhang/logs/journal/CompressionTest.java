package dev.unhang.logs.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.unhang.logs.journal.MadeUpJournal.Compression;
import dev.unhang.logs.record.LogRecord;
import io.airlift.compress.lz4.Lz4Compressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZ;
import org.tukaani.xz.XZOutputStream;

/// Fields in each compression that journald has used.
class CompressionTest {
  /// @param compression of fields longer than a few words
  record Kind(String name, boolean compact, Compression compression) {
    @Override
    public String toString() {
      return name + (compact ? ", compact" : "");
    }
  }

  static final Compression XZ_KIND = new Compression(1, 1, CompressionTest::xz);
  static final Compression LZ4_KIND = new Compression(2, 2, CompressionTest::lz4);
  static final Compression ZSTD_KIND = new Compression(4, 8, CompressionTest::zstd);

  static Stream<Kind> kinds() {
    return Stream.of(false, true)
        .flatMap(compact ->
            Stream.of(
                new Kind("none", compact, MadeUpJournal.NONE),
                new Kind("xz", compact, XZ_KIND),
                new Kind("lz4", compact, LZ4_KIND),
                new Kind("zstd", compact, ZSTD_KIND)));
  }

  private static byte[] xz(byte[] field) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XZOutputStream xz = new XZOutputStream(out, new LZMA2Options(0), XZ.CHECK_NONE)) {
      xz.write(field);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] lz4(byte[] field) {
    Lz4Compressor lz4 = new Lz4Compressor();
    byte[] block = new byte[lz4.maxCompressedLength(field.length)];
    int length = lz4.compress(field, 0, field.length, block, 0, block.length);
    byte[] stored = new byte[8 + length];
    ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN).putLong(field.length);
    System.arraycopy(block, 0, stored, 8, length);
    return stored;
  }

  private static byte[] zstd(byte[] field) {
    return Zstd.compress(field);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void messagesAreTakenApart(Kind kind) {
    String repeated = "eno1: Detected Hardware Unit Hang: ".repeat(30);
    String random =
        new Random(1)
            .ints(900, ' ', 'z')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    byte[] file =
        new MadeUpJournal(kind.compact(), kind.compression())
            .message("short")
            .message(repeated)
            .message(random)
            .message(repeated)
            .write();
    Journal journal = Journals.open(file);
    assertThat(Journals.records(journal))
        .extracting(record -> record.lines().getFirst())
        .containsExactly("short", repeated, random, repeated);
    assertThat(Journals.fields(Journals.json(journal)))
        .extracting(line -> line.get("MESSAGE"))
        .containsExactlyElementsOf(
            Stream.of("short", repeated, random, repeated)
                .map(it -> "VALUE_STRING " + it)
                .toList());
    assertThat(journal.troubles()).isEmpty();
  }

  /// 300 KB of nothing, or a thousand times as much, take no more than there is room for.
  @ParameterizedTest
  @MethodSource("kinds")
  void whatSwellsIsCut(Kind kind) {
    byte[] file =
        new MadeUpJournal(kind.compact(), kind.compression())
            .message("before")
            .message("x".repeat(300_000))
            .message("after")
            .write();
    Journal journal = Journals.open(file);
    List<LogRecord> records = Journals.records(journal);
    assertThat(records)
        .extracting(record -> record.lines().getFirst().length())
        .containsExactly(6, ObjectReader.MAX_VALUE - "MESSAGE=".length(), 5);
    assertThat(journal.troubles()).hasSize(1);
    assertThat(journal.troubles().getFirst().what()).contains("longer than 65536 bytes, cut");
    assertThat(Journals.json(journal)).contains("\"MESSAGE\":null");
  }
}
