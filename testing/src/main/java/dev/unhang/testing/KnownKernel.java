package dev.unhang.testing;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.KernelQuestion;
import dev.unhang.model.host.KernelView;
import dev.unhang.model.host.NoKernel;
import dev.unhang.model.id.SourceId;
import java.util.HashMap;
import java.util.Map;

/// A kernel that knows the answers to some questions, and none to the rest.
public final class KnownKernel implements KernelView {
  private static final Origin ORIGIN = new Origin("kernel (made up)");

  private final Map<KernelQuestion<?>, Reading<?>> known = new HashMap<>();
  private final NoKernel otherwise = new NoKernel(new SourceId("test"), "this test tells it not");

  /// Knows one more.
  public <T> KnownKernel with(KernelQuestion<T> question, T answer) {
    known.put(question, new Reading.Read<>(answer, ORIGIN));
    return this;
  }

  @Override
  // An answer is put in with the type of its question.
  @SuppressWarnings("unchecked")
  public <T> Reading<T> ask(KernelQuestion<T> question) {
    Reading<?> answer = known.get(question);
    return answer == null ? otherwise.ask(question) : (Reading<T>) answer;
  }
}
