package dev.unhang.logs.unpack;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// Packed logs are read as if they weren't; damaged ones as far as they go.
class UnpackingTest {
  /// What packs, by libraries.
  enum Packer {
    GZIP {
      @Override
      OutputStream over(OutputStream out) throws IOException {
        return new GZIPOutputStream(out);
      }
    },
    XZ {
      @Override
      OutputStream over(OutputStream out) throws IOException {
        return new XZOutputStream(out, new LZMA2Options(1));
      }
    },
    ZSTD {
      @Override
      OutputStream over(OutputStream out) throws IOException {
        return new ZstdOutputStreamNoFinalizer(out);
      }
    };

    abstract OutputStream over(OutputStream out) throws IOException;

    byte[] pack(byte[] text) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (OutputStream out = over(packed)) {
        out.write(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return packed.toByteArray();
    }
  }

  /// `printf 'skipped frames are skipped\n' | zstd`, with a frame of four bytes to skip before it.
  private static final byte[] AFTER_A_SKIPPABLE_FRAME =
      HexFormat.of()
          .parseHex(
              "502a4d180400000061626364"
                  + "28b52ffd0458d90000736b6970706564206672616d65732061726520736b69707065640a4816ef25");

  /// `head -c 9M /dev/zero | zstd --long=27 | head -c 32`.
  private static final byte[] LONG_WINDOW =
      HexFormat.of().parseHex("28b52ffd04886400001000000200e9ff3773e0012c0200100002001000020010");

  /// What was read, and what stopped it.
  private static final class Result {
    private final ByteArrayOutputStream text;
    private final String damage;

    Result(ByteArrayOutputStream text, String damage) {
      this.text = text;
      this.damage = damage;
    }

    byte[] text() {
      return text.toByteArray();
    }

    String damage() {
      return damage;
    }
  }

