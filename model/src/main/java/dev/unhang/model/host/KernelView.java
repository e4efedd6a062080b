package dev.unhang.model.host;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.net.Link;
import java.util.List;
import java.util.Optional;

/// The running kernel, or what stands for it.
public interface KernelView {
  /// Its answer to a question.
  <T> Reading<T> ask(KernelQuestion<T> question);

  /// The bridge, bond or other switch that a link is a port of; empty where it is none's.
  default Optional<Link> master(Link link) {
    return link.stacking()
        .master()
        .flatMap(index ->
            ask(new KernelQuestion.Links()).known().orElse(List.of()).stream()
                .filter(each -> each.index() == index)
                .findFirst());
  }
}
