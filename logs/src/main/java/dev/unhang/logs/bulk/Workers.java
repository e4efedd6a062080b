package dev.unhang.logs.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Does independent pieces of work, perhaps at the same time. Nothing in this module has threads of
/// its own: whoever calls it may lend some.
public interface Workers {
  /// One piece after the other, in the calling thread.
  Workers ONE =
      new Workers() {
        @Override
        public <T> List<T> all(List<Supplier<T>> pieces) {
          List<T> results = new ArrayList<>(pieces.size());
          for (Supplier<T> piece : pieces) {
            results.add(piece.get());
          }
          return results;
        }
      };

  /// The results, in the order of the pieces. What a piece throws is thrown here.
  <T> List<T> all(List<Supplier<T>> pieces);
}
