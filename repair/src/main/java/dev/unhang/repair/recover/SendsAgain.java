package dev.unhang.repair.recover;

import dev.unhang.findings.nic.TwoLooks;
import dev.unhang.hosts.survey.SecondLooks;
import dev.unhang.hosts.topology.TopologyReader;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelQuestion.Links;
import dev.unhang.model.host.KernelQuestion.Routes;
import dev.unhang.model.host.ProbeAnswer;
import dev.unhang.model.host.ProbeTarget;
import dev.unhang.model.host.Prober;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.IpAddress;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.NicLook;
import dev.unhang.model.net.Route;
import dev.unhang.model.plan.PortState.Master;
import dev.unhang.model.proof.Check;
import dev.unhang.model.proof.Check.Result;
import dev.unhang.model.proof.Proof;
import dev.unhang.model.topology.Outage;
import dev.unhang.model.topology.Topology;
import dev.unhang.repair.guard.DeviceAlive;
import dev.unhang.repair.guard.DeviceState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/// Whether a NIC sends: by what its ring and counters did between two looks, and by a gateway that
/// answers over it. A gateway's answer proves more than any counter; silence alone proves nothing,
/// since the gateway may be what is dark.
public final class SendsAgain {
  /// A NIC that sends empties its ring in far less.
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

  /// While nothing but time is waited for.
  private static final Duration NOW_AND_THEN = Duration.ofSeconds(3);

  private static final Duration ANSWER_WITHIN = Duration.ofMillis(300);

  private final RecoveryContext context;
  private final Prober prober;
  private final NicFacts nic;
  private final Optional<IpAddress> gateway;

  /// A bond may have the gateway answer another slave.
  private final boolean isSlave;

  /// Finds the gateway that is reached over the NIC, while that can still be read.
  public SendsAgain(RecoveryContext context, Prober prober, NicFacts nic) {
    this.context = context;
    this.prober = prober;
    this.nic = nic;
    this.gateway = gateway(context.view(), nic.name());
    this.isSlave =
        nic.seen()
            .link()
            .known()
            .flatMap(link -> PortSnapshot.master(context.view(), link))
            .filter(Master::isBond)
            .isPresent();
  }

  private static Optional<IpAddress> gateway(HostView host, InterfaceName nic) {
    Topology topology = TopologyReader.read(host);
    Set<String> names = new HashSet<>(Set.of(nic.value()));
    Outage.of(topology, nic.value())
        .effects()
        .forEach(effect -> names.add(effect.element().name()));
    List<Link> links = host.kernel().ask(new Links()).known().orElse(List.of());
    return host.kernel().ask(new Routes()).known().orElse(List.of()).stream()
        .filter(Route::isDefault)
        .filter(route ->
            links.stream()
                .anyMatch(
                    link -> link.index() == route.index() && names.contains(link.name().value())))
        .flatMap(route -> route.gateway().stream())
        .findFirst();
  }

  /// Two looks with a question to the gateway between them.
  public Proof now() {
    NicLook before = SecondLooks.look(context.view(), nic);
    Optional<ProbeAnswer> answer = gateway.flatMap(this::answer);
    context.clocks().pause(BETWEEN_LOOKS);
    TwoLooks looks = new TwoLooks(before, SecondLooks.look(context.view(), nic));
    List<Check> checks = new ArrayList<>();
    boolean answered = answer.filter(ProbeAnswer.Answered.class::isInstance).isPresent();
    checks.add(ring(looks, answered));
    answer.ifPresent(told -> checks.add(gateway(told)));
    return new Proof(nic.name() + " sends", checks);
  }

  /// A slave is made to send, so that its ring has something to move; what the gateway answers may
  /// reach the bond by another one, and says nothing of it.
  private Optional<ProbeAnswer> answer(IpAddress address) {
    if (isSlave) {
      prober.probe(
          new ProbeTarget(address, OptionalInt.empty(), Optional.of(nic.name())), ANSWER_WITHIN);
      return Optional.empty();
    }
    return Optional.of(prober.probe(new ProbeTarget(address, OptionalInt.empty()), ANSWER_WITHIN));
  }

  /// Whether what was seen is a ring that stands still. A silent gateway says nothing of it, since
  /// the gateway may be what is dark.
  public static boolean standsStill(Proof proof) {
    return proof.checks().getFirst().result() == Check.Result.FAIL;
  }

  /// Whether what was seen is a NIC that sends: its ring moves, or it has nothing to send and the
  /// gateway answers. A gateway that is silent speaks against it no more than a switch port does
  /// that does not forward yet.
  public static boolean sends(Proof proof) {
    return proof.checks().getFirst().result() == Check.Result.PASS;
  }

  private Check ring(TwoLooks looks, boolean answered) {
    String subject = "transmit ring";
    Optional<String> cannot =
        DeviceAlive.silence(context.view(), nic)
            .or(() ->
                nic.pci()
                    .flatMap(device -> DeviceState.read(context.view(), device).known())
                    .flatMap(DeviceState::cannotSend));
    if (cannot.isPresent()) {
      return new Check(subject, "moves", "stands still", Result.FAIL, cannot.get());
    }
    if (looks.moved()) {
      return new Check(subject, "moves", "moves", Result.PASS, "");
    }
    return looks.standsStill()
        ? new Check(subject, "moves", "stands still", Result.FAIL, "work waits and is not sent")
        : new Check(
            subject,
            "moves",
            "idle",
            answered ? Result.PASS : Result.UNKNOWN,
            "nothing waits to be sent");
  }

  private Check gateway(ProbeAnswer told) {
    String subject = "gateway " + gateway.map(IpAddress::toString).orElse("");
    return switch (told) {
      case ProbeAnswer.Answered answered ->
          new Check(subject, "answers", "answers", Result.PASS, answered.took().toMillis() + " ms");
      case ProbeAnswer.Silent silent ->
          new Check(subject, "answers", "silent", Result.FAIL, silent.why());
      case ProbeAnswer.NotSent none ->
          new Check(subject, "answers", "?", Result.UNKNOWN, none.why());
    };
  }

  /// Looks again and again until all is proved, or the time is over.
  public Proof within(Duration patience) {
    return until(Proof::holds, context.clocks().monotonic().plus(patience), Duration.ZERO);
  }

  /// Looks now and then until it sends, or the time is over.
  ///
  /// @param end of CLOCK_MONOTONIC
  Proof until(Duration end) {
    return until(SendsAgain::sends, end, NOW_AND_THEN);
  }

  private Proof until(Predicate<Proof> proved, Duration end, Duration pause) {
    Proof proof = now();
    while (!proved.test(proof) && context.clocks().monotonic().compareTo(end) < 0) {
      context.clocks().pause(pause);
      proof = now();
    }
    return proof;
  }
}
