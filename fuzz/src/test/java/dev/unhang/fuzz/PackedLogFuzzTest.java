package dev.unhang.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import dev.unhang.logs.unpack.DamagedArchive;
import dev.unhang.logs.unpack.SourceStream;
import dev.unhang.logs.unpack.Unpacking;
import dev.unhang.model.evidence.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.MethodSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// Any bytes as a file that may be packed.
class PackedLogFuzzTest {
  /// Little input may become much more, and is then stopped; going on to there takes long.
  private static final int ENOUGH = 256 << 10;

  /// A way to pack, so that there is something to unpack.
  private interface Packer {
    OutputStream over(OutputStream out) throws IOException;
  }

  static Stream<Named<byte[]>> seeds() {
    return Seeds.logs()
        .filter(log -> log.getPayload().length < 400)
        .flatMap(log ->
            Stream.of(
                Named.of("gzip " + log.getName(), packed(log, GZIPOutputStream::new)),
                Named.of(
                    "xz " + log.getName(),
                    packed(log, out -> new XZOutputStream(out, new LZMA2Options(0)))),
                Named.of("zstd " + log.getName(), packed(log, ZstdOutputStreamNoFinalizer::new))));
  }

  private static byte[] packed(Named<byte[]> log, Packer packer) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = packer.over(packed)) {
      out.write(log.getPayload());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /// @param damage empty where the end was reached, or enough was read
  private record Unpacked(Content text, Optional<String> damage) {}

  @MethodSource("seeds")
  @FuzzTest
  void whatCanBeUnpackedDoesNotDependOnHowItIsAskedFor(byte[] file) throws IOException {
    Unpacked inLarge = unpack(file, 64 << 10);
    Unpacked inSmall = unpack(file, 1 + (Arrays.hashCode(file) & 0x1ff));
    byte[] all = inLarge.text().bytes();
    byte[] again = inSmall.text().bytes();
    if (!Unpacking.isPacked(Arrays.copyOf(file, Math.min(file.length, Unpacking.MARK)))) {
      assertThat(all).isEqualTo(file);
      assertThat(inLarge.damage()).isEmpty();
    }
    int common = Math.min(all.length, again.length);
    assertThat(Arrays.mismatch(all, 0, common, again, 0, common)).isNegative();
    // Damage that stands where enough was read is met by one of them and not by the other.
    if (Math.max(all.length, again.length) < ENOUGH) {
      assertThat(inSmall.damage().isPresent()).isEqualTo(inLarge.damage().isPresent());
    }
    if (inLarge.damage().isEmpty() && all.length < ENOUGH) {
      assertThat(again).hasSameSizeAs(all);
    }
  }

  private static Unpacked unpack(byte[] file, int atOnce) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    byte[] buffer = new byte[atOnce];
    try (Unpacking in = new Unpacking(new SourceStream(new BytesAtRest(file)))) {
      for (int read = in.read(buffer); read >= 0 && text.size() < ENOUGH; read = in.read(buffer)) {
        assertThat(read).isPositive();
        text.write(buffer, 0, read);
      }
      return new Unpacked(Content.of(text.toByteArray()), Optional.empty());
    } catch (DamagedArchive damaged) {
      assertThat(damaged.what()).contains(" data ");
      return new Unpacked(Content.of(text.toByteArray()), Optional.of(damaged.what()));
    }
  }
}
