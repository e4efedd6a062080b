package dev.unhang.app.alert;

import dev.unhang.app.json.AlertJson;
import dev.unhang.app.json.Json;
import dev.unhang.model.error.UnhangException;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.Clocks;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.watch.alert.Alert;
import dev.unhang.watch.alert.Delivery;
import dev.unhang.watch.alert.Message;
import dev.unhang.watch.alert.Outbox;
import dev.unhang.watch.alert.Outbox.Result;
import dev.unhang.watch.alert.Outbox.Sending;
import dev.unhang.watch.machine.Account;
import dev.unhang.watch.machine.Moment;
import dev.unhang.watch.policy.Alerting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Keeps alerts and sends them, once there is a way. What is on disk is never behind what was sent:
/// that something is being sent is written before it is.
public final class PostOffice {
  private static final HostPath HOSTNAME = new HostPath("/proc/sys/kernel/hostname");
  private static final int KEPT = 100;

  private final HostView host;
  private final Clocks clocks;
  private final AlertFolder folder;
  private final Consumer<String> log;
  private final Outbox outbox;
  private List<Channel> channels = List.of();

  /// @param log told what could not be kept or sent
  public PostOffice(HostView host, Clocks clocks, AlertFolder folder, Consumer<String> log) {
    this.host = host;
    this.clocks = clocks;
    this.folder = folder;
    this.log = log;
    this.outbox = new Outbox(folder.read(host));
  }

  /// By which ways alerts go out from now on.
  public synchronized void open(Alerting alerting) {
    channels = channels(alerting, host, folder);
  }

  private static List<Channel> channels(Alerting alerting, HostView host, AlertFolder folder) {
    List<Channel> channels = new ArrayList<>();
    alerting.mail().ifPresent(to -> channels.add(new MailChannel(to, folder)));
    alerting.hooks().forEach(hook -> channels.add(new HookChannel(hook, host)));
    return channels;
  }

  /// Keeps what is told of an episode.
  public synchronized void keep(Account account) {
    if (account.isOver()) {
      outbox.aWayIsBack();
    }
    write(outbox.amend(account, channels.stream().map(Channel::name).toList(), now()));
    for (String old : outbox.forget(KEPT)) {
      try {
        folder.forget(old);
      } catch (UnhangException failed) {
        log.accept(String.valueOf(failed.getMessage()));
      }
    }
  }

  /// Episodes that had not ended when they were last told of.
  public synchronized List<Account> unfinished() {
    return outbox.unfinished();
  }

  /// Sends one that is due. Called by one thread, which may have to wait for a network.
  ///
  /// @return whether there was one
  public boolean sendOne() {
    Optional<Sending> due = begin();
    if (due.isEmpty()) {
      return false;
    }
    Account account = due.get().alert().account();
    Optional<String> trouble =
        channel(due.get().channel())
            .map(channel ->
                channel.send(
                    Message.of(account, hostname(host)),
                    AlertJson.document(account, hostname(host)).text()))
            .orElse(Optional.of("the policy names no such channel any more"));
    end(due.get(), trouble);
    return true;
  }

  private synchronized Optional<Channel> channel(String name) {
    return channels.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  private synchronized Optional<Sending> begin() {
    Optional<Sending> next = outbox.next(now());
    next.ifPresent(sending -> write(sending.alert()));
    return next;
  }

  private synchronized void end(Sending sending, Optional<String> trouble) {
    Result result = trouble.isEmpty() ? Result.TAKEN : Result.NOT_NOW;
    Alert ended = outbox.ended(sending, result, now());
    write(ended);
    String what = "alert " + ended.account().id() + " by " + sending.channel();
    trouble.ifPresentOrElse(
        why -> log.accept(what + " was not taken: " + why), () -> log.accept(what + " was sent"));
    ended.deliveries().stream()
        .filter(each -> each.channel().equals(sending.channel()))
        .filter(each -> each.status() == Delivery.Status.EXPIRED)
        .forEach(each -> log.accept(what + " has expired, and is not sent any more"));
  }

  /// A full disk keeps no alert from being sent.
  private void write(Alert alert) {
    try {
      folder.keep(alert);
    } catch (UnhangException failed) {
      log.accept("alert " + alert.account().id() + " can't be kept: " + failed.getMessage());
    }
  }

  private Moment now() {
    return new Moment(clocks.monotonic(), clocks.wall());
  }

  /// How a test went.
  ///
  /// @param trouble which hop failed, and how; empty where the message was taken
  public record Tested(String channel, Optional<String> trouble) {}

  /// Sends a test by every channel.
  public static List<Tested> test(Alerting alerting, HostView host, AlertFolder folder) {
    Message message = Message.test(hostname(host));
    String json =
        Json.document(
                body -> body.string("schema", "unhang.alert-test/1").string("host", hostname(host)))
            .text();
    return channels(alerting, host, folder).stream()
        .map(channel -> new Tested(channel.name(), channel.send(message, json)))
        .toList();
  }

  private static String hostname(HostView host) {
    return host.read(HOSTNAME)
        .known()
        .map(Content::utf8)
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .orElse("a host");
  }
}
