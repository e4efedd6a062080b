package dev.unhang.hosts.bundle;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.HostPath;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/// What a host answered, question by question, each with how the reading ended. Whoever asks twice
/// gets the first answer: what is concluded from a host that moves on fits together.
public final class Answers {
  private final SortedMap<Asked, Reading<?>> all = new TreeMap<>();

  /// The answer that is known, else the one that is got now.
  <T> Reading<T> once(Asked asked, Supplier<Reading<T>> ask) {
    Optional<Reading<T>> known = get(asked);
    if (known.isPresent()) {
      return known.get();
    }
    Reading<T> answer = ask.get();
    all.put(asked, answer);
    return answer;
  }

  void put(Asked asked, Reading<?> answer) {
    all.put(asked, answer);
  }

  /// The answer; empty where that was never asked.
  // Who puts an answer in has it from the question itself, or from a text that was held to its
  // type.
  @SuppressWarnings("unchecked")
  <T> Optional<Reading<T>> get(Asked asked) {
    return Optional.ofNullable((Reading<T>) all.get(asked));
  }

  SortedMap<Asked, Reading<?>> all() {
    return Collections.unmodifiableSortedMap(all);
  }

  /// The files that were read, by their path.
  Map<HostPath, Content> files() {
    Map<HostPath, Content> files = new TreeMap<>();
    all.forEach((asked, answer) -> {
      if (asked.question().equals(Asked.READ)
          && answer.known().isPresent()
          && answer.known().get() instanceof Content content) {
        files.put(new HostPath(asked.of()), content);
      }
    });
    return files;
  }

  /// The same answers with the files' contents seen as something else.
  Answers withFiles(Function<Map.Entry<HostPath, Content>, Content> see) {
    Answers seen = new Answers();
    all.forEach((asked, answer) -> {
      boolean isFile = asked.question().equals(Asked.READ);
      seen.put(
          asked,
          isFile
              ? answer.map(
                  content -> see.apply(Map.entry(new HostPath(asked.of()), (Content) content)))
              : answer);
    });
    return seen;
  }

  /// Whether nothing was asked.
  public boolean isEmpty() {
    return all.isEmpty();
  }
}
