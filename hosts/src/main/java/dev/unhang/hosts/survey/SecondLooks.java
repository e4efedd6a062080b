package dev.unhang.hosts.survey;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelQuestion.Links;
import dev.unhang.model.host.KernelQuestion.StatisticsOf;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.NicCounts;
import dev.unhang.model.net.NicLook;
import java.util.List;
import java.util.Optional;

/// NICs that hold something to send are looked at again: whether that moves tells a ring that
/// stands still from one that is busy. Where nothing waits to be sent, there is no wait here.
public final class SecondLooks {
  private static final SourceId LINKS = new SourceId("links");

  private SecondLooks() {}

  /// The NICs, those with work with a second look, where the host can be looked at again.
  public static List<NicFacts> at(HostView host, List<NicFacts> nics) {
    if (nics.stream().noneMatch(nic -> nic.seen().counts().hasWork())) {
      return nics;
    }
    Optional<HostView> later = host.later();
    return later.isEmpty()
        ? nics
        : nics.stream()
            .map(nic ->
                nic.seen().counts().hasWork() ? nic.with(again(look(later.get(), nic), nic)) : nic)
            .toList();
  }

  private static Reading<NicLook> again(NicLook look, NicFacts nic) {
    return new Reading.Read<>(look, new Origin("second look at " + nic.name()));
  }

  /// What a NIC has sent up to now, and what waits.
  public static NicLook look(HostView later, NicFacts nic) {
    Reading<Optional<Link>> links =
        later
            .kernel()
            .ask(new Links())
            .map(all -> all.stream().filter(link -> link.name().equals(nic.name())).findFirst());
    boolean isGone = links.known().filter(Optional::isEmpty).isPresent();
    Reading<Link> link =
        isGone
            ? new Reading.Absent<>(
                LINKS, WhyAbsent.NOT_COLLECTED, "rtnetlink no longer lists " + nic.name())
            : links.map(Optional::orElseThrow);
    NicCounts counts =
        new NicCounts(
            TxQueues.read(later, nic.name()),
            later.kernel().ask(new StatisticsOf(nic.name())),
            RegistersSource.read(later.kernel(), nic.name(), nic.driver()));
    return new NicLook(link, counts);
  }
}
