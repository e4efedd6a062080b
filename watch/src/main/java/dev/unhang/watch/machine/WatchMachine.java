package dev.unhang.watch.machine;

import dev.unhang.watch.sense.TxSample;
import java.util.List;
import java.util.Optional;

/// The watch: an event takes its state to the next one, and says what is to be done. It looks at no
/// clock, holds no thread and touches nothing, so that a seed can play a thousand days of it.
///
/// Start reading here: [Event] is what happens, [Order] what is to be done, `Turn` decides.
public final class WatchMachine {
  private State state = State.START;

  /// Takes the next event.
  ///
  /// @return what is to be done now, in this order
  public List<Order> accept(Event event) {
    Turn turn = new Turn(state, event.at());
    turn.take(event);
    state = turn.state();
    return turn.orders();
  }

  /// Every episode of this run, as it stands now; one a NIC, the last.
  public List<Account> accounts() {
    return state.nics().values().stream()
        .flatMap(nic ->
            nic
                .episode()
                .map(each -> each.account(nic.nic().name().value(), nic.nic().key()))
                .stream())
        .toList();
  }

  /// Every NIC that was seen, as it stands now.
  public List<NicStanding> nics() {
    return state.nics().values().stream()
        .map(nic ->
            new NicStanding(
                nic.nic(),
                condition(nic),
                nic.sample().map(TxSample::traffic),
                nic.episode().map(each -> each.account(nic.nic().name().value(), nic.nic().key()))))
        .toList();
  }

  private Condition condition(NicState nic) {
    Optional<Account.Stage> open =
        nic.open().map(each -> each.account(nic.nic().name().value(), nic.nic().key()).stage());
    if (open.isPresent()) {
      return switch (open.get()) {
        case WAITS -> Condition.WAITS;
        case GIVEN_UP -> Condition.GIVEN_UP;
        default -> nic.open().get().outage().isPresent() ? Condition.WELL : Condition.HUNG;
      };
    }
    if (!state.present().contains(nic.nic().key())) {
      return Condition.GONE;
    }
    return nic.suspicion().isPresent() ? Condition.SUSPECTED : Condition.WELL;
  }

  /// Why nothing may be changed; empty where it may.
  public Optional<String> held() {
    return state.held();
  }

  /// Whether the host is being changed, or something is next that would.
  public boolean isBusy() {
    return state.pending().isPresent();
  }

  /// How many lines spoke of a hang, and belonged to a record that names no such card: a text that
  /// a stranger wrote. They move nothing.
  public long distrusted() {
    return state.distrusted();
  }
}
