package dev.unhang.watch.run;

import dev.unhang.model.id.InterfaceName;
import dev.unhang.watch.machine.Account;
import java.util.List;
import java.util.Optional;

/// What the watch writes: evidence, and what is told of episodes.
public interface Desk {
  /// How saving evidence ended.
  ///
  /// @param file empty where nothing was saved
  /// @param trouble what could not be saved, and why
  record Saved(Optional<String> file, Optional<String> trouble) {}

  /// Saves what a reset would destroy. Never throws.
  Saved freeze(InterfaceName nic, String episode);

  /// Tells of an episode as it stands now. Never throws.
  void tell(Account account);

  /// What was last told of episodes that had not ended when the former watch did. Never throws.
  List<Account> unfinished();

  /// Says something to whoever reads the log of the watch.
  void say(String line);
}
