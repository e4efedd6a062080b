package dev.unhang.logs.journal;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.XZInputStream;

/// Takes compressed fields apart, never further than there is room: what a few bytes swell to is
/// the writer's choice.
///
/// Doc: src/libsystemd/sd-journal/compress.c, decompress_blob() (v252)
final class Compression {
  static final int XZ = 1;
  static final int LZ4 = 2;
  static final int ZSTD = 4;
  static final int ANY = XZ | LZ4 | ZSTD;

  /// journald compresses with xz's preset 0 or a dictionary of 1 MiB; more is a bomb.
  private static final int MAX_XZ_KIB = 8 << 10;

  /// Before an LZ4 block stands the length of what it holds.
  private static final int LZ4_PREFIX = 8;

  /// journald compresses with zstd's level 3, whose windows have 2 MiB: log2 of four times as much.
  private static final int MAX_ZSTD_WINDOW_LOG = 23;

  /// @param flags an object's, with one of the bits above
  /// @return how many bytes were put out, as many as there is room where there are more; -1 where
  ///   they are damaged
  int decompress(int flags, byte[] in, int from, int to, byte[] out, int room) {
    try {
      return switch (flags & ANY) {
        case XZ ->
            fill(
                new XZInputStream(new ByteArrayInputStream(in, from, to - from), MAX_XZ_KIB),
                out,
                room);
        case LZ4 ->
            to - from < LZ4_PREFIX ? -1 : Lz4Block.decompress(in, from + LZ4_PREFIX, to, out, room);
        case ZSTD -> zstd(in, from, to, out, room);
        default -> -1;
      };
    } catch (IOException | RuntimeException damaged) {
      // The decompressors throw what they like at bytes that make no sense.
      return -1;
    }
  }

  private static int zstd(byte[] in, int from, int to, byte[] out, int room) throws IOException {
    long length = Zstd.getFrameContentSize(in, from, to - from);
    if (length >= 0 && length <= room) {
      long read = Zstd.decompressByteArray(out, 0, room, in, from, to - from);
      return Zstd.isError(read) ? -1 : Math.toIntExact(read);
    }
    return fill(
        new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(in, from, to - from))
            .setLongMax(MAX_ZSTD_WINDOW_LOG),
        out,
        room);
  }

  private static int fill(InputStream stream, byte[] out, int room) throws IOException {
    try (stream) {
      return stream.readNBytes(out, 0, room);
    }
  }
}
