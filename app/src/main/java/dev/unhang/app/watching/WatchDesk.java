package dev.unhang.app.watching;

import dev.unhang.app.alert.AlertFolder;
import dev.unhang.app.alert.PostOffice;
import dev.unhang.app.console.Console;
import dev.unhang.app.screen.WatchWords;
import dev.unhang.app.wiring.Host;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.watch.machine.Account;
import dev.unhang.watch.run.Desk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Where the watch writes: evidence to a folder of its own, what it does to the log of the service.
public final class WatchDesk implements Desk {
  /// Saves what a reset would destroy.
  @FunctionalInterface
  public interface Evidence {
    /// Never throws.
    Saved save(InterfaceName nic, String episode);
  }

  private static final HostPath ALERTS = new HostPath("/var/lib/unhang/watch");

  private final Console console;
  private final PostOffice office;
  private final Evidence evidence;
  private final DarkWith dark;
  private final Map<String, Account> last = new ConcurrentHashMap<>();

  public WatchDesk(Host host, Console console, Evidence evidence) {
    this.console = console;
    this.evidence = evidence;
    this.dark = new DarkWith(host.view());
    this.office = new PostOffice(host.view(), host.clocks(), folder(), this::say);
  }

  /// Where alerts are kept.
  public static AlertFolder folder() {
    return new AlertFolder(ALERTS);
  }

  /// What sends them.
  PostOffice office() {
    return office;
  }

  @Override
  public Saved freeze(InterfaceName nic, String episode) {
    return evidence.save(nic, episode);
  }

  @Override
  public void tell(Account account) {
    Optional<Account> before = Optional.ofNullable(last.put(account.nic(), account));
    WatchWords.news(before, account).forEach(this::say);
    office.keep(dark.add(account));
  }

  @Override
  public List<Account> unfinished() {
    return office.unfinished();
  }

  @Override
  public synchronized void say(String line) {
    console.say(line);
    console.out().flush();
  }
}