  private static Result unpack(InputStream packed) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    byte[] buffer = new byte[64 << 10];
    try (InputStream in = new Unpacking(packed)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        text.write(buffer, 0, read);
      }
      return new Result(text, "");
    } catch (DamagedArchive damaged) {
      return new Result(text, damaged.what());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Result unpack(byte[] packed) {
    return unpack(new ByteArrayInputStream(packed));
  }

  private static byte[] log(int lines) {
    StringBuilder text = new StringBuilder();
    Random random = new Random(lines);
    for (int i = 0; i < lines; i++) {
      text.append("[%5d.%06d] usb 1-%d: new device\n".formatted(i, random.nextInt(1_000_000), i));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  @ParameterizedTest
  @EnumSource(Packer.class)
  void whatWasPackedComesBack(Packer packer) {
    for (byte[] text : List.of(new byte[0], "x".getBytes(StandardCharsets.UTF_8), log(20_000))) {
      Result result = unpack(packer.pack(text));
      assertThat(result.damage()).isEmpty();
      assertThat(result.text()).isEqualTo(text);
    }
  }

  @Test
  void twoBytesACharacterBecomeUtf8() {
    String text = "[    1.000000] eno1: f\u00e9vr. \ud83d\ude00\n".repeat(3_000);
    for (Charset wide : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      Result result = unpack(("\ufeff" + text).getBytes(wide));
      assertThat(result.damage()).isEmpty();
      assertThat(result.text()).asString(StandardCharsets.UTF_8).isEqualTo(text);
    }
  }

  /// Half a pair, and half a character.
  @Test
  void brokenWideTextIsReadAsFarAsItGoes() {
    byte[] text = "\ufeffab\ud83dc\ud83d".getBytes(StandardCharsets.UTF_16LE);
    Result result = unpack(Arrays.copyOf(text, text.length + 1));
    assertThat(result.damage()).isEmpty();
    assertThat(result.text()).asString(StandardCharsets.UTF_8).startsWith("ab").contains("c");
  }

  /// Rotated logs are often packed one by one, and then appended.
  @ParameterizedTest
  @EnumSource(Packer.class)
  void whatWasAppendedComesBackToo(Packer packer) {
    byte[] packed = joined(packer.pack(log(2000)), packer.pack(new byte[0]), packer.pack(log(30)));
    Result result = unpack(packed);
    assertThat(result.damage()).isEmpty();
    assertThat(result.text()).isEqualTo(joined(log(2000), log(30)));
  }

  /// A pipe hands out what it has, and says that no more is there.
  @ParameterizedTest
  @EnumSource(Packer.class)
  void aPipeIsReadToItsEnd(Packer packer) {
    byte[] packed = joined(packer.pack(log(2000)), packer.pack(log(30)));
    InputStream pipe =
        new FilterInputStream(new ByteArrayInputStream(packed)) {
          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            return super.read(buffer, offset, Math.min(length, 7));
          }

          @Override
          public int available() {
            return 0;
          }
        };
    Result result = unpack(pipe);
    assertThat(result.damage()).isEmpty();
    assertThat(result.text()).isEqualTo(joined(log(2000), log(30)));
  }

  @ParameterizedTest
  @EnumSource(Packer.class)
  void whatIsThereOfACutFileIsRead(Packer packer) {
    byte[] text = log(300_000);
    byte[] packed = packer.pack(text);
    Result result = unpack(Arrays.copyOf(packed, packed.length - packed.length / 10));
    assertThat(result.damage())
        .startsWith(packer.name().toLowerCase(Locale.ROOT) + " data is damaged at")
        .contains("ends too early");
    assertThat(result.text().length).isGreaterThan(text.length / 10 * 8);
    assertThat(result.text()).isEqualTo(Arrays.copyOf(text, result.text().length));
  }

  @ParameterizedTest
  @EnumSource(Packer.class)
  void whatIsBeforeADamageIsReadAndTheDamageIsNamed(Packer packer) {
    byte[] text = log(300_000);
    byte[] packed = packer.pack(text);
    Arrays.fill(packed, packed.length / 10 * 9, packed.length / 10 * 9 + 100, (byte) 0xff);
    Result result = unpack(packed);
    assertThat(result.damage()).contains("data is damaged at about byte ");
    assertThat(result.text().length).isGreaterThan(text.length / 10 * 7);
  }

  @ParameterizedTest
  @EnumSource(Packer.class)
  void damageOfAnyKindIsOurException(Packer packer) {
    byte[] text = log(3000);
    byte[] packed = packer.pack(text);
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      byte[] mutated = packed.clone();
      for (int i = 0; i <= random.nextInt(4); i++) {
        mutated[6 + random.nextInt(mutated.length - 6)] = (byte) random.nextInt(256);
      }
      if (random.nextInt(3) == 0) {
        mutated = Arrays.copyOf(mutated, 6 + random.nextInt(mutated.length - 6));
      }
      assertThat(unpack(mutated).text().length).as("seed %s", seed).isLessThan(50 * text.length);
    }
  }

  @ParameterizedTest
  @EnumSource(Packer.class)
  void whatFollowsAndIsNotPackedIsNamed(Packer packer) {
    byte[] packed =
        joined(
            packer.pack(log(30)),
            "and then some words\n".repeat(5).getBytes(StandardCharsets.UTF_8));
    Result result = unpack(packed);
    assertThat(result.text()).isEqualTo(log(30));
    assertThat(result.damage()).contains("data is damaged");
  }

  @ParameterizedTest
  @EnumSource(Packer.class)
  void aBombIsStopped(Packer packer) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] zeros = new byte[1 << 20];
    try (OutputStream out = packer.over(packed)) {
      for (int i = 0; i < 400; i++) {
        out.write(zeros);
      }
    }
    long length = 0;
    byte[] buffer = new byte[64 << 10];
    String damage = "";
    try (InputStream in = new Unpacking(new ByteArrayInputStream(packed.toByteArray()))) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        length += read;
      }
    } catch (DamagedArchive stopped) {
      damage = stopped.what();
    }
    assertThat(damage).contains("more than 200 times as long", "stopped after");
    assertThat(length).isBetween(255L << 20, 300L << 20);
  }

  @Test
  void whatIsNotPackedIsLeftAlone() {
    for (byte[] text :
        List.of(new byte[0], new byte[] {0x1f}, new byte[] {(byte) 0xfd, '7'}, log(1000))) {
      Result result = unpack(text);
      assertThat(result.damage()).isEmpty();
      assertThat(result.text()).isEqualTo(text);
    }
  }

  @Test
  void skippableFramesAreSkipped() {
    Result result = unpack(joined(AFTER_A_SKIPPABLE_FRAME, AFTER_A_SKIPPABLE_FRAME));
    assertThat(result.damage()).isEmpty();
    assertThat(new String(result.text(), StandardCharsets.UTF_8))
        .isEqualTo("skipped frames are skipped\n".repeat(2));
  }

  @Test
  void aWindowThatFillsTheMemoryIsRefusedByName() {
    assertThat(unpack(LONG_WINDOW).damage())
        .contains("window of more than 8388608 bytes", "zstdcat");
  }

  @Test
  void aDictionaryThatFillsTheMemoryIsRefusedByName() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    LZMA2Options options = new LZMA2Options(0);
    options.setDictSize(1 << 20);
    try (OutputStream out = new XZOutputStream(packed, options)) {
      out.write(log(10));
    }
    byte[] greedy = packed.toByteArray();
    // The dictionary's size is one byte of the block's header, whose checksum follows it.
    greedy[16] = 37;
    CRC32 sum = new CRC32();
    sum.update(greedy, 12, 8);
    for (int i = 0; i < 4; i++) {
      greedy[20 + i] = (byte) (sum.getValue() >> (8 * i));
    }
    assertThat(unpack(greedy).damage()).containsIgnoringCase("memory");
  }
}
