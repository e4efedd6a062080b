package dev.unhang.model.host;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.id.SourceId;

/// The kernel of a host that doesn't run: it answers nothing.
///
/// @param source what there is instead
/// @param why for a person
public record NoKernel(SourceId source, String why) implements KernelView {
  @Override
  public <T> Reading<T> ask(KernelQuestion<T> question) {
    return new Reading.Absent<>(source, WhyAbsent.NOT_OFFERED, why);
  }
}
