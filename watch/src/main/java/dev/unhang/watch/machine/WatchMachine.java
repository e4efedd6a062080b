package dev.unhang.watch.machine;

import java.util.List;

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

  /// Whether the host is being changed, or something is next that would.
  public boolean isBusy() {
    return state.pending().isPresent();
  }

  /// How many lines spoke of a hang, and belonged to a record that names no such card: a text that
  /// somebody wrote. They move nothing.
  public long distrusted() {
    return state.distrusted();
  }
}
