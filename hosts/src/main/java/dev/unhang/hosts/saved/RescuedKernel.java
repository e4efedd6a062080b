package dev.unhang.hosts.saved;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.KernelQuestion;
import dev.unhang.model.host.KernelQuestion.DetectionOf;
import dev.unhang.model.host.KernelQuestion.LinkModesOf;
import dev.unhang.model.host.KernelQuestion.OfNic;
import dev.unhang.model.host.KernelQuestion.PortOf;
import dev.unhang.model.host.KernelView;
import dev.unhang.model.host.NoKernel;

/// The kernel of a dead host: of the cable, the system that runs now may be asked.
///
/// @param host whose it is
record RescuedKernel(RescuedHost host) implements KernelView {
  private static final NoKernel DEAD =
      new NoKernel(SavedHostView.SAVED, "this is the disk of a host that doesn't run");

  @Override
  public <T> Reading<T> ask(KernelQuestion<T> question) {
    return question instanceof OfNic<T> about && isOfTheCable(about)
        ? host.ask(about)
        : DEAD.ask(question);
  }

  private static boolean isOfTheCable(OfNic<?> question) {
    return question instanceof DetectionOf
        || question instanceof LinkModesOf
        || question instanceof PortOf;
  }
}
