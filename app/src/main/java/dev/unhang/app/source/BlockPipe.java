package dev.unhang.app.source;

import dev.unhang.logs.LogReading;
import dev.unhang.logs.bulk.Block;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Blocks that several threads make, read in the order of the log. Few are under way at a time, and
/// their buffers are used again: memory doesn't grow with the log.
final class BlockPipe {
  /// One being made by each thread, and one waiting behind it.
  private static final int EACH = 2;

  private final Threads threads;
  private final LogReading reading;
  private final Deque<Future<Block>> underWay = new ArrayDeque<>();
  private final Deque<byte[]> buffers = new ArrayDeque<>();

  BlockPipe(Threads threads, LogReading reading) {
    this.threads = threads;
    this.reading = reading;
  }

  /// A buffer of [Block#room()] bytes that no other block uses.
  byte[] buffer() {
    if (underWay.size() >= EACH * threads.count()) {
      takeOne();
    }
    byte[] used = buffers.poll();
    return used == null ? new byte[Block.room()] : used;
  }

  /// Goes on with the next block of the log.
  ///
  /// @param buffer from [#buffer()], the maker's until its block has been read
  void put(byte[] buffer, Function<byte[], Block> maker) {
    underWay.add(threads.begin(() -> maker.apply(buffer)));
  }

  /// Waits for what is under way.
  void finish() {
    while (!underWay.isEmpty()) {
      takeOne();
    }
  }

  private void takeOne() {
    Block block = Threads.result(underWay.remove());
    reading.accept(block);
    buffers.add(block.bytes());
  }
}
