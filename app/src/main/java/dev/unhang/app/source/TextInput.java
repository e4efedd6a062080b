package dev.unhang.app.source;

import dev.unhang.logs.LogReading;
import dev.unhang.logs.bulk.Block;
import dev.unhang.logs.message.MessageFamilies;
import dev.unhang.model.host.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/// Brings a text to its reading: the beginning line by line, the rest of a long one in blocks.
final class TextInput {
  /// Pastes and single boots are read in full. Beyond that a log is a bulk log.
  private static final int BULK = 256 << 10;

  /// So much of a bulk log is read in full, to tell what it is.
  private static final int HEAD = 16 << 10;

  private static final int CHUNK = 256 << 10;

  private final Threads threads;
  private final LogReading reading;
  private final Progress progress;

  TextInput(Threads threads, LogReading reading, Progress progress) {
    this.threads = threads;
    this.reading = reading;
    this.progress = progress;
  }

  /// A file at rest, as long as it is now. What is written to it meanwhile is not read.
  ///
  /// @return how many bytes there were; fewer than the file had where it became shorter
  long file(ByteSource source) {
    long length = source.length();
    long offset = head(source, length);
    boolean exact = reading.needsEveryByte();
    BlockPipe pipe = new BlockPipe(threads, reading);
    for (long begin = offset; begin < length; begin += Block.SIZE) {
      long from = begin;
      long to = Math.min(begin + Block.SIZE, length);
      pipe.put(
          pipe.buffer(),
          buffer ->
              exact
                  ? Block.exactly(source, MessageFamilies.candidates(), from, to, buffer)
                  : Block.read(source, MessageFamilies.candidates(), from, to, buffer));
      progress.add(to - from);
    }
    pipe.finish();
    return reading.bytes();
  }

  /// Reads up to the line's end behind which blocks may begin; all of what is not text.
  private long head(ByteSource source, long length) {
    byte[] chunk = new byte[CHUNK];
    int least = length > BULK ? HEAD : BULK;
    long offset = 0;
    while (offset < length) {
      int wanted = (int) Math.min(offset < least ? least : CHUNK, length - offset);
      int read = source.read(offset, ByteBuffer.wrap(chunk, 0, wanted));
      if (read <= 0) {
        return length;
      }
      int take = offset >= least && reading.takesBlocks() ? lineEnd(chunk, read) : read;
      reading.accept(chunk, 0, take);
      progress.add(take);
      offset += take;
      if (take < read || take > 0 && offset > least && endsLine(chunk, take)) {
        break;
      }
    }
    return offset;
  }

  private boolean endsLine(byte[] chunk, int length) {
    return reading.takesBlocks() && chunk[length - 1] == '\n';
  }

  /// Behind the last newline; the whole length where there is none.
  private static int lineEnd(byte[] chunk, int length) {
    for (int end = length; end > 0; end--) {
      if (chunk[end - 1] == '\n') {
        return end;
      }
    }
    return length;
  }

  /// A stream to its end.
  void stream(InputStream in) throws IOException {
    byte[] chunk = new byte[CHUNK];
    long total = 0;
    byte last = 0;
    while (!(total >= BULK && last == '\n' && reading.takesBlocks())) {
      int read = in.read(chunk);
      if (read < 0) {
        return;
      }
      int take = total >= BULK && reading.takesBlocks() ? lineEnd(chunk, read) : read;
      reading.accept(chunk, 0, take);
      progress.add(read);
      total += read;
      last = take > 0 ? chunk[take - 1] : last;
      if (take < read) {
        blocks(in, chunk, take, read);
        return;
      }
    }
    blocks(in, chunk, 0, 0);
  }

  /// What follows, cut where lines end. What does not end within a block is handed on as it is.
  private void blocks(InputStream in, byte[] begun, int from, int to) throws IOException {
    BlockPipe pipe = new BlockPipe(threads, reading);
    byte[] rest = begun;
    int restFrom = from;
    int restTo = to;
    boolean ended = false;
    try {
      while (!ended) {
        byte[] buffer = pipe.buffer();
        int filled = restTo - restFrom;
        System.arraycopy(rest, restFrom, buffer, 0, filled);
        restTo = restFrom;
        try {
          while (filled < Block.SIZE && !ended) {
            int read = in.read(buffer, filled, Block.SIZE - filled);
            ended = read < 0;
            filled += Math.max(read, 0);
            progress.add(Math.max(read, 0));
          }
        } finally {
          int whole = lineEnd(buffer, filled);
          rest = new byte[filled - whole];
          System.arraycopy(buffer, whole, rest, 0, rest.length);
          restFrom = 0;
          restTo = rest.length;
          pipe.put(buffer, bytes -> Block.of(MessageFamilies.candidates(), bytes, 0, whole));
        }
      }
    } finally {
      pipe.finish();
      reading.accept(rest, restFrom, restTo - restFrom);
    }
  }
}
